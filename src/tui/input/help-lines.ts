// The help screen: the table of keys in words, those of the place one is in first.
import type { Line, Span } from '../../text/line.ts';
import { fitSpans, row, span } from '../../text/spans.ts';
import { wrapSpans } from '../../text/wrap.ts';
import { screenGeometry } from '../state/geometry.ts';
import type { Moved, State } from '../state/state.ts';
import { FEEDS_KEYS, KEY_NOTES, KEYS, keyLabel } from './keymap.ts';

/** Columns of the keys, with a gap. */
export const KEYS_WIDTH = 18;
/** From this many columns on, keys and words have a column each. */
const TABLE_COLUMNS = 66;
const WIDEST = 96;

const PLACES = ['list', 'article', 'feeds'] as const satisfies readonly Moved[];

interface HelpRow {
  readonly keys: readonly string[];
  readonly does: string;
  readonly group: string;
}

function placesFrom(here: Moved): readonly Moved[] {
  return [here, ...PLACES.filter((place) => place !== here)];
}

/** The keys of a place; what another place had already is not said again. */
function rowsOf(place: Moved, before: readonly Moved[]): readonly HelpRow[] {
  if (place === 'feeds') return FEEDS_KEYS.map((key) => ({ ...key, group: '' }));
  const other = place === 'list' ? 'article' : 'list';
  return KEYS.flatMap((key) => {
    const does = key[place];
    if (does === null || (before.includes(other) && does === key[other])) return [];
    return { keys: key.keys, does, group: key.group };
  });
}

function isSought({ keys, does }: HelpRow, sought: string): boolean {
  return does.includes(sought.toLowerCase()) || keys.map(keyLabel).includes(sought);
}

function keySpans(keys: readonly string[]): readonly Span[] {
  return keys.flatMap((key) => [span('  '), span(keyLabel(key), 'key')]).slice(1);
}

function keyLines({ keys, does }: HelpRow, columns: number): Line[] {
  if (columns >= TABLE_COLUMNS) {
    return [row(span('  '), ...fitSpans(keySpans(keys), KEYS_WIDTH), span(does))];
  }
  return [row(span(' '), ...keySpans(keys)), ...indented(does, columns, '   ')];
}

/** The keys of a place under its name, each group under its own. */
function placeLines(place: Moved, rows: readonly HelpRow[], columns: number): Line[] {
  if (rows.length === 0) return [];
  const lines = rows.flatMap((one, at) => {
    const isFirst = one.group !== '' && one.group !== rows[at - 1]?.group;
    const title = isFirst ? [row(), row(span(' '), span(one.group, 'meta'))] : [];
    return [...title, ...keyLines(one, columns)];
  });
  return [row(), row(span(' '), span(`In the ${place}`, 'strong')), ...lines];
}

function indented(words: string, columns: number, indent: string): Line[] {
  const rows = wrapSpans([span(words)], Math.max(1, columns - 4));
  return rows.map((spans) => row(span(indent), ...spans));
}

/**
 * The lines of the help for a screen of so many columns.
 * @param here the place whose keys come first
 * @param sought letters of what keys do, or a key: only those stand there; '' for all
 */
export function helpLines(columns: number, here: Moved = 'list', sought = ''): readonly Line[] {
  const places = placesFrom(here);
  const lines = places.flatMap((place, at) => {
    const rows = rowsOf(place, places.slice(0, at));
    return placeLines(
      place,
      sought === '' ? rows : rows.filter((one) => isSought(one, sought)),
      columns,
    );
  });
  if (sought !== '')
    return lines.length > 0 ? lines.slice(1) : [row(span(' no key does that', 'meta'))];
  const notes = KEY_NOTES.flatMap((note) => [
    row(),
    ...indented(note, Math.min(columns, WIDEST), '  '),
  ]);
  return [...lines.slice(1), ...notes];
}

/** The same in sentences, a key each. */
export function helpSentences({ feeds, focus }: State): readonly string[] {
  const places = placesFrom(feeds === null ? focus : 'feeds');
  const keys = places.flatMap((place, at) => [
    `In the ${place}:`,
    ...rowsOf(place, places.slice(0, at)).map(
      ({ keys, does }) => `${keys.map(keyLabel).join(' or ')}: ${does}.`,
    ),
  ]);
  return [...keys, ...KEY_NOTES];
}

export function openHelp({ size, feeds, focus, prompt }: State): readonly Line[] {
  const sought = prompt?.kind === 'keys' ? prompt.text : '';
  return helpLines(size.columns, feeds === null ? focus : 'feeds', sought);
}

export function lowestHelpTop(state: State): number {
  return Math.max(0, openHelp(state).length - screenGeometry(state).bodyRows);
}
