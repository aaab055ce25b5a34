// Lists of saved articles, rows of CSV or objects in JSON: what each program calls their fields.
import { isObject, type JsonObject, objectOf, parseJson, textOf } from '../../core/json.ts';
import { type CsvRow, parseCsv } from './csv.ts';
import { type PlacedFields, type SavedFields, type SavedList, savedList } from './saved-item.ts';

/** What an item says in a field: a text, or the texts of a list; nothing where it has no such field. */
interface Said {
  readonly text: (field: string) => string;
  readonly list: (field: string) => readonly string[];
}

interface ListFormat {
  readonly isJson?: boolean;
  /** Fields that tell it, all of them; columns in lower case. */
  readonly told: readonly string[];
  /** What the fields mean, but for `url` and `title`. */
  readonly read: (said: Said) => Partial<SavedFields>;
}

const KINDS = ['pocket', 'instapaper', 'reader', 'omnivore', 'wallabag'] as const;
type ListKind = (typeof KINDS)[number];

const FORMATS: Readonly<Record<ListKind, ListFormat>> = {
  pocket: {
    told: ['url', 'time_added', 'status'],
    read: ({ text }) => ({
      added: text('time_added'),
      tags: text('tags').split(/[|,]/),
      isRead: text('status') === 'archive',
    }),
  },
  instapaper: {
    told: ['url', 'selection', 'folder'],
    read: ({ text, list }) => ({
      item: { summary: text('selection') },
      added: text('timestamp'),
      // Its own folders are no tags.
      tags: [...list('tags'), text('folder').replace(/^(?:Unread|Archive|Starred)$/, '')],
      isRead: text('folder') === 'Archive',
      isStarred: text('folder') === 'Starred',
    }),
  },
  reader: {
    told: ['url', 'document tags', 'saved date'],
    read: ({ text, list }) => ({
      added: text('saved date'),
      tags: [...list('document tags'), text('location') === 'shortlist' ? 'shortlist' : ''],
      isRead: text('location') === 'archive' || Number(text('reading progress')) >= 1,
    }),
  },
  // Of its metadata; the texts lie beside them, by the names of the articles.
  omnivore: {
    isJson: true,
    told: ['slug', 'url', 'savedAt'],
    read: ({ text, list }) => ({
      item: {
        id: text('slug'),
        summary: text('description'),
        authors: list('author'),
        date_published: text('publishedAt'),
      },
      added: text('savedAt'),
      tags: list('labels'),
      isRead: /^archived$/i.test(text('state')) || Number(text('readingProgress')) >= 100,
    }),
  },
  wallabag: {
    isJson: true,
    told: ['is_archived', 'url', 'tags'],
    read: ({ text, list }) => ({
      url: text('url') || text('given_url'),
      item: {
        content_html: text('content'),
        authors: list('published_by'),
        date_published: text('published_at'),
        language: text('language'),
      },
      added: text('created_at'),
      tags: list('tags'),
      // Old versions write a figure, as a number or a text.
      isRead: /^(?:1|true)$/.test(text('is_archived')),
      isStarred: /^(?:1|true)$/.test(text('is_starred')),
    }),
  },
};

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
  const { isJson = false, read } = FORMATS[known];
  const rows = isJson ? objectsIn(text) : rowsIn(text);
  const all = rows?.map(({ fields, at }) => {
    const said = saidIn(fields);
    return { url: said.text('url'), title: said.text('title'), ...read(said), at };
  });
  return all === undefined ? null : savedList(all);
}

type Row = Pick<PlacedFields, 'at'> & { readonly fields: JsonObject };

function rowsIn(text: string): readonly Row[] {
  const [header, ...rows] = parseCsv(text);
  const columns = columnsIn(header);
  return rows.map(({ line, cells }) => ({
    fields: Object.fromEntries(columns.map((column, at) => [column, cells[at]?.trim()])),
    at: { line, message: '' },
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
    at: { message: `number ${index + 1}: ` },
  }));
}

function saidIn(fields: JsonObject): Said {
  return {
    text: (field) => (fields[field] === true ? 'true' : textOf(fields[field])),
    list: (field) => listOf(fields[field]),
  };
}

/** Of texts, of things with a name, or in one text: `a,b`, or as JSON or Python write it: `["a", 'b']`. */
function listOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) {
    return value.map((one: unknown) => textOf(isObject(one) ? (one['name'] ?? one['label']) : one));
  }
  const text = textOf(value);
  if (!text.startsWith('[')) return text.split(',').filter(Boolean);
  const quoted = text.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/g);
  return Array.from(quoted, ([, double, single = '']) =>
    (double ?? single).replace(/\\(.)/g, '$1'),
  );
}
