// The article's pane: the part of the page on the screen, with hits and link numbers laid over it.
import { withKeys } from '../../core/keys/key-texts.ts';
import type { Line, Span } from '../../text/line.ts';
import {
  fitSpans,
  messageRows,
  replaceSpace,
  row,
  span,
  spread,
  withPictureCells,
  withRole,
} from '../../text/spans.ts';
import { graphemes, graphemeWidth } from '../../text/width.ts';
import type { ArticlePage, Find, Segment } from '../state/article-page.ts';
import { contentsTop, pageHeadings } from '../state/contents.ts';
import { pageStrip } from '../state/geometry.ts';
import { shownHead, shownPreview } from '../state/loaded-rows.ts';
import { footnoteNumber, pageLinks } from '../state/page-links.ts';
import { currentPage, linesOnScreen, lowestTop } from '../state/scroll.ts';
import type { State } from '../state/state.ts';
import { PaneBox, type Placed, type PlacedProps, sentence } from './pane.tsx';

/** A part of a hit on the screen; its offsets count the margin. */
interface ShownHit extends Segment {
  readonly isCurrent: boolean;
}

/** The hits on the screen. */
function shownHits({ hits, current }: Find, top: number, rows: number, margin: number): ShownHit[] {
  return hits.flatMap((hit, at) =>
    hit
      .filter(({ line }) => line >= top && line < top + rows)
      .map(({ line, start, end }) => {
        return { line, start: start + margin, end: end + margin, isCurrent: at === current };
      }),
  );
}

/** Without colour a hit is shown by characters in the spaces beside it. */
function withHit(spans: readonly Span[], hit: ShownHit, hasColor: boolean): readonly Span[] {
  const { start, end, isCurrent } = hit;
  const marked = withRole(spans, start, end, isCurrent ? 'currentHit' : 'hit');
  if (hasColor) return marked;
  const pointed = replaceSpace(marked, start - 1, isCurrent ? '▸' : '›');
  return replaceSpace(pointed, end, isCurrent ? '◂' : '‹');
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

/** A line of the chosen piece has a bar beside it; without a margin it stands out itself. */
function withMargin(spans: readonly Span[], margin: number, isChosen: boolean): readonly Span[] {
  if (!isChosen) return [span(' '.repeat(margin)), ...spans];
  if (margin === 0) return withRole(spans, 0, Number.POSITIVE_INFINITY, 'selected');
  const gap = margin === 1 ? '' : ' ';
  return [span(' '.repeat(margin - 1 - gap.length)), span('▎', 'marker'), span(gap), ...spans];
}

function pageLines({ state, geometry, view }: Placed, page: ArticlePage, margin: number): Line[] {
  const { top } = page;
  const shown = page.lines.slice(top, top + linesOnScreen(page, geometry.bodyRows));
  const lines = state.prompt?.kind === 'link' ? numbered(shown, page) : shown;
  const hits = state.find === null ? [] : shownHits(state.find, top, lines.length, margin);
  const piece = shownPreview(state)?.piece ?? null;
  return lines.map(({ spans, paragraph }, at) => {
    const placed = withMargin(spans, margin, paragraph === piece && spans.length > 0);
    const own = hits.filter(({ line }) => line === top + at);
    const marked = own.reduce((before, hit) => withHit(before, hit, view.color), placed);
    return row(...withPictureCells(marked, view.pictureRow));
  });
}

export function articleLines(placed: Placed): readonly Line[] {
  const { state, geometry, strip } = placed;
  const page = currentPage(state);
  if (page === null) return [];
  if (page.problem === null) {
    return pageLines(placed, page, pageStrip(strip, state.measure).left - strip.left);
  }
  const what = [span('This article cannot be read.', 'warning')];
  const back = sentence(withKeys(state.bindings, '`{left}` goes back to the list.'));
  const messages = [what, [span(page.problem)], back];
  return messageRows(messages, strip.width).slice(0, geometry.bodyRows);
}

function contentsLines({ state, geometry, strip: { width } }: Placed, selected: number): Line[] {
  const headings = pageHeadings(state);
  const top = contentsTop(selected, headings.length, geometry.bodyRows);
  return headings.slice(top, top + geometry.bodyRows).map(({ text, depth }, at) => {
    const isSelected = top + at === selected;
    const words = `${isSelected ? '▸' : ' '} ${'  '.repeat(depth)}${text}`;
    const roles = isSelected ? (['selected'] as const) : [];
    return row(...fitSpans([span(words, ...roles)], width, ...roles));
  });
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

const isHeadline = ({ roles }: Span): boolean => roles.includes('headline');

/** Its heading: the headline, once that has left the screen, and its source. */
function articleHeading({ state, geometry, strip }: PlacedProps): readonly Span[] {
  const head = shownHead(state);
  if (head === undefined) return [];
  const source = head.source === null ? [] : [span(`${head.source} `, 'meta')];
  const page = currentPage(state);
  const inSight = page?.lines.slice(page.top, page.top + geometry.bodyRows) ?? [];
  const isInSight = inSight.some(({ spans }) => spans.some(isHeadline));
  return spread(isInSight ? [] : [span(' '), span(head.title, 'strong')], source, strip.width);
}

export function ArticlePane(props: PlacedProps) {
  const { contents } = props.state;
  if (contents !== null) {
    const heading = [span(' '), span('contents', 'strong')];
    return <PaneBox {...props} heading={heading} lines={contentsLines(props, contents)} />;
  }
  return <PaneBox {...props} heading={articleHeading(props)} lines={articleLines(props)} />;
}
