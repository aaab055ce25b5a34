// The status bar: where the reader is, what happened, or the line being typed.

import { formatMinutes } from '../../core/article/article.ts';
import type { Bindings } from '../../core/keys/bindings.ts';
import { keyLabel } from '../../core/keys/key-names.ts';
import { firstKey, withKeys } from '../../core/keys/key-texts.ts';
import type { Span } from '../../text/line.ts';
import { fitSpans, span, spansWidth, spread } from '../../text/spans.ts';
import { displayWidth, truncate } from '../../text/width.ts';
import { lowestHelpTop } from '../input/help-lines.ts';
import { pageHeadings } from '../state/contents.ts';
import { fetchText } from '../state/fetch-text.ts';
import { GUTTER } from '../state/geometry.ts';
import { orderName, SORTS } from '../state/listing.ts';
import { selectedRow } from '../state/loaded-rows.ts';
import { currentPage, pageProgress } from '../state/scroll.ts';
import type { Adding, Preview, State } from '../state/state.ts';
import { placeText, positionText } from './article-pane.tsx';
import { feedsStatus } from './feeds-pane.tsx';
import { type Placed, Row } from './pane.tsx';
import { hitText, promptSpans } from './prompt-line.ts';

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

type Shown = Omit<Placed, 'strip'>;

function listStatus(state: State, width: number): readonly Span[] {
  const { listed, selected, filter } = state;
  const place = listed.length === 0 ? '0 of 0' : `${selected + 1} of ${listed.length}`;
  const of = filter.text === '' ? '' : `filter: ${filter.text}`;
  const readOnly = state.canAdd ? '' : 'read-only: marks are not kept';
  const order = orderName(state.sort);
  const whole = joined([place, of, order, readOnly]);
  // The usual order needs no words where there is no room for them.
  const isUsual = state.sort === SORTS[0]?.[0] && displayWidth(whole) >= width;
  const text = isUsual ? joined([place, of, readOnly]) : whole;
  return fitSpans([span(` ${text}`, 'status')], width);
}

/** Minutes of the selected article, those that are left while it is read for the first time. */
function minutesText(state: State): string {
  const row = selectedRow(state);
  if (row === undefined) return '';
  const page = currentPage(state);
  const progress = page === null ? 0 : pageProgress(state, page) % 1;
  return formatMinutes(row.body.minutes, { ...row.state, progress });
}

function markTexts(state: State): readonly string[] {
  const row = selectedRow(state);
  if (row === undefined) return [];
  if (row === state.goneRow) return ['removed'];
  return [row.state.read ? 'read' : 'unread', row.state.starred ? '★' : ''];
}

/** The list beside it, where there is one, says which article it is. */
function articleStatus({ state, geometry }: Shown, width: number): readonly Span[] {
  const { find, count, selected, listed } = state;
  const hits = find === null ? '' : `${hitText(find)} for “${find.text}”`;
  const left = joined([positionText(state), hits, minutesText(state), ...markTexts(state)]);
  const isPlaced = selectedRow(state) !== undefined && count === '' && geometry.list === null;
  const place = isPlaced ? `${selected + 1} of ${listed.length}` : '';
  return spread([span(` ${left}`, 'status')], [span(`${place} `, 'status')], width);
}

/** What of the status line stays beside the progress; with less room the progress has it all. */
const LEAST_BESIDE = 24;
/** Columns of the name of the feed that is waited for: less says nothing. */
const LEAST_NAME = 8;
/** More of them are not needed. */
const LONGEST_NAME = 24;

/** The status line with how far a fetch is at its right. */
function withFetch(spans: readonly Span[], { fetch }: State, columns: number): readonly Span[] {
  if (fetch === null) return spans;
  const text = fetchText(fetch);
  const room = columns - displayWidth(text) - LEAST_BESIDE - 6;
  const isNamed = fetch.of > 0 && fetch.waitsFor !== null && room >= LEAST_NAME;
  const name = isNamed ? ` · ${truncate(fetch.waitsFor ?? '', Math.min(room, LONGEST_NAME))}` : '';
  const progress = [span(text, 'key'), span(`${name} `, 'status')];
  const left = columns - spansWidth(progress) - 2;
  if (left < LEAST_BESIDE) return fitSpans([span(' '), ...progress], columns);
  return [...fitSpans(spans, left), span('  '), ...progress];
}

