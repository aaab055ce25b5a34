// The page: an article and a width become lines, the same for the screen and the pipe.
import type { Article, Link } from '../../core/article/article.ts';
import { cleanLine } from '../../core/clean.ts';
import { concatMap } from '../../core/concat-map.ts';
import type { Locale } from '../../core/dates/format-dates.ts';
import type { Block, Document } from '../../markdown/document/document.ts';
import { inlineText } from '../../markdown/document/inline.ts';
import { documentLinks, footnoteLinks } from '../../markdown/document/links.ts';
import { parseMarkdown } from '../../markdown/parse/parse-markdown.ts';
import { beginsRight, mayRunLeft, runApart, setRight } from '../../text/bidi.ts';
import type { Line, PictureRoom, Role, Span } from '../../text/line.ts';
import { openTarget } from '../../text/link-target.ts';
import { displayWidth } from '../../text/width.ts';
import { hangRows, type WrappedRow, wrapBalanced, wrapSpans } from '../../text/wrap.ts';
import { blockRows } from './block-rows.ts';
import { bylineParts, enclosureLinks, isHeadline, kickerParts } from './byline-parts.ts';
import { type CodeColors, plainCode } from './code-colors.ts';
import {
  createInlinePrinter,
  type Layout,
  type LinkStyle,
  linkSuffix,
  NARROWEST,
} from './inline-printer.ts';
import type { LinkSuffix } from './styled-text.ts';

export interface PageOptions {
  /** Columns from 20 up; 0 wraps nothing. */
  readonly width: number;
  readonly locale: Locale;
  readonly links: LinkStyle;
  /** Minutes that it takes to read, where they are known; else its words are counted. */
  readonly minutes?: number | undefined;
  /** Whether paragraphs that run from right to left stand at the right. By default none does. */
  readonly setsRight?: boolean;
  /** Colours code, as far as that is loaded; by default code is of one colour. */
  readonly code?: Pick<CodeColors, 'spans'>;
  /** Which pictures of which article file get room above their captions. By default none does. */
  readonly picture?:
    | ((article: string, ...figure: Parameters<Layout['picture']>) => PictureRoom | null)
    | undefined;
  /** Whether a picture has its caption below it. By default it has. */
  readonly hasCaptions?: boolean;
}

/**
 * Sets an article. No line is wider than the width, unless one grapheme is; no blank line is the
 * first, the last or beside another (code keeps its own).
 */
export function pageLines(article: Article, options: PageOptions): readonly Line[] {
  const width = options.width === 0 ? Infinity : options.width;
  const document = parseMarkdown(article.markdown);
  const links = options.links === 'footnote' ? pageFootnotes(article, document) : [];
  const numbers = new Map(links.map(({ href }, index) => [href, index + 1]));
  const layout: Layout = {
    width,
    roles: [],
    depth: 0,
    words: new Map(),
    code: options.code?.spans ?? plainCode,
    hasCaptions: options.hasCaptions ?? true,
    picture: (...figure) => options.picture?.(article.path, ...figure) ?? null,
    inline: createInlinePrinter(options.links, numbers),
  };
  const suffix = linkSuffix(options.links, numbers);
  const page: Line[] = [];
  const push = (rows: readonly WrappedRow[], at: number, level?: number): void => {
    const placed = options.setsRight ? rows.map((row) => setRight(row, width)) : rows;
    pushGroup(page, placed, at, level);
  };
  for (const rows of frontRows(article, options, width, suffix)) push(rows, -1);
  document.blocks.forEach((block, index) => {
    if (index > 0 || !isToldAbove(block, article.title))
      push(
        turned(block, blockRows(block, layout)),
        index,
        block.type === 'heading' ? block.level : undefined,
      );
  });
  push(footnoteRows(links, width), document.blocks.length);
  return page;
}

/** Whether the headline says all of a body's first block: of a note the first sentence is one. A link is more. */
function isToldAbove(block: Block, title: string): boolean {
  if (block.type !== 'paragraph') return isHeadline(block, title);
  return inlineText(block.content) === title && documentLinks({ blocks: [block] }).length === 0;
}

