// The article's rows: the part of the page on the screen, with hits and link numbers laid over it.

import type { Line, Span } from '../text/line.ts';
import { type Geometry, pageStrip, type Strip } from './geometry.ts';
import { footnoteNumber, pageLinks } from './page-links.ts';
import { currentPage, lowestTop } from './scroll.ts';
import { messageRows, row, span, spread, withRole } from './spans.ts';
import type { Find, Page, State } from './state.ts';
import type { View } from './view.ts';

/** Lays the hits of one line over it; the current one looks different. */
function withHits(line: Line, index: number, find: Find): readonly Span[] {
  let { spans } = line;
  find.hits.forEach((hit, number) => {
    for (const { line: at, start, end } of hit) {
      if (at !== index) continue;
      spans = withRole(spans, start, end, number === find.current ? 'currentHit' : 'hit');
    }
  });
  return spans;
}

/** Hits that touch the lines on the screen, so that a frame costs by the screen. */
function visibleFind({ hits, current, text }: Find, top: number, rows: number): Find {
  const seen = hits.filter((hit) => hit.some(({ line }) => line >= top && line < top + rows));
  const at = hits[current];
  return { text, hits: seen, current: at === undefined ? -1 : seen.indexOf(at) };
}

/** Where nothing but characters may show a hit, a mark stands in the line's margin. */
function hitMark(spans: readonly Span[], view: View): string {
  if (view.color) return ' ';
  if (spans.some(({ roles }) => roles.includes('currentHit'))) return '▸';
  return spans.some(({ roles }) => roles.includes('hit')) ? '•' : ' ';
}

function withMark(spans: readonly Span[], mark: string): readonly Span[] {
  const [first, ...rest] = spans;
  if (mark === ' ' || first === undefined || !first.text.startsWith(' ')) return spans;
  return [{ ...first, text: `${mark}${first.text.slice(1)}` }, ...rest];
}

/** Makes the links' numbers stand out; a link without one on the screen gets its own. */
function numbered(lines: readonly Line[], page: Page): Line[] {
  const links = pageLinks(page.lines);
  const shown = new Set(
    lines
      .flatMap(({ spans }) => spans.filter((part) => footnoteNumber(part) > 0))
      .map(({ href }) => href),
  );
  const label = (part: Span): readonly Span[] => {
    if (footnoteNumber(part) > 0) return [{ ...part, roles: ['selected'] }];
    if (part.href === undefined || shown.has(part.href)) return [part];
    shown.add(part.href);
    return [span(`[${links.indexOf(part.href) + 1}]`, 'selected'), part];
  };
  return lines.map((line) => ({ ...line, spans: line.spans.flatMap(label) }));
}

function pageRows(state: State, page: Page, rows: number, view: View): readonly Line[] {
  const { top } = page;
  const lines = page.lines.slice(top, top + rows);
  if (state.prompt?.kind === 'link') return numbered(lines, page);
  if (state.find === null) return lines;
  const find = visibleFind(state.find, top, rows);
  return lines.map((line, index) => {
    const spans = withHits(line, top + index, find);
    return { ...line, spans: withMark(spans, hitMark(spans, view)) };
  });
}

function problemRows(problem: string, width: number): Line[] {
  return messageRows(
    [
      [span('This article cannot be read.', 'warning')],
      [span(problem)],
      [span('h', 'key'), span(' goes back to the list.')],
    ],
    width,
  );
}

/** The rows of the article's pane, each beginning at the pane's left. */
export function articleRows(
  state: State,
  strip: Strip,
  { bodyRows }: Geometry,
  view: View,
): readonly Line[] {
  const page = currentPage(state);
  if (page === null) return [];
  if (page.problem !== null) return problemRows(page.problem, strip.width).slice(0, bodyRows);
  const margin = ' '.repeat(pageStrip(strip).left - strip.left);
  return pageRows(state, page, bodyRows, view).map((line) => row(span(margin), ...line.spans));
}

/** How far the reader is: `Top`, `35%`, `End`, or `All` where it fits the screen. */
export function positionText(state: State): string {
  const page = currentPage(state);
  if (page === null || page.problem !== null) return '';
  const lowest = lowestTop(state, page);
  if (lowest === 0) return 'All';
  if (page.top === 0) return 'Top';
  return page.top >= lowest ? 'End' : `${Math.floor((page.top / lowest) * 100)}%`;
}

/** The article's heading: its headline, once that has left the screen, and its source. */
export function articleHeading(state: State, width: number): readonly Span[] {
  const head = state.listed[state.selected];
  if (head === undefined) return [span(' '.repeat(width))];
  const source = head.source === null ? [] : [span(`${head.source} `, 'meta')];
  return spread([span(' '), span(head.title, 'headline')], source, width);
}
