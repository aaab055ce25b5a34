// The rows at the bottom: where the reader is, the line being typed, and which keys help now.

import type { ArticleState } from '../core/article-state.ts';
import { formatMinutes } from '../core/reading-time.ts';
import type { Line, Span } from '../text/line.ts';
import { displayWidth, graphemes } from '../text/width.ts';
import { positionText } from './article-rows.ts';
import { type Geometry, GUTTER } from './geometry.ts';
import { type CommandId, KEYS, keyLabel } from './keymap.ts';
import { SORTS, selectedHead } from './listing.ts';
import { markOf } from './marks.ts';
import { pageLinks } from './page-links.ts';
import { pageProgress } from './position.ts';
import { currentPage } from './scroll.ts';
import { fitSpans, row, span, spansWidth, spread } from './spans.ts';
import type { Prompt, State } from './state.ts';
import type { View } from './view.ts';

type Hint = readonly [keys: string, words: string];

function hint(id: CommandId, words: string): Hint {
  const key = KEYS.find((entry) => entry.id === id)?.keys[0] ?? '';
  return [keyLabel(key), words];
}

const LIST_HINTS: readonly Hint[] = [
  hint('open', 'open'),
  hint('help', 'keys'),
  hint('leave', 'quit'),
  hint('search', 'filter'),
  hint('next', 'next unread'),
  hint('read', 'read'),
  hint('star', 'star'),
  hint('remove', 'remove'),
  hint('undo', 'undo'),
  hint('sort', 'sort'),
  hint('space', 'page'),
  hint('browse', 'browser'),
];

const EMPTY_HINTS: readonly Hint[] = [
  hint('search', 'filter'),
  hint('help', 'keys'),
  hint('leave', 'quit'),
];

const ARTICLE_HINTS: readonly Hint[] = [
  hint('space', 'page'),
  hint('help', 'keys'),
  hint('leave', 'back'),
  hint('search', 'find'),
  hint('next', 'next unread'),
  hint('read', 'read'),
  hint('star', 'star'),
  ['J K', 'next, previous'],
  hint('follow', 'links'),
  hint('browse', 'browser'),
  hint('copy', 'copy URL'),
];

const FOUND_HINTS: readonly Hint[] = [
  ['n N', 'next, previous hit'],
  hint('search', 'find'),
  hint('leave', 'back'),
];

const PROMPT_HINTS: Readonly<Record<Prompt['kind'], readonly Hint[]>> = {
  filter: [
    ['Enter', 'keep'],
    ['Esc', 'show all'],
    ['', 'words  -word  "a phrase"  tag:  source:  is:unread'],
  ],
  find: [
    ['Enter', 'keep, then n N'],
    ['Esc', 'back'],
  ],
  link: [
    ['Esc', 'back'],
    ['Enter', 'open'],
  ],
};

const HELP_HINTS: readonly Hint[] = [
  ['Esc', 'close'],
  ['j k', 'scroll'],
];

function currentHints({ helpTop, prompt, focus, find, listed }: State): readonly Hint[] {
  if (helpTop !== null) return HELP_HINTS;
  if (prompt !== null) return PROMPT_HINTS[prompt.kind];
  if (listed.length === 0) return EMPTY_HINTS;
  if (focus === 'list') return LIST_HINTS;
  return find === null ? ARTICLE_HINTS : FOUND_HINTS;
}