/** A table with words that begin at the right has its first column there, a figure all its rows. */
function turned({ type }: Block, rows: readonly WrappedRow[]): readonly WrappedRow[] {
  const isSet = type === 'table' || type === 'figure';
  const isRight = isSet && rows.some((row) => row.some(({ bidi }) => bidi?.base === 1));
  return isRight ? rows.map((row) => runApart(row, true)) : rows;
}

/** Adds a group of rows, set apart from what is above by a blank line that belongs to that. */
function pushGroup(
  page: Line[],
  rows: readonly WrappedRow[],
  paragraph: number,
  level: number | undefined,
): void {
  if (rows.length === 0) return;
  const above = page.at(-1);
  if (above !== undefined) page.push({ spans: [], paragraph: above.paragraph });
  for (const spans of rows)
    page.push(level === undefined ? { spans, paragraph } : { spans, paragraph, level });
}

/** The groups above the body in order, each set apart by a blank row; none is empty. */
function frontRows(
  article: Article,
  { locale, minutes }: Pick<PageOptions, 'locale' | 'minutes'>,
  width: number,
  suffix: LinkSuffix,
): WrappedRow[][] {
  const isRight = beginsRight(article.title);
  const byline = partsRows(bylineParts(article, locale, minutes), 'meta', width, isRight);
  return [
    partsRows(kickerParts(article), 'kicker', width, isRight),
    wrapBalanced(roleSpans(article.title, 'headline'), width),
    wrapSpans(roleSpans(article.deck ?? '', 'deck'), width),
    [...byline, ...enclosureRows(article, width, suffix)],
    concatMap(article.summary, (point) => pointRows(point, width)),
  ].filter((rows) => rows.length > 0);
}

function roleSpans(text: string, role: Role): WrappedRow {
  const cleaned = cleanLine(text);
  return cleaned === '' ? [] : [{ text: cleaned, roles: [role] }];
}

const SEPARATOR = ' · ';

/** Parts with ` · ` between them; a row ends between two parts and leaves the separator out. */
function partsRows(
  parts: readonly string[],
  role: Role,
  width: number,
  isRight: boolean,
): WrappedRow[] {
  const lines: string[][] = [];
  for (const part of parts.map(cleanLine)) {
    const last = lines.at(-1);
    if (last === undefined || displayWidth([...last, SEPARATOR, part].join('')) > width)
      lines.push([part]);
    else last.push(SEPARATOR, part);
  }
  return concatMap(lines, (line) => {
    const text = line.join('');
    if (!isRight && !mayRunLeft(text)) return wrapSpans(roleSpans(text, role), width);
    const spans = line.map((part) => ({ text: part, roles: [role] }));
    return wrapSpans(runApart(spans, isRight), width);
  });
}

/** A row for each file, below the byline. */
function enclosureRows(article: Article, width: number, suffix: LinkSuffix): WrappedRow[] {
  return concatMap(enclosureLinks(article), ({ text, href }) => {
    const link: Span = { text, roles: ['meta', 'link'], href };
    const note: Span = { text: suffix(text, href), roles: ['meta', 'note'], href };
    return wrapSpans(note.text === '' ? [link] : [link, note], width);
  });
}

/** The files come first, as they do on the page. */
function pageFootnotes(article: Article, document: Document): readonly Link[] {
  const files = enclosureLinks(article);
  const targets = new Set(files.map(({ href }) => href));
  return [...files, ...footnoteLinks(document).filter(({ href }) => !targets.has(href))];
}

function pointRows(point: string, width: number): WrappedRow[] {
  const rows = wrapSpans(roleSpans(point, 'summary'), width - 2);
  return hangRows(rows, { text: '▪', roles: ['marker'] });
}

function footnoteRows(links: readonly Link[], width: number): WrappedRow[] {
  if (links.length === 0) return [];
  const rows = concatMap(links, ({ href }, index) => footnote(`[${index + 1}]`, href, width));
  return [[{ text: 'Links', roles: ['heading'] }], ...rows];
}

function footnote(number: string, href: string, width: number): WrappedRow[] {
  const link = openTarget(href) === null ? {} : { href };
  const sign: Span = { text: number, roles: ['note'], ...link };
  const target: Span = { text: href, roles: 'href' in link ? ['link'] : [], ...link };
  const room = width - number.length - 1;
  if (room < NARROWEST) return wrapSpans([sign, { text: ' ', roles: [] }, target], width);
  return hangRows(wrapSpans([target], room), sign);
}
