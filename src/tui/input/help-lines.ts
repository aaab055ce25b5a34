// The help screen: the table of keys in words, those of the place one is in first.
import { type Bindings, USUAL_KEYS } from '../../core/keys/bindings.ts';
import { keyLabel } from '../../core/keys/key-names.ts';
import { KEY_NOTES } from '../../core/keys/key-table.ts';
import { type BoundRow, boundRows, withKeys } from '../../core/keys/key-texts.ts';
import type { Line, Span } from '../../text/line.ts';
import { fitSpans, row, span, spansWidth } from '../../text/spans.ts';
import { wrapSpans } from '../../text/wrap.ts';
import { screenGeometry } from '../state/geometry.ts';
import { shownPreview } from '../state/loaded-rows.ts';
import type { Moved, State } from '../state/state.ts';
import { PREVIEW_COMMANDS } from './handle-preview.ts';
import previewWords from './preview-words.json' with { type: 'json' };

/** Columns of the keys, with a gap. */
export const KEYS_WIDTH = 18;
/** From this many columns on, keys and words have a column each. */
const TABLE_COLUMNS = 66;
const WIDEST = 96;

const PLACES = ['list', 'article', 'feeds'] as const satisfies readonly Moved[];

function placesFrom(here: Moved): readonly Moved[] {
  return [here, ...PLACES.filter((place) => place !== here)];
}

/** The keys of a place; what another place had already is not said again. */
function rowsOf(bindings: Bindings, place: Moved, before: readonly Moved[]): readonly BoundRow[] {
  const other = place === 'list' ? 'article' : 'list';
  if (place === 'feeds' || !before.includes(other)) return boundRows(bindings, place);
  const said = new Set(boundRows(bindings, other).map(rowText));
  return boundRows(bindings, place).filter((one) => !said.has(rowText(one)));
}

function rowText({ keys, does }: BoundRow): string {
  return `${keys.join('  ')}: ${does}`;
}

function isSought({ keys, does }: BoundRow, sought: string): boolean {
  return does.includes(sought.toLowerCase()) || keys.map(keyLabel).includes(sought);
}

function keySpans(keys: readonly string[]): readonly Span[] {
  return keys.flatMap((key) => [span('  '), span(keyLabel(key), 'key')]).slice(1);
}

function keyLines({ keys, does }: BoundRow, columns: number): Line[] {
  const spans = keySpans(keys);
  if (columns < TABLE_COLUMNS) return [row(span(' '), ...spans), ...indented(does, columns, '   ')];
  const isLong = spansWidth(spans) >= KEYS_WIDTH;
  const words = row(span('  '), ...fitSpans(isLong ? [] : spans, KEYS_WIDTH), span(does));
  return isLong ? [row(span('  '), ...spans), words] : [words];
}

/** The keys of a place under its name, each group under its own. */
function placeLines(place: string, rows: readonly BoundRow[], columns: number): Line[] {
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
export function helpLines(
  columns: number,
  here: Moved = 'list',
  sought = '',
  bindings: Bindings = USUAL_KEYS,
): readonly Line[] {
  const places = placesFrom(here);
  const lines = places.flatMap((place, at) => {
    const rows = rowsOf(bindings, place, places.slice(0, at));
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
    ...indented(withKeys(bindings, note), Math.min(columns, WIDEST), '  '),
  ]);
  return [...lines.slice(1), ...notes];
}

const KEEP = { id: 'open', keys: ['enter'], does: 'keep it', group: '' } as const;

/** The keys of what is added and not kept yet: those of the article that do something there. */
function previewRows(bindings: Bindings): readonly BoundRow[] {
  const rows = boundRows(bindings, 'article').filter(({ id }) => PREVIEW_COMMANDS.includes(id));
  const own = Object.entries(previewWords).flatMap(([id, does]) =>
    rows.filter((one) => one.id === id).map((one) => ({ ...one, does, group: '' })),
  );
  const isShared = ({ id }: BoundRow): boolean => own.every((one) => one.id !== id);
  return [KEEP, ...own, ...rows.filter(isShared)];
}

/** The same in sentences, a key each. */
export function helpSentences(state: State): readonly string[] {
  const { bindings, feeds, focus } = state;
  const places = placesFrom(feeds === null ? focus : 'feeds');
  const parts =
    shownPreview(state) === null
      ? places.map((place, at) => [place, rowsOf(bindings, place, places.slice(0, at))] as const)
      : [['preview', previewRows(bindings)] as const];
  const keys = parts.flatMap(([place, rows]) => [
    `In the ${place}:`,
    ...rows.map(({ keys, does }) => `${keys.map(keyLabel).join(' or ')}: ${does}.`),
  ]);
  return [...keys, ...KEY_NOTES.map((note) => withKeys(bindings, note))];
}

export function openHelp(state: State): readonly Line[] {
  const { size, feeds, focus, prompt, bindings } = state;
  const sought = prompt?.kind === 'keys' ? prompt.text : '';
  if (sought === '' && shownPreview(state) !== null)
    return placeLines('preview', previewRows(bindings), size.columns).slice(1);
  return helpLines(size.columns, feeds === null ? focus : 'feeds', sought, bindings);
}

export function lowestHelpTop(state: State): number {
  return Math.max(0, openHelp(state).length - screenGeometry(state).bodyRows);
}
