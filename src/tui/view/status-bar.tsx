// The status bar: where the reader is, what happened, or the line being typed.

import { formatMinutes } from '../../core/article/reading-time.ts';
import type { ArticleState } from '../../core/journal/article-state.ts';
import type { Span } from '../../text/line.ts';
import { fitSpans, span, spansWidth, spread } from '../../text/spans.ts';
import { displayWidth } from '../../text/width.ts';
import { helpLength } from '../input/help-lines.ts';
import { fetchText } from '../input/key-commands.ts';
import { type Geometry, GUTTER } from '../state/geometry.ts';
import { SORTS } from '../state/listing.ts';
import { selectedRow } from '../state/loaded-rows.ts';
import { currentPage, pageProgress } from '../state/scroll.ts';
import { filterName } from '../state/side.ts';
import type { State } from '../state/state.ts';
import { addingStatus } from './adding-status.ts';
import { placeText, positionText } from './article-pane.tsx';
import { sideStatus } from './feeds-pane.tsx';
import { hitText, promptSpans } from './prompt.tsx';
import { Row } from './row.tsx';
import type { View } from './view.ts';

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

function sortName(state: State): string {
  return SORTS.find(([key]) => key === state.sort)?.[1] ?? state.sort;
}

function listStatus(state: State, width: number, view: View): readonly Span[] {
  const { listed, selected, filter } = state;
  const place = listed.length === 0 ? '0 of 0' : `${selected + 1} of ${listed.length}`;
  const of = filter.text === '' ? '' : (filterName(state) ?? `filter: ${filter.text}`);
  const readOnly = view.readOnly ? 'read-only: marks are not kept' : '';
  const whole = joined([place, of, sortName(state), readOnly]);
  // The usual order needs no words where there is no room for them.
  const isUsual = state.sort === SORTS[0]?.[0] && displayWidth(whole) >= width;
  const text = isUsual ? joined([place, of, readOnly]) : whole;
  return fitSpans([span(` ${text}`, 'status')], width);
}

function findStatus({ find }: State): string {
  return find === null ? '' : `${hitText(find)} for “${find.text}”`;
}

function markTexts({ read, starred }: ArticleState, isGone: boolean): readonly string[] {
  if (isGone) return ['removed'];
  return [read ? 'read' : 'unread', starred ? '★' : ''];
}

/** Minutes of the article at hand, those that are left while it is read for the first time. */
function minutesText(state: State, minutes: number | null, mark: ArticleState): string {
  const page = currentPage(state);
  const progress = page === null ? 0 : pageProgress(state, page);
  return minutes === null ? '' : formatMinutes(minutes, { ...mark, progress: progress % 1 });
}

/** @param isAlone without the list, which says which article it is */
function articleStatus(state: State, width: number, view: View, isAlone: boolean): readonly Span[] {
  const row = selectedRow(state);
  const head = row?.head;
  const mark = row?.state ?? null;
  const minutes = head === undefined ? null : view.minutes(head);
  const isPlaced = head !== undefined && state.count === '' && isAlone;
  const place = isPlaced ? `${state.selected + 1} of ${state.listed.length}` : '';
  const left = joined([
    positionText(state),
    findStatus(state),
    ...(mark === null
      ? []
      : [
          minutesText(state, minutes, mark),
          ...markTexts(mark, state.goneRow !== null && row === state.goneRow),
        ]),
  ]);
  return spread([span(` ${left}`, 'status')], [span(`${place} `, 'status')], width);
}

function noteSpans({ text, tone }: NonNullable<State['note']>, width: number): readonly Span[] {
  return fitSpans([span(` ${text}`, tone === 'warning' ? 'warning' : 'key')], width);
}

function helpStatus(top: number, { columns, bodyRows }: Geometry): readonly Span[] {
  const text = placeText(top, Math.max(0, helpLength(columns) - bodyRows));
  return fitSpans([span(` ${text}`, 'status')], columns);
}

function whatSpans(state: State, geometry: Geometry, view: View): readonly Span[] {
  const { columns } = geometry;
  if (state.prompt !== null) return promptSpans(state, state.prompt, columns, view);
  if (state.note !== null) return noteSpans(state.note, columns);
  if (state.helpTop !== null) return helpStatus(state.helpTop, geometry);
  if (state.adding !== null) return addingStatus(state, state.adding, columns);
  return withFetch(placeSpans(state, geometry, view), state, columns);
}

/** What of the status line stays beside the progress; with less room the progress has it all. */
const LEAST_BESIDE = 24;

/** The status line with how far a fetch is at its right. */
function withFetch(spans: readonly Span[], { fetch }: State, columns: number): readonly Span[] {
  if (fetch?.step !== 'running') return spans;
  const progress = [span(fetchText(fetch), 'key'), span(' ')];
  const left = columns - spansWidth(progress) - 2;
  if (left < LEAST_BESIDE) return fitSpans([span(' '), ...progress], columns);
  return [...fitSpans(spans, left), span('  '), ...progress];
}

/** Where the reader is, in the list, the article or both. */
function placeSpans(state: State, geometry: Geometry, view: View): readonly Span[] {
  const { columns, list, article } = geometry;
  if (state.side !== null) return sideStatus(state, state.side, columns);
  if (list !== null && article !== null) {
    return [
      ...listStatus(state, list.width, view),
      span(' '.repeat(GUTTER)),
      ...articleStatus(state, article.width, view, false),
    ];
  }
  return list === null
    ? articleStatus(state, columns, view, true)
    : listStatus(state, columns, view);
}

/** The bar; a count that is being typed stands at its very right. */
export function statusSpans(state: State, geometry: Geometry, view: View): readonly Span[] {
  const { count } = state;
  const spans = whatSpans(state, geometry, view);
  if (count === '') return spans;
  return [...fitSpans(spans, geometry.columns - count.length - 2), span(` ${count} `, 'key')];
}

export interface StatusBarProps {
  readonly state: State;
  readonly geometry: Geometry;
  readonly view: View;
}

/** Draws the status bar. */
export function StatusBar({ state, geometry, view }: StatusBarProps) {
  return <Row spans={statusSpans(state, geometry, view)} />;
}
