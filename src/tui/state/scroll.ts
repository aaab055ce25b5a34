// The shown page: its line at the top of the screen, how that is kept, and where a page opens.
import { clamp } from '../../core/clamp.ts';
import { isSameValue, type Position } from '../../core/journal/state-change.ts';
import type { Words } from '../../core/query/query.ts';
import type { Line } from '../../text/line.ts';
import {
  ABOVE_BODY,
  type Anchor,
  type ArticlePage,
  anchorLine,
  keptAnchor,
  type LaidOut,
  lineAnchor,
  START,
} from './article-page.ts';
import { filterWords, typedWords } from './filter.ts';
import { findHits, findWordsOnPage, hitLine } from './find.ts';
import { screenGeometry } from './geometry.ts';
import { markOf, shownPageId, shownPreview } from './loaded-rows.ts';
import type { State } from './state.ts';

/** The page, if it is that of the shown article. */
export function currentPage(state: State): ArticlePage | null {
  const { page } = state;
  return page !== null && page.id === shownPageId(state) ? page : null;
}

/** The lowest line that may be at the top of the screen. */
export function lowestTop(state: State, page: ArticlePage): number {
  return Math.max(0, page.lines.length - screenGeometry(state).bodyRows);
}

/**
 * Rows of a page on a screen; a heading without room for its text is left for the next screen.
 * @param rows of the screen
 */
export function linesOnScreen({ lines, top }: Pick<ArticlePage, 'lines' | 'top'>, rows: number) {
  const end = top + rows;
  if (end >= lines.length) return rows;
  let at = end;
  while (at > top + 1 && (isHeadingLine(lines[at - 1]) || lines[at - 1]?.spans.length === 0))
    at -= 1;
  return lines.slice(at, end).some(isHeadingLine) ? at - top : rows;
}

/** The first lines of a page and of its headings. */
export function headingLines({ lines }: Pick<ArticlePage, 'lines'>): readonly number[] {
  return lines.flatMap((line, at) =>
    at === 0 || (isHeadingLine(line) && !isHeadingLine(lines[at - 1])) ? [at] : [],
  );
}

export function isHeadingLine(line: Line | undefined): boolean {
  return line?.spans.some(({ roles }) => roles.includes('heading')) ?? false;
}

/** Puts a line at the top of the screen, as near as the page allows. */
export function scrollTo(state: State, line: number): State {
  const page = currentPage(state);
  if (page === null) return state;
  const top = clamp(line, 0, lowestTop(state, page));
  if (top === page.top) return state;
  return { ...state, page: { ...page, top, anchor: lineAnchor(page.lines, top) } };
}

/** Scrolls to a line that is not on the screen, a third from the top. */
export function reveal(state: State, line: number): State {
  const page = currentPage(state);
  const { bodyRows } = screenGeometry(state);
  if (page === null || (line >= page.top && line < page.top + bodyRows)) return state;
  return scrollTo(state, line - Math.floor(bodyRows / 3));
}

/** Keeps the page within its ends after the screen changed, with the same anchor. */
export function withPageClamped(state: State): State {
  const { page } = state;
  if (page === null) return state;
  const top = Math.min(lowestTop(state, page), anchorLine(page.lines, page.anchor));
  return top === page.top ? state : { ...state, page: { ...page, top } };
}

/** Where an article opens: where it was left, here or in another reader. */
function knownAnchor(state: State, id: string): Anchor {
  const { position } = markOf(state, { id });
  const place = state.places[id];
  // If the journals have changed since, another reader went on.
  if (place !== undefined && isSameValue(place.kept, position)) return place.anchor;
  return positionAnchor(position);
}

/** Keeps the place of the page that goes, unless it would open there anyway. */
function placesWith(state: State, { id, anchor, broughtTo }: ArticlePage): State['places'] {
  if (sameAnchor(knownAnchor(state, id), anchor)) return state.places;
  // A page at a hit that was not scrolled has not moved.
  if (broughtTo !== null && sameAnchor(broughtTo, anchor)) return state.places;
  return { ...state.places, [id]: { anchor, kept: markOf(state, { id }).position } };
}

