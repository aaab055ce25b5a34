// The article's pane: the part of the page on the screen, with hits and link numbers laid over it.

import type { Line, Span } from '../../text/line.ts';
import { messageRows, replaceSpace, row, span, spread } from '../../text/spans.ts';
import { graphemes, graphemeWidth } from '../../text/width.ts';
import { withRole } from '../../text/with-role.ts';
import { type Geometry, pageStrip, type Strip } from '../state/geometry.ts';
import { shownHead } from '../state/loaded-rows.ts';
import { footnoteNumber, pageLinks } from '../state/page-links.ts';
import { currentPage, lowestTop } from '../state/scroll.ts';
import type { ArticlePage, Find, State } from '../state/state.ts';
import { Pane, type PlacedProps, sentence } from './pane.tsx';
import type { View } from './view.ts';

/** Lays the hits of one line over its row; the current one looks different. */
function withHits(row: Row, find: Find, view: View): readonly Span[] {
  let { spans } = row;
  find.hits.forEach((hit, number) => {
    const isCurrent = number === find.current;
    for (const { line, start, end } of hit) {
      if (line !== row.line) continue;
      const [from, to] = [start + row.margin, end + row.margin];
      spans = withRole(spans, from, to, isCurrent ? 'currentHit' : 'hit');
      if (!view.color) spans = withPointers(spans, from, to, isCurrent);
    }
  });
  return spans;
}

/** Where nothing but characters may show a hit, they stand in the spaces beside it. */
function withPointers(
  spans: readonly Span[],
  from: number,
  to: number,
  isCurrent: boolean,
): readonly Span[] {
  const before = replaceSpace(spans, from - 1, isCurrent ? '▸' : '›');
  return replaceSpace(before, to, isCurrent ? '◂' : '‹');
}

/** Hits that touch the lines on the screen, so that a frame costs by the screen. */
function visibleFind({ hits, current, ...find }: Find, top: number, rows: number): Find {
  const seen = hits.filter((hit) => hit.some(({ line }) => line >= top && line < top + rows));
  const at = hits[current];
  return { ...find, hits: seen, current: at === undefined ? -1 : seen.indexOf(at) };
}

/** A number over the first columns of a link, so that nothing moves. */
function labelled(part: Span, label: string): readonly Span[] {
  let covered = 0;
  const rest = graphemes(part.text).filter((grapheme) => {
    const isCovered = covered < label.length;
    if (isCovered) covered += graphemeWidth(grapheme);
    return !isCovered;
  });
  const filled = `${label}${' '.repeat(Math.max(0, covered - label.length))}`;
  return [span(filled, 'selected'), { ...part, text: rest.join('') }];
}

/** Makes the links' numbers stand out; a link without one on the screen gets its own. */
function numbered(lines: readonly Line[], page: ArticlePage): Line[] {
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
    return labelled(part, `[${links.indexOf(part.href) + 1}]`);
  };
  return lines.map((line) => ({ ...line, spans: line.spans.flatMap(label) }));
}

/** A line of the page on the screen. */
interface Row {
  /** Its index on the page. */
  readonly line: number;
  /** Columns of the margin its spans begin with. */
  readonly margin: number;
  readonly spans: readonly Span[];
}

function pageLines(
  state: State,
  page: ArticlePage,
  margin: number,
  rows: number,
  view: View,
): readonly Line[] {
  const { top } = page;
  const shown = page.lines.slice(top, top + rows);
  const lines = state.prompt?.kind === 'link' ? numbered(shown, page) : shown;
  const find = state.find === null ? null : visibleFind(state.find, top, rows);
  return lines.map((line, index) => {
    const spans = [span(' '.repeat(margin)), ...line.spans];
    return row(
      ...(find === null ? spans : withHits({ line: top + index, margin, spans }, find, view)),
    );
  });
}

function problemLines(problem: string, width: number): Line[] {
  const what = span('This article cannot be read.', 'warning');
  return messageRows([[what], [span(problem)], sentence('`h` goes back to the list.')], width);
}

/** The lines of the article's pane, each beginning at the pane's left. */
export function articleLines(
  state: State,
  strip: Strip,
  { bodyRows }: Geometry,
  view: View,
): readonly Line[] {
  const page = currentPage(state);
  if (page === null) return [];
  if (page.problem !== null) return problemLines(page.problem, strip.width).slice(0, bodyRows);
  return pageLines(state, page, pageStrip(strip, state.measure).left - strip.left, bodyRows, view);
}

/** How far the reader is: `Top`, `35%`, `End`, or `All` where it fits the screen. */
export function positionText(state: State): string {
  const page = currentPage(state);
  if (page === null || page.problem !== null) return '';
  return placeText(page.top, lowestTop(state, page));
}

/** The same for a text whose line `top` is the first on the screen, `lowest` at its end. */
export function placeText(top: number, lowest: number): string {
  if (lowest === 0) return 'All';
  if (top === 0) return 'Top';
  return top >= lowest ? 'End' : `${Math.floor((top / lowest) * 100)}%`;
}

/** Its heading: the headline, once that has left the screen, and its source. */
function articleHeading(state: State, width: number): readonly Span[] {
  const head = shownHead(state);
  if (head === undefined) return [];
  const source = head.source === null ? [] : [span(`${head.source} `, 'meta')];
  return spread([span(' '), span(head.title, 'headline')], source, width);
}

/** Draws the shown article, or the draft that may become one. */
export function ArticlePane({ state, geometry, strip, view, isHeavy }: PlacedProps) {
  return (
    <Pane
      geometry={geometry}
      width={strip.width}
      heading={articleHeading(state, strip.width)}
      isHeavy={isHeavy}
      lines={articleLines(state, strip, geometry, view)}
      first={state.page?.top ?? 0}
    />
  );
}