/** As many hints as fit, the most needed first. */
function hintSpans(hints: readonly Hint[], width: number): readonly Span[] {
  const spans: Span[] = [];
  let room = width - 1;
  for (const [keys, words] of hints) {
    const added = [span(keys, 'key'), span(keys === '' ? words : ` ${words}`, 'status')];
    const columns = spansWidth(added) + (spans.length === 0 ? 0 : 3);
    if (columns > room) break;
    if (spans.length > 0) spans.push(span('   '));
    spans.push(...added.filter(({ text }) => text !== ''));
    room -= columns;
  }
  return [span(' '), ...spans];
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

function sortName(state: State): string {
  return SORTS.find(([key]) => key === state.sort)?.[1] ?? state.sort;
}

function listStatus(state: State, width: number, view: View): readonly Span[] {
  const { listed, selected, filter } = state;
  const place = listed.length === 0 ? '0 of 0' : `${selected + 1} of ${listed.length}`;
  const text = joined([
    place,
    filter.text === '' ? '' : `filter: ${filter.text}`,
    sortName(state),
    view.readOnly ? 'read-only: marks are not kept' : '',
  ]);
  return fitSpans([span(` ${text}`, 'status')], width);
}

function findStatus({ find }: State): string {
  if (find === null) return '';
  const place =
    find.hits.length === 0 ? 'no hit' : `hit ${find.current + 1} of ${find.hits.length}`;
  return `${place} for “${find.text}”`;
}

function markTexts({ read, starred }: ArticleState, isGhost: boolean): readonly string[] {
  if (isGhost) return ['removed'];
  return [read ? 'read' : 'unread', starred ? '★' : ''];
}

/** Minutes of the article at hand, those that are left while it is read for the first time. */
function minutesText(state: State, minutes: number | null, mark: ArticleState): string {
  const page = currentPage(state);
  const progress = page === null ? 0 : pageProgress(state, page);
  return minutes === null ? '' : formatMinutes(minutes, { ...mark, progress: progress % 1 });
}

function articleStatus(state: State, width: number, view: View): readonly Span[] {
  const head = selectedHead(state);
  const mark = head === undefined ? null : markOf(state, head);
  const minutes = head === undefined ? null : view.minutes(head);
  const isCounting = state.count !== '';
  const place =
    head === undefined || isCounting ? '' : `${state.selected + 1} of ${state.listed.length}`;
  const left = joined([
    positionText(state),
    findStatus(state),
    ...(mark === null
      ? []
      : [minutesText(state, minutes, mark), ...markTexts(mark, head?.id === state.ghost)]),
  ]);
  return spread([span(` ${left}`, 'status')], [span(`${place} `, 'status')], width);
}

const LABELS: Readonly<Record<Prompt['kind'], string>> = {
  filter: 'Filter: ',
  find: 'Find: ',
  link: 'Link number: ',
};

/** What stands at the right of the line being typed. */
function promptAside(state: State, prompt: Prompt, hasHints: boolean): Span {
  switch (prompt.kind) {
    case 'filter':
      return state.filter.problem === null || hasHints
        ? span(`${state.listed.length} of ${state.articles.length} `, 'status')
        : span(`${state.filter.problem} `, 'warning');
    case 'find':
      return span(
        prompt.text === '' ? '' : `${findStatus(state)} `.replace(/ for “.*/u, ' '),
        'status',
      );
    case 'link': {
      const links = pageLinks(state.page?.lines ?? []).length;
      return span(links === 0 ? 'no links here ' : `1 to ${links} `, 'status');
    }
    default:
      return prompt satisfies never;
  }
}

/** The end of a text that has no room: what is being typed stays in sight. */
function tail(text: string, width: number): string {
  let room = width;
  let kept = '';
  for (const grapheme of graphemes(text).reverse()) {
    room -= displayWidth(grapheme);
    if (room < 0) break;
    kept = grapheme + kept;
  }
  return kept;
}

function promptSpans(
  state: State,
  prompt: Prompt,
  { columns: width, hasHints }: Geometry,
): readonly Span[] {
  const label = LABELS[prompt.kind];
  const typed = tail(prompt.text, width - displayWidth(label) - 2);
  const left = [span(` ${label}`, 'key'), span(typed), span('▏', 'key')];
  return spread(left, [promptAside(state, prompt, hasHints)], width);
}

function noteSpans({ text, tone }: NonNullable<State['note']>, width: number): readonly Span[] {
  return fitSpans([span(` ${text}`, tone === 'warning' ? 'warning' : 'key')], width);
}

function statusSpans(state: State, geometry: Geometry, view: View): readonly Span[] {
  const { columns, list, article } = geometry;
  if (state.prompt !== null) return promptSpans(state, state.prompt, geometry);
  if (state.note !== null) return noteSpans(state.note, columns);
  if (list !== null && article !== null) {
    return [
      ...listStatus(state, list.width, view),
      span(' '.repeat(GUTTER)),
      ...articleStatus(state, article.width, view),
    ];
  }
  return list === null ? articleStatus(state, columns, view) : listStatus(state, columns, view);
}

/** A count that is being typed stands at the very right. */
function withCount(spans: readonly Span[], { count }: State, columns: number): readonly Span[] {
  if (count === '') return spans;
  return [...fitSpans(spans, columns - count.length - 2), span(` ${count} `, 'key')];
}

function problemSpans({ prompt, filter }: State): readonly Span[] | null {
  if (prompt?.kind !== 'filter' || filter.problem === null) return null;
  return [span(` ${filter.problem}`, 'warning')];
}

/** The one or two rows at the bottom. */
export function statusRows(state: State, geometry: Geometry, view: View): readonly Line[] {
  const { columns, hasHints } = geometry;
  const status = row(...withCount(statusSpans(state, geometry, view), state, columns));
  if (!hasHints) return [status];
  const hints = problemSpans(state) ?? hintSpans(currentHints(state), columns);
  return [status, row(...fitSpans(hints, columns))];
}