/** Shows a laid-out page: at the same place of the same article, at the known place of another. */
export function withPage(state: State, laidOut: LaidOut): State {
  const { page: old } = state;
  const isSame = old?.id === laidOut.id;
  const anchor =
    old !== null && isSame
      ? keptAnchor(old, laidOut, screenGeometry(state).bodyRows)
      : knownAnchor(state, laidOut.id);
  const places = old === null || isSame ? state.places : placesWith(state, old);
  const broughtTo = isSame ? (old?.broughtTo ?? null) : null;
  const page: ArticlePage = { ...laidOut, top: 0, anchor, broughtTo };
  const next = withPageClamped({ ...state, page, places, find: null });
  return isSame ? withFindAgain(next, state) : next;
}

function withFindAgain(state: State, { find }: State): State {
  if (find === null || state.page === null) return state;
  const { lines } = state.page;
  const { text, words } = find;
  const hits = words === null ? findHits(lines, text) : findWordsOnPage(lines, words);
  return { ...state, find: { ...find, hits, current: Math.min(find.current, hits.length - 1) } };
}

/** How much of the page was read: 0 at the top, 1 with its last line on the screen. */
export function pageProgress(state: State, page: ArticlePage): number {
  const lowest = lowestTop(state, page);
  return page.top >= lowest ? 1 : Math.round((page.top / lowest) * 1e4) / 1e4;
}

/** The place to keep; `null` at the top of a page that is longer than the screen. */
export function pagePosition(state: State, page: ArticlePage): Position | null {
  const progress = pageProgress(state, page);
  if (progress === 0) return null;
  const { paragraph, fraction } = page.anchor;
  return { paragraph: paragraph - ABOVE_BODY, fraction, progress };
}

/** The place in a journal; the start where it has none. */
export function positionAnchor(position: Position | null): Anchor {
  if (position === null) return START;
  return { paragraph: position.paragraph + ABOVE_BODY, fraction: position.fraction };
}

export function sameAnchor(a: Anchor, b: Anchor): boolean {
  return a.paragraph === b.paragraph && a.fraction === b.fraction;
}

/** The words of the filter, without those of its keys, which are no place to go to. */
function readWords(state: State): readonly Words[] {
  const { question } = state.listed;
  if (shownPreview(state) !== null) return [];
  return filterWords(question).filter(({ fields }) => fields.includes('body'));
}

/** Drops the hits of the list's words; the page goes where it would be without them. */
function withoutFilterHits(state: State): State {
  const { find, page } = state;
  const left = find === null ? state : { ...state, find: null };
  if (page === null || page.broughtTo === null) return left;
  const isThere = sameAnchor(page.anchor, page.broughtTo);
  const anchor = isThere ? knownAnchor(state, page.id) : page.anchor;
  const next: State = { ...left, page: { ...page, broughtTo: null, anchor } };
  return isThere ? withPageClamped(next) : next;
}

/** Marks the list's words on the shown page, and scrolls to the first. */
export function withFilterHits(state: State): State {
  const { find, listed } = state;
  const { question } = listed;
  if (find?.words === null) return state;
  const page = currentPage(state);
  const words = page === null ? [] : readWords(state);
  const hits = page === null || words.length === 0 ? [] : findWordsOnPage(page.lines, words);
  if (hits.length === 0) return withoutFilterHits(state);
  const text = typedWords(question.text) || typedWords(question.scope);
  const found: State = { ...state, find: { text, words, hits, current: 0 } };
  const shown = reveal(found, hitLine(hits[0]));
  if (shown.page === null) return shown;
  return { ...shown, page: { ...shown.page, broughtTo: shown.page.anchor } };
}

export function withOpened(state: State): State {
  if (state.listed.length === 0 || state.focus === 'article') return state;
  return withFilterHits({ ...state, focus: 'article' });
}
