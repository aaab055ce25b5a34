// Tables and code in the story of a copied page: they are its own, and it goes on below them.
import { expect, test } from 'vitest';
import { DATE, draftOf, HEADLINE, STORY } from './story-with.ts';

const TABLE = 'Berth\tCranes\tGulls\n40\t2\t1,100\n41\t\t9 | 10';
const AS_TABLE = [
  '| Berth | Cranes | Gulls |',
  '| --- | --- | --- |',
  '| 40 | 2 | 1,100 |',
  '| 41 |  | 9 \\| 10 |',
];
const CODE = 'const CRANES = 2\n\nfunction count() {\n  return CRANES * gulls\n}';

test.each([
  ['a table', TABLE, AS_TABLE.join('\n')],
  [
    'a table without a head',
    '40\t2\n41\t3\n42\t4',
    '|  |  |\n| --- | --- |\n| 40 | 2 |\n| 41 | 3 |',
  ],
  ['code', CODE, `\`\`\`\n${CODE}\n\`\`\``],
])('The story goes on below %s, which is a part of it', (_what, lines, block) => {
  const short = `What comes next\n\nThe master hopes for a count that ends within the year, and the gulls do not mind.`;
  const { markdown } = draftOf(HEADLINE, 'By Ada Li', DATE, '', STORY, '', lines, '', short);
  expect(markdown).toContain(`\n\n${block}`);
  expect(markdown).toContain('## What comes next\n\nThe master hopes');
});

test.each([
  ['two labels beside their values', 'Berth\t40\nCranes\t2'],
  ['who took pictures', '[사진 = 연합뉴스]\n[그래픽 = 갈매기]'],
  ['names with agencies', 'Ada Li(AP)\nBo Ek(dpa)'],
  ['a plural in brackets', 'Gull(s)\nThe harbour counts them.'],
])('%s are neither', (_what, lines) => {
  expect(
    draftOf(HEADLINE, 'By Ada Li', DATE, '', STORY, '', lines, '', STORY).markdown,
  ).not.toMatch(/```|\|/);
});

test('A table may end a small page', () => {
  expect(draftOf(HEADLINE, 'By Ada Li', DATE, '', STORY, '', TABLE).markdown).toContain(
    '| 1,100 |',
  );
});

test('A table above the story is none of it', () => {
  const { markdown, authors } = draftOf(HEADLINE, 'By Ada Li', DATE, TABLE, '', STORY);
  expect({ markdown: markdown.trim(), authors }).toEqual({ markdown: STORY, authors: ['Ada Li'] });
});

test('Rows of code are not joined where the text is cut to a width', () => {
  const prose = STORY.replace(/(.{1,60})(?: |$)/g, '$1\n');
  expect(draftOf(HEADLINE, '', prose, '', CODE, '', prose).markdown).toContain(CODE);
});
