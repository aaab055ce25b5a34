// Golden pages: how fixtures and shipped articles are set at 80, 40 and 20 columns.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lazy } from '../../src/core/lazy.ts';
import type { Block } from '../../src/markdown/document/document.ts';
import { plainText } from '../../src/markdown/document/plain-text.ts';
import { parseMarkdown } from '../../src/markdown/parse/parse-markdown.ts';
import { displayWidth } from '../../src/text/width.ts';
import { lineText } from '../support/reader/line-text.ts';
import { expectSingleBlanks, expectSoundLines, pageSources, setPage } from './pages.ts';

const GOLDENS = join(import.meta.dirname, 'goldens');
const UPDATE = process.env['UPDATE_GOLDENS'] === '1';
const WIDTHS = [80, 40, 20];

describe.each(pageSources())('$name', ({ name, article }) => {
  const pages = new Map(WIDTHS.map((width) => [width, lazy(() => setPage(article, width))]));
  const pageAt = (width: number) => pages.get(width)?.() ?? [];
  const blocks = lazy(() => parseMarkdown(article.markdown).blocks);

  test.each(WIDTHS)('is set at %i columns as its golden page shows', (width) => {
    const page = `${pageAt(width).map(lineText).join('\n')}\n`;
    const path = join(GOLDENS, `${name}.${width}.txt`);
    if (UPDATE) writeFileSync(path, page);
    const golden = existsSync(path) ? readFileSync(path, 'utf8') : null;
    expect(
      golden,
      `no ${name}.${width}.txt: run once with UPDATE_GOLDENS=1, then read it`,
    ).not.toBe(null);
    expect(page).toBe(golden);
  });

  test.each(WIDTHS)('is sound at %i columns', (width) => {
    const lines = pageAt(width);
    expectSoundLines(lines, width);
    expectSingleBlanks(lines.filter((_, index) => !isInCode(lines, index)));
  });

  test.each([...WIDTHS, 0])('has every word of the body in order at %i columns', (width) => {
    const page = squeeze(setPage(article, width, { links: 'none' }).map(lineText).join(''));
    let from = 0;
    const missing = words(blocks().filter(({ type }) => type !== 'table')).find((word) => {
      const at = page.indexOf(word, from);
      if (at !== -1) from = at + word.length;
      return at === -1;
    });
    expect(missing, `after “${page.slice(Math.max(0, from - 40), from)}”`).toBeUndefined();
  });

  test('has every short word of its tables at 20 columns', () => {
    const page = squeeze(setPage(article, 20, { links: 'none' }).map(lineText).join(''));
    const missing = words(blocks().filter(({ type }) => type === 'table'))
      .filter((word) => word.length <= 8 && displayWidth(word) > 0)
      .filter((word) => !page.includes(word));
    expect(missing).toEqual([]);
  });
});

function words(blocks: readonly Block[]): string[] {
  return plainText({ blocks })
    .split(/\s+/)
    .map(squeeze)
    .filter((word) => word !== '');
}

/** Without what wrapping adds: spaces, bars, rules, signs. */
function squeeze(text: string): string {
  return text.replace(/[\s│┆╌─↪]+/g, '');
}

function isInCode(lines: ReturnType<typeof setPage>, index: number): boolean {
  const blank = lines[index]?.spans.length === 0;
  const isCode = (line: (typeof lines)[number] | undefined) =>
    line?.spans.some(({ roles }) => roles.at(-1) === 'code') ?? false;
  return blank && isCode(lines[index - 1]);
}