function placeSpans(shown: Shown): readonly Span[] {
  const { state, geometry } = shown;
  const { columns, feeds, list, article } = geometry;
  if (state.feeds !== null) return feedsStatus(state, columns);
  if (list !== null && article !== null) {
    const left = feeds === null ? 0 : feeds.width + GUTTER;
    return [
      span(' '.repeat(left)),
      ...listStatus(state, list.width),
      span(' '.repeat(GUTTER)),
      ...articleStatus(shown, article.width),
    ];
  }
  return list === null ? articleStatus(shown, columns) : listStatus(state, columns);
}

/** From this many columns on there is room for whole words. */
const ROOMY = 32;

type Answer = readonly [key: string, words: string];

function answerSpans([key, words]: Answer): readonly Span[] {
  return [span(key, 'key'), span(` ${words}`, 'status')];
}

/** What is going on is cut where it has no room; how to answer is not. */
function withAnswer(text: string, answer: Answer, width: number): readonly Span[] {
  const right = [span(' '), ...answerSpans(answer), span(' ')];
  return [...fitSpans([span(` ${text}`, 'status')], width - spansWidth(right)), ...right];
}

function previewStatus(state: State, preview: Preview, width: number): readonly Span[] {
  const isRoomy = width >= ROOMY;
  if (preview.isKeeping) {
    return withAnswer(isRoomy ? 'keeping its pictures' : 'keeping', ['Esc', 'stops'], width);
  }
  const { length } = preview.draft.taken.dropped;
  const discard = answerSpans(['Esc', isRoomy ? 'discard' : 'no']);
  const answers = [...answerSpans(['Enter', 'keep']), span(' · ', 'status'), ...discard];
  const chosen =
    preview.piece === null
      ? positionText(state)
      : withKeys(state.bindings, '{remove} moves the piece');
  const place = state.find === null ? chosen : hitText(state.find);
  const leftOut = length === 0 || !isRoomy ? '' : ` · ${length} left out`;
  const left = [span(' '), ...answers, span(leftOut, 'status')];
  return spread(left, [span(`${place} `, 'status')], width);
}

/** How the page that is being added stands, on a screen of so many columns. */
function addingSpans(state: State, adding: Adding, width: number): readonly Span[] {
  const isRoomy = width >= ROOMY;
  if (adding.step === 'reading') {
    const verb = /^https?:/i.test(adding.source) ? 'fetching' : 'reading';
    if (!isRoomy) return withAnswer(verb, ['Esc', 'stops'], width);
    return withAnswer(`${verb} ${adding.source}`, ['Esc', 'stops it'], width);
  }
  if (adding.step === 'preview') return previewStatus(state, adding, width);
  const { title } = adding.draft.taken.article;
  const key = firstKey(state.bindings, 'add');
  if (!isRoomy) return withAnswer('page read', [key, 'shows'], width);
  return withAnswer(title === '' ? 'the page is read' : `read: ${title}`, [key, 'shows it'], width);
}

/** The same as a sentence. */
export function addingText(adding: Adding, bindings: Bindings): string {
  if (adding.step === 'reading') return `reading ${adding.source}: Esc stops it`;
  const { title } = adding.draft.taken.article;
  if (adding.step === 'ready') return `read: ${title}: ${firstKey(bindings, 'add')} shows it`;
  if (adding.isKeeping) return 'keeping its pictures: Esc stops';
  const { length } = adding.draft.taken.dropped;
  return `${title}: Enter keeps it, Esc discards it, ${length} left out`;
}

/** The line being typed, what happened, how far the help or a new page is, or where the reader is. */
function statusSpans(shown: Shown): readonly Span[] {
  const { state, geometry, view } = shown;
  const { columns } = geometry;
  const { prompt, note, helpTop, contents, adding } = state;
  if (prompt !== null) return promptSpans(state, prompt, columns, view);
  if (note !== null) return [span(` ${note.text}`, note.tone === 'warning' ? 'warning' : 'key')];
  if (helpTop !== null) {
    return [span(` ${placeText(helpTop, lowestHelpTop(state))}`, 'status')];
  }
  if (contents !== null) {
    return [span(` ${contents + 1} of ${pageHeadings(state).length}`, 'status')];
  }
  if (adding !== null) return addingSpans(state, adding, columns);
  return withFetch(placeSpans(shown), state, columns);
}

/** Draws the bar; a count or a chord that is being typed stands at its very right. */
export function StatusBar(shown: Shown) {
  const { columns } = shown.geometry;
  const { count, chord } = shown.state;
  const typed = `${count} ${chord === '' ? '' : `${keyLabel(chord)} …`}`.trim();
  const end = typed === '' ? [] : [span(` ${typed} `, 'key')];
  return <Row spans={[...fitSpans(statusSpans(shown), columns - spansWidth(end)), ...end]} />;
}
