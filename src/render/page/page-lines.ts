// The page: an article and a width become lines, the same for the screen and the pipe.

import type { Article, Link } from '../../core/article/article.ts';
import type { Locale } from '../../core/dates/dates.ts';
import { footnoteLinks } from '../../markdown/document/links.ts';
import { parseMarkdown } from '../../markdown/parse/parse-markdown.ts';
import type { Line } from '../../text/line.ts';
import { openTarget } from '../../text/link-target.ts';
import { displayWidth } from '../../text/width.ts';
import { prefixRows, type WrappedRow, wrapSpans } from '../../text/wrap.ts';
import { blockRows, nestedRows } from './block-rows.ts';
import { frontRows } from './front-rows.ts';
import { createInlinePrinter, type LinkStyle } from './inline-printer.ts';
import { isHeadline } from './is-headline.ts';
import { type Layout, NARROWEST } from './layout.ts';

export interface PageOptions {
  /** Columns from 20 up; 0 wraps nothing. */
  readonly width: number;
  readonly locale: Locale;
  readonly links: LinkStyle;
}

/**
 * Sets an article. No line is wider than the width, unless one grapheme is; no blank line is the
 * first, the last or beside another (code keeps its own).
 */
export function pageLines(article: Article, options: PageOptions): readonly Line[] {
  const width = options.width === 0 ? Infinity : options.width;
  const document = parseMarkdown(article.markdown);
  const links = options.links === 'footnote' ? footnoteLinks(document) : [];
  const numbers = new Map(links.map(({ href }, index) => [href, index + 1]));
  const layout: Layout = {
    width,
    roles: [],
    depth: 0,
    words: new Map(),
    inline: createInlinePrinter(options.links, numbers),
    nested: nestedRows,
  };
  const page: Line[] = [];
  for (const rows of frontRows(article, width, options.locale)) pushGroup(page, rows, -1);
  document.blocks.forEach((block, index) => {
    if (index > 0 || !isHeadline(block, article.title))
      pushGroup(page, blockRows(block, layout), index);
  });
  pushGroup(page, footnoteRows(links, width), document.blocks.length);
  return page;
}

/** Adds a group of rows, set apart from what is above by a blank line that belongs to that. */
function pushGroup(page: Line[], rows: readonly WrappedRow[], paragraph: number): void {
  if (rows.length === 0) return;
  const above = page.at(-1);
  if (above !== undefined) page.push({ spans: [], paragraph: above.paragraph });
  for (const spans of rows) page.push({ spans, paragraph });
}

function footnoteRows(links: readonly Link[], width: number): WrappedRow[] {
  if (links.length === 0) return [];
  const rows = links.flatMap(({ href }, index) => footnote(`[${index + 1}]`, href, width));
  return [[{ text: 'Links', roles: ['heading'] }], ...rows];
}

function footnote(number: string, href: string, width: number): WrappedRow[] {
  const indent = displayWidth(number) + 1;
  const link = openTarget(href) === null ? {} : { href };
  const sign: WrappedRow = [
    { text: number, roles: ['note'], ...link },
    { text: ' ', roles: [] },
  ];
  const target: WrappedRow = [{ text: href, roles: 'href' in link ? ['link'] : [], ...link }];
  if (width - indent < NARROWEST) return wrapSpans([...sign, ...target], width);
  return prefixRows(wrapSpans(target, width - indent), sign, [
    { text: ' '.repeat(indent), roles: [] },
  ]);
}
