// Pages whose paragraphs run from right to left, as a terminal that orders nothing shows them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { orderSpans } from '../../../src/text/bidi.ts';
import { displayWidth } from '../../../src/text/width.ts';
import { spansText } from '../../../src/text/wrap.ts';
import { lineText } from '../../support/reader/line-text.ts';
import { bodyText, pageSources, setPage } from '../pages.ts';

const GOLDENS = join(import.meta.dirname, '..', 'goldens');
const UPDATE = process.env['UPDATE_GOLDENS'] === '1';
const WIDTH = 60;

const sources = pageSources().filter(({ name }) => /ibn-al-haytham|rtl/.test(name));

test.each(sources)('$name is seen as its golden page shows', ({ name, article }) => {
  const lines = setPage(article, WIDTH, { setsRight: true });
  const page = lines.map(({ spans }) => `${spansText(orderSpans(spans, 'seen'))}\n`).join('');
  const path = join(GOLDENS, `${name}.seen.txt`);
  if (UPDATE) writeFileSync(path, page);
  expect(page).toBe(existsSync(path) ? readFileSync(path, 'utf8') : null);
  const begins = lines.filter(({ spans }) => spans.some(({ bidi }) => bidi?.base === 1));
  expect(begins.length).toBeGreaterThan(3);
  for (const line of begins) expect(displayWidth(lineText(line))).toBe(WIDTH);
});

test('a page in letters that run from the left is the same, ordered or not', () => {
  const markdown =
    '- one\n- two [a](https://example.org/)\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n> quote';
  expect(bodyText(markdown, 40, { setsRight: true })).toEqual(bodyText(markdown, 40));
});
