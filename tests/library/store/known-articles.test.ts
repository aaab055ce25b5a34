// What a library has of entries that come in is asked of it once, as long as few come between.
import { expect, test } from 'vitest';
import { emptyLibrary } from '../../../src/library/finder/open-library.ts';
import { createKnownArticles } from '../../../src/library/store/known-articles.ts';
import { temporaryFolder } from '../../support/library/temporary-library.ts';

/** An empty library that tells what it is asked for. */
function openAsked() {
  const asked: string[] = [];
  const named = (name: string) => {
    asked.push(name);
    return [];
  };
  const { root, journals } = emptyLibrary(temporaryFolder(), { env: {}, platform: 'linux' });
  const none = { alike: () => [], ofFeed: () => [], countIn: () => 0, close() {} };
  const { find } = createKnownArticles({ root, journals, named, ...none });
  return { asked, find };
}

function entry(at: number) {
  const url = `https://example.org/${at}`;
  const title = `Of ${at}`;
  const feed = 'https://example.org/feed';
  return { title, markdown: 'Text.', feed, guid: url, url, published: '2026-12-01', urls: [url] };
}

test.each([
  ['not asked for again', 'next', 0],
  ['not asked for again', 'after a few others', 500],
  ['asked for anew', 'after thousands of others', 5000],
])('An entry is %s when it is looked for %s', (how, _, between) => {
  const { asked, find } = openAsked();
  expect(find(entry(0))).toBeNull();
  const before = asked.length;
  expect(new Set(asked).size).toBe(before);
  for (let at = 1; at <= between; at += 1) find(entry(at));
  const others = asked.length;
  find(entry(0));
  expect(asked.slice(others)).toEqual(how === 'asked for anew' ? asked.slice(0, before) : []);
});
