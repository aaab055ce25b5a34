// The help screen: the table of keys in words, for any width.
import type { Line, Span } from '../../text/line.ts';
import { fitSpans, row, span } from '../../text/spans.ts';
import { wrapSpans } from '../../text/wrap.ts';
import type { Geometry } from '../state/geometry.ts';
import { FEEDS_KEYS, KEY_NOTES, KEYS, type KeyRow, keyLabel } from './keymap.ts';

/** Columns of the keys, with a gap. */
export const KEYS_WIDTH = 18;
/** From this many columns on, list and article have a column each. */
const TABLE_COLUMNS = 80;
const WIDEST = 96;

function keySpans(keys: readonly string[]): readonly Span[] {
  return keys.flatMap((key) => [span('  '), span(keyLabel(key), 'key')]).slice(1);
}

function tableLines(columns: number): Line[] {
  const words = Math.floor((Math.min(columns, WIDEST) - KEYS_WIDTH - 4) / 2);
  const cells = (keys: readonly Span[], list: Span, article: Span) =>
    row(
      span('  '),
      ...fitSpans(keys, KEYS_WIDTH),
      ...fitSpans([list], words),
      ...fitSpans([article], words),
    );
  const cell = (text: string | null) => (text === null ? span('·', 'meta') : span(text));
  return [
    cells([span('keys', 'meta')], span('in the list', 'meta'), span('in the article', 'meta')),
    row(),
    ...KEYS.map(({ keys, list, article }) => cells(keySpans(keys), cell(list), cell(article))),
  ];
}

function meaning({ list, article }: KeyRow): readonly string[] {
  if (list === article) return [list ?? ''];
  const named = Object.entries({ list, article });
  return named.flatMap(([pane, words]) => (words === null ? [] : `${pane}: ${words}`));
}

function stackedLines(columns: number): Line[] {
  return KEYS.flatMap((key) => [
    row(span(' '), ...keySpans(key.keys)),
    ...meaning(key).flatMap((words) => indented(words, columns, '   ')),
  ]);
}

function feedsKeyLines(columns: number): Line[] {
  const isTable = columns >= TABLE_COLUMNS;
  const lines = FEEDS_KEYS.flatMap(({ keys, does }) =>
    isTable
      ? [row(span('  '), ...fitSpans(keySpans(keys), KEYS_WIDTH), span(does))]
      : [row(span(' '), ...keySpans(keys)), ...indented(does, columns, '   ')],
  );
  const indent = isTable ? ' '.repeat(2 + KEYS_WIDTH) : ' ';
  return [row(), row(span(indent), span('in the feeds', 'meta')), row(), ...lines];
}

function indented(words: string, columns: number, indent: string): Line[] {
  const rows = wrapSpans([span(words)], Math.max(1, columns - 4));
  return rows.map((spans) => row(span(indent), ...spans));
}

/** Every line of the help for a screen of so many columns. */
export function helpLines(columns: number): readonly Line[] {
  const notes = KEY_NOTES.flatMap((note) => [
    row(),
    ...indented(note, Math.min(columns, WIDEST), '  '),
  ]);
  const tables = columns >= TABLE_COLUMNS ? tableLines(columns) : stackedLines(columns);
  return [...tables, ...feedsKeyLines(columns), ...notes];
}

/** The lowest line that may be at the top of a screen. */
export function lowestHelpTop({ columns, bodyRows }: Pick<Geometry, 'columns' | 'bodyRows'>) {
  return Math.max(0, helpLines(columns).length - bodyRows);
}
