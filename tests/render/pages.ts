// Pages for tests: fixtures and shipped articles as lines, and what every page must hold to.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Article } from '../../src/core/article/article.ts';
import { articleFromText } from '../../src/library/articles/parse-article.ts';
import { type PageOptions, pageLines } from '../../src/render/page/page-lines.ts';
import type { Line } from '../../src/text/line.ts';
import { displayWidth, graphemes } from '../../src/text/width.ts';
import { articleHead } from '../support/library/article-head.ts';
import { lineText } from '../support/reader/line-text.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** An article that a golden page is kept for. */
export interface PageSource {
  readonly name: string;
  readonly article: Article;
}

/** Every fixture of this folder and every shipped article. */
export function pageSources(): PageSource[] {
  return ['tests/render/fixtures', 'articles'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md') && !path.includes('.newsprint'))
      .toSorted()
      .map((path) => {
        const text = readFileSync(join(ROOT, folder, path), 'utf8');
        const name = path.replaceAll('\\', '/').replace(/^.*\//, '').replace(/\.md$/, '');
        return { name, article: articleFromText(text, `${name}.md`).article };
      }),
  );
}

/** The page of a body, under the headline `An article`. */
export function bodyLines(
  markdown: string,
  width: number,
  options: Partial<PageOptions> = {},
): readonly Line[] {
  return setPage({ ...articleHead({ readingMinutes: 1 }), markdown }, width, options);
}

/** The rows of a body alone, as text. */
export function bodyText(
  markdown: string,
  width: number,
  options: Partial<PageOptions> = {},
): string[] {
  const lines = bodyLines(markdown, width, options);
  return lines.slice(lines.findIndex(({ paragraph }) => paragraph >= 0)).map(lineText);
}

export function setPage(
  article: Article,
  width: number,
  options: Partial<PageOptions> = {},
): readonly Line[] {
  return pageLines(article, {
    width,
    locale: { language: 'en-GB' },
    links: 'footnote',
    ...options,
  });
}

const CONTROL = /[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]/;

/** Holds the lines to the width, to clean text and to one blank line at a time. */
export function expectSoundLines(lines: readonly Line[], width: number): void {
  const texts = lines.map(lineText);
  const wide = texts.filter((text) => displayWidth(text) > width && graphemes(text).length > 1);
  expect(wide).toEqual([]);
  expect(texts.filter((text) => CONTROL.test(text))).toEqual([]);
  expect(texts.filter((text) => text.endsWith(' '))).toEqual([]);
  const targets = lines.flatMap(({ spans }) => spans.flatMap(({ href }) => href ?? []));
  expect(targets.filter((href) => CONTROL.test(href) || /\s/.test(href))).toEqual([]);
}

/** The lines with no blank one first, last or beside another, outside code. */
export function expectSingleBlanks(lines: readonly Line[]): void {
  const texts = lines.map(lineText);
  expect(texts.at(0)).not.toBe('');
  expect(texts.at(-1)).not.toBe('');
  expect(texts.filter((text, index) => text === '' && texts[index - 1] === '')).toEqual([]);
}
