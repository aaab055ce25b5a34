// Lists of saved pages as comma-separated values: Pocket's, Instapaper's, Readwise Reader's.
import { escapeHtml } from '../feed/text-value.ts';
import { type CsvRow, parseCsv } from './csv.ts';
import { type SavedFields, type SavedList, savedList } from './saved-item.ts';

/** The cell of a column, by its name in lower case; empty where there is none. */
type Cells = (column: string) => string;

/** By the name of the format what its columns mean; `all` of them tell that it is that. */
const FORMATS = {
  pocket: {
    all: ['url', 'time_added', 'status'],
    read: (cell: Cells): SavedFields => ({
      url: cell('url'),
      title: cell('title'),
      added: cell('time_added'),
      tags: cell('tags').split(/[|,]/),
      isRead: cell('status') === 'archive',
    }),
  },
  instapaper: {
    all: ['url', 'selection', 'folder'],
    read: (cell: Cells): SavedFields => ({
      url: cell('url'),
      title: cell('title'),
      added: cell('timestamp'),
      summary: escapeHtml(cell('selection')),
      tags: [...listIn(cell('tags')), ...instapaperFolder(cell('folder'))],
      isRead: cell('folder') === 'Archive',
      isStarred: cell('folder') === 'Starred',
    }),
  },
  reader: {
    all: ['url', 'document tags', 'saved date'],
    read: (cell: Cells): SavedFields => ({
      url: cell('url'),
      title: cell('title'),
      added: cell('saved date'),
      tags: [...listIn(cell('document tags')), cell('location') === 'shortlist' ? 'shortlist' : ''],
      isRead: cell('location') === 'archive' || Number(cell('reading progress')) >= 1,
    }),
  },
} as const;

export type CsvFormat = keyof typeof FORMATS;

/** Which of the lists a text begins as; `null` for none. */
export function csvFormat(text: string): CsvFormat | null {
  const names = columnNames(parseCsv(text.slice(0, 1000).split(/[\r\n]/, 1)[0] ?? '')[0]);
  const formats = ['pocket', 'instapaper', 'reader'] as const;
  return formats.find((name) => FORMATS[name].all.every((one) => names.includes(one))) ?? null;
}

/** Reads a list; a row without an address is named with its line. */
export function readCsvList(text: string, format: CsvFormat): SavedList {
  const [header, ...rows] = parseCsv(text);
  const names = columnNames(header);
  return savedList(rows, ({ line, cells }) => ({
    fields: FORMATS[format].read((column) => cells[names.indexOf(column)]?.trim() ?? ''),
    where: { line, message: '' },
  }));
}

function columnNames(header: CsvRow | undefined): readonly string[] {
  return header?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
}

/** Its own are no tags. */
function instapaperFolder(folder: string): readonly string[] {
  return /^(?:Unread|Archive|Starred)?$/.test(folder) ? [] : [folder];
}

/** The texts of a list in a cell, as JSON or Python write it: `["a", 'b']`. */
function listIn(cell: string): readonly string[] {
  const texts = cell.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/g);
  return Array.from(texts, ([, double, single = '']) => (double ?? single).replace(/\\(.)/g, '$1'));
}
