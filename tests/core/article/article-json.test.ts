import { expect, test } from 'vitest';
import { articleJson } from '../../../src/core/article/article-json.ts';
import { articleHead } from '../../support/library/article-head.ts';

const figures = [{ caption: 'A caption', credit: 'Photo: AP', alt: null, src: null }];
const state = { read: false, starred: true, progress: 0.5 };
const parts = { minutes: 5, words: 312, figures, state };
const body = { links: [{ text: 'a', href: 'https://a.org' }], markdown: '# B', text: 'B' };

test('an article has every key of the schema, in its order', () => {
  const head = articleHead({ id: 'x', title: 'T', readingMinutes: 4, extra: { mine: '1' } });
  expect(JSON.stringify(articleJson(head, { ...parts, ...body }))).toBe(
    '{"schema":1,"id":"x","path":"x.md","title":"T","deck":null,"summary":[],"authors":[],' +
      '"place":null,"source":null,"url":null,"published":null,"updated":null,"added":null,' +
      '"lang":null,"tags":[],"comments":null,"reading_minutes":4,"minutes":5,"words":312,' +
      '"guid":null,"feed":null,"excerpt":false,"also":[],"enclosures":[],"extra":{"mine":"1"},' +
      '"figures":[{"caption":"A caption","credit":"Photo: AP","alt":null,"src":null}],' +
      '"links":[{"text":"a","href":"https://a.org"}],' +
      '"state":{"read":false,"starred":true,"progress":0.5},"markdown":"# B","text":"B"}',
  );
});

test('the object of a list has no links, no Markdown and no text', () => {
  const whole = Object.keys(articleJson(articleHead(), { ...parts, ...body }));
  const listed = Object.keys(articleJson(articleHead(), parts));
  expect(whole.filter((key) => !listed.includes(key))).toEqual(['links', 'markdown', 'text']);
});
