// What a row of `list` says in a column or a template, by the names of fields.
import { JSON_KEYS } from '../../core/article/article-json.ts';
import { cleanLine, cleanText } from '../../core/clean.ts';
import { formatIsoDay } from '../../core/dates/dates.ts';
import type { JsonSchema } from '../../core/json-schema.ts';
import type { ArticleRow } from '../../library/finder/finder.ts';
import { type Call, flagValue, unknownName } from '../call/call.ts';

/** One line of text, empty where nothing is known. */
export type RowCell = (row: ArticleRow) => string;
/** Cells by their names. */
export type RowCells = ReadonlyMap<string, RowCell>;

/** Keys that a row has not, or that a line has no room for. */
const LEFT_OUT = /^(?:schema|links|markdown|text)$/;

function isPlain(schema: JsonSchema): boolean {
  const { type, items } = schema;
  return type !== 'object' && (type !== 'array' || Reflect.get(Object(items), 'type') === 'string');
}

/** Dates as `tsv` has them, marks as the table has, and what of a row's JSON is no object. */
const CELLS: RowCells = new Map<string, RowCell>([
  ['marks', ({ state }) => marksCell(state)],
  ['date', ({ head: { published, added } }) => formatIsoDay(published ?? added ?? '')],
  ['read', ({ state }) => String(state.read)],
  ['starred', ({ state }) => String(state.starred)],
  ...JSON_KEYS.filter(({ key, schema }) => !LEFT_OUT.test(key) && isPlain(schema)).map(
    ({ key, value }): readonly [string, RowCell] => {
      const clean = key === 'id' || key === 'path' ? cleanText : cleanLine;
      return [key, ({ head, body, state }) => clean(formatCell(value(head, { ...body, state })))];
    },
  ),
]);

function marksCell({ read, starred }: ArticleRow['state']): string {
  return `${read ? '' : '●'}${starred ? '★' : ''}`;
}

function formatCell(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}

function findCell(name: string, flag: string, cells: RowCells): RowCell {
  const cell = cells.get(name);
  if (cell !== undefined) return cell;
  throw unknownName(`--${flag} knows no`, name, [...cells.keys()]);
}

/** The names that `--columns` takes. */
export const CELL_NAMES: readonly string[] = [...CELLS.keys()];

/** What `--template` or `--columns` asks for. */
export interface NamedCells {
  /** Those of the columns, in their order. */
  readonly cells: RowCells;
  /** The whole text of a row, without the end of its line. */
  readonly line: RowCell;
}

/**
 * Reads the call's template or columns.
 * @param more cells that only this verb has
 * @throws NewsprintError `usage` for a name that is none
 */
export function namedCells(call: Call, more: RowCells): NamedCells {
  const known = new Map([...CELLS, ...more]);
  const template = flagValue(call, 'template');
  if (template !== undefined) return { cells: new Map(), line: parseTemplate(template, known) };
  const names = (flagValue(call, 'columns') ?? '').split(',');
  const cells = new Map(names.map((name) => [name, findCell(name, 'columns', known)]));
  return { cells, line: (row) => [...cells.values()].map((cell) => cell(row)).join('\t') };
}

/** `{title}`, `\t` and `\n`; a brace that is twice there is one. */
const PLACE = /\{(\w+)\}|\\([nt])|(\{\{|\}\})/g;

function parseTemplate(text: string, cells: RowCells): RowCell {
  const parts: RowCell[] = [];
  let end = 0;
  for (const { 0: whole, 1: name, 2: control, index } of text.matchAll(PLACE)) {
    const before = text.slice(end, index);
    const plain = control === undefined ? whole.slice(0, 1) : control === 'n' ? '\n' : '\t';
    parts.push(() => before, name === undefined ? () => plain : findCell(name, 'template', cells));
    end = index + whole.length;
  }
  const rest = text.slice(end);
  return (row) => parts.map((part) => part(row)).join('') + rest;
}
