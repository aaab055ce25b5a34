// The first heading of a source, as marked would see it.
import { expect, test } from 'vitest';
import { firstHeading } from '../../../src/markdown/source/first-heading.ts';

test.each([
  ['# One', 'One'],
  ['text\n\n## Two ##', 'Two'],
  ['One\n===', 'One'],
  ['One\n---\n', 'One'],
  ['#No heading', null],
  ['    # code', null],
  ['```\n# code\n```\n# After', 'After'],
  ['~~~\n# code\n```\n~~~\n# After', 'After'],
  ['- item\n---\n# After', 'After'],
  ['---\n# After', 'After'],
  ['# **Bold** and [a link](https://e.com) `code`', 'Bold and a link code'],
  ['# \\*escaped\\*', '*escaped*'],
  ['#', null],
  ['', null],
  ['no heading', null],
])('of %j is %j', (markdown, heading) => {
  expect(firstHeading(markdown)).toBe(heading);
});
