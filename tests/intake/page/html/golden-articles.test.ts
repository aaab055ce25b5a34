// Golden articles: what invented pages become; each page holds one thing that once went wrong.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatFrontMatter } from '../../../../src/core/article/format-front-matter.ts';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const UPDATE = process.env['UPDATE_GOLDENS'] === '1';
const pages = readdirSync(FIXTURES).filter((name) => name.endsWith('.html'));

/** The article as its file would be, then what was dropped and why. */
function articleOf(name: string): string {
  const html = readFileSync(join(FIXTURES, name), 'utf8');
  const { draft, dropped } = parseHtml(html, { url: 'https://harbourpost.example/a/page.html' });
  const { markdown, extra: _extra, ...fields } = draft;
  const furniture = dropped.map(({ why, text }) => `${why}: ${text}\n`);
  return `${formatFrontMatter(fields)}\n${markdown}\n\n<!-- dropped\n${furniture.join('')}-->\n`;
}

describe('an HTML page', () => {
  test('has fixtures', () => {
    expect(pages.length).toBeGreaterThan(5);
  });

  test.each(pages)('%s becomes its golden article', (name) => {
    const path = join(FIXTURES, name.replace(/\.html$/, '.md'));
    const article = articleOf(name);
    if (UPDATE) writeFileSync(path, article);
    expect(existsSync(path), 'run once with UPDATE_GOLDENS=1, then read it').toBe(true);
    expect(article).toBe(readFileSync(path, 'utf8'));
  });
});
