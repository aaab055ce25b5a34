// Letters to readers: their greeting, their close and their postscript are the story's.
import { expect, test } from 'vitest';
import { DATE, draftOf, HEADLINE, STORY } from './story-with.ts';

const bodyOf = (...lines: string[]): string =>
  draftOf(HEADLINE, 'By Ada Li', DATE, '', ...lines).markdown.trim();

test('A greeting stands above the story it belongs to', () => {
  expect(bodyOf('Dear readers,', '', STORY)).toBe(`Dear readers,\n\n${STORY}`);
});

test.each([
  ['in lines', 'Until next week,\nAda'],
  ['set apart', 'Until next week,\n\nAda'],
  ['with a postscript', 'Until next week,\nAda\n\nP.S. The gulls are back.'],
])('A close %s ends it', (_how, close) => {
  const said = bodyOf(STORY, '', close, '', 'About us', 'Contact');
  expect(said).toBe(`${STORY}\n\n${close.replace(/\n+/g, '\n\n')}`);
});

test('A name below a story is no close of it', () => {
  expect(bodyOf(STORY, '', 'Gulls of the harbour', 'Ada', '', 'About us')).toBe(STORY);
});
