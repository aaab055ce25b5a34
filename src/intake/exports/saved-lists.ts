// Lists of saved articles, rows of CSV or objects in JSON, by one table of what programs call their fields.
import { isObject, type JsonObject, objectOf, parseJson, textOf } from '../../core/json.ts';
import { type CsvRow, parseCsv } from './csv.ts';
import formats from './list-formats.json' with { type: 'json' };
import { type SavedFields, type SavedList, savedList } from './saved-item.ts';

/** Fields by their names in a format, columns in lower case; each with what it says then, as a pattern. */
type Marks = Readonly<Record<string, string>>;

interface ListFormat {
  readonly isJson?: boolean;
  /** Fields that tell it, all of them. */
  readonly told: readonly string[];
  /** Fields by their names in JSON Feed, but for `url` and `title`, which are the same. */
  readonly item?: Readonly<Record<string, string>>;
  readonly added: string;
  /** Lists of tags. */
  readonly tags: readonly string[];
  /** Where it lies: a tag, but for the program's own places. */
  readonly folders?: Marks;
  readonly read: Marks;
  readonly starred?: Marks;
}

const KINDS = ['pocket', 'instapaper', 'reader', 'omnivore', 'wallabag'] as const;
type ListKind = (typeof KINDS)[number];

const FORMATS: Readonly<Record<ListKind, ListFormat>> = formats;

/** Which of the lists a text begins as, however long it is; `null` for none. */
export function listKind(text: string): ListKind | null {
  const isJson = /^\s*\[\s*\{/.test(text);
  const columns = columnsIn(parseCsv(text.slice(0, 1000).split(/[\r\n]/, 1)[0] ?? '')[0]);
  const has = (field: string) => (isJson ? text.includes(`"${field}"`) : columns.includes(field));
  const kinds = KINDS.filter((kind) => (FORMATS[kind].isJson ?? false) === isJson);
  return kinds.find((kind) => FORMATS[kind].told.every(has)) ?? null;
}

/**
 * Reads a list; what has no address is named with its line or its number.
 * @returns `null` for what is no list in JSON, and for another kind of file
 */
export function readSavedList(text: string, kind: string): SavedList | null {
  const known = KINDS.find((one) => one === kind);
  if (known === undefined) return null;
  const format = FORMATS[known];
  const rows = format.isJson ? objectsIn(text) : rowsIn(text);
  return rows && savedList(rows.map((row) => readFields(row, format)));
}

function readFields({ fields, at }: Row, format: ListFormat): SavedFields {
  const { item = {}, added, tags, folders = {}, read, starred = {} } = format;
  const text = (field: string): string => (fields[field] === true ? 'true' : textOf(fields[field]));
  const said = (marks: Marks): readonly string[] =>
    Object.entries(marks).flatMap(([field, what]) =>
      new RegExp(what).test(text(field)) ? text(field) : [],
    );
  const named = Object.entries(item).map(([name, field]) => [name, fields[field]]);
  return {
    url: text('url') || text('given_url'),
    title: text('title'),
    item: Object.fromEntries(named),
    added: text(added),
    tags: [...tags.flatMap((field) => listOf(fields[field])), ...said(folders)],
    isRead: said(read).length > 0,
    isStarred: said(starred).length > 0,
    at,
  };
}

type Row = Pick<SavedFields, 'at'> & { readonly fields: JsonObject };

function rowsIn(text: string): readonly Row[] {
  const [header, ...rows] = parseCsv(text);
  const columns = columnsIn(header);
  return rows.map(({ line, cells }) => ({
    fields: Object.fromEntries(columns.map((column, at) => [column, cells[at]?.trim()])),
    at: { line, prefix: '' },
  }));
}

function columnsIn(header: CsvRow | undefined): readonly string[] {
  return header?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
}

function objectsIn(text: string): readonly Row[] | null {
  const all = parseJson(text);
  if (!Array.isArray(all)) return null;
  return all.map((value: unknown, index) => ({
    fields: objectOf(value),
    at: { prefix: `number ${index + 1}: ` },
  }));
}

/** Of texts, of things with a name, or in one text: `a,b`, `a|b`, or as JSON or Python write it: `["a", 'b']`. */
function listOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) {
    return value.map((one: unknown) => textOf(isObject(one) ? (one['name'] ?? one['label']) : one));
  }
  const text = textOf(value);
  if (!/^\[(?:\s*["'].*)?\]$/s.test(text)) return text.split(/[|,]/);
  const quoted = text.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/g);
  return Array.from(quoted, ([, double, single = '']) =>
    (double ?? single).replace(/\\(.)/g, '$1'),
  );
}
