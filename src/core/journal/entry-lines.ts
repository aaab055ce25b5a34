// Lines of journals as entries, one for each article: a line may name many.
import { groupBy } from '../group-by.ts';
import { formatJson, isObject, parseJson } from '../json.ts';
import {
  createEntryParser,
  formatEntry,
  type JournalEntry,
  LONGEST_LINE,
  LONGEST_NAME,
  readEntries,
} from './journal-entry.ts';

/** The entries of a line; `null` for one that is no change that can be read. */
export type ParseLine = (line: string, device: string) => readonly JournalEntry[] | null;

/** A parser of many lines; what they have in common is parsed once. */
export function createLineParser(): ParseLine {
  const parse = createEntryParser();
  return (line, device) => {
    const entry = parse(line, device);
    return entry === null ? parseMany(line, device) : [entry];
  };
}

function parseMany(line: string, device: string): readonly JournalEntry[] | null {
  if (line.length > LONGEST_LINE) return null;
  const value = parseJson(line);
  if (!isObject(value)) return null;
  const ids = expandIds(value['ids']);
  return ids.length === 0 ? null : readEntries(value, ids, device);
}

/**
 * A number before an ID says with how many UTF-16 units of the one before it begins; none where
 * it is no such list.
 */
function expandIds(list: unknown): readonly string[] {
  if (!Array.isArray(list)) return [];
  const ids: string[] = [];
  let shared = 0;
  for (const item of list) {
    if (typeof item === 'number') shared = item;
    else {
      const id = `${(ids.at(-1) ?? '').slice(0, shared)}${item}`;
      if (typeof item !== 'string' || id.length > LONGEST_NAME) return [];
      ids.push(id);
      shared = 0;
    }
  }
  return ids;
}

/** A line that is still to be written, in whichever journal. */
export type NewEntry = Omit<JournalEntry, 'device'>;

/** The lines of changes: those that are the same but for the article have lines in common. */
export function formatLines(entries: readonly NewEntry[]): readonly string[] {
  const commonOf = (entry: NewEntry): string =>
    formatEntry({ ...entry, id: '', as: '.'.repeat(entry.as.length) });
  return [...groupBy(entries, commonOf).values()].flatMap(linesOfMany);
}

/** No line is too long. @param entries that differ in their articles only, of as many names each */
function linesOfMany(entries: readonly NewEntry[]): readonly string[] {
  const [first] = entries;
  if (first === undefined || entries.length === 1) return entries.map((one) => formatEntry(one));
  const common = formatEntry({ ...first, id: '', as: '' });
  const room = LONGEST_LINE - common.length - 20;
  const lines: { list: string; as: string }[] = [];
  let before = '';
  for (const { id, as } of [...entries].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const last = lines.at(-1);
    const list = `${last?.list},${shortened(id, before)}`;
    if (last !== undefined && list.length + last.as.length + as.length <= room) {
      Object.assign(last, { list, as: last.as + as });
    } else lines.push({ list: formatJson(id), as });
    before = id;
  }
  return lines.map(({ list, as }) => {
    const line = common.replace('"id":""', () => `"ids":[${list}]`);
    return as === '' ? line : `${line.slice(0, -1)},"as":"${as}"}`;
  });
}

/** Beginnings that are not worth a number. */
const SHORT = 3;

function shortened(id: string, before: string): string {
  let shared = 0;
  while (shared < id.length && id[shared] === before[shared]) shared += 1;
  // Halves of one character would stand alone.
  if (/^[\udc00-\udfff]/.test(id.slice(shared))) shared -= 1;
  return shared <= SHORT ? formatJson(id) : `${shared},${formatJson(id.slice(shared))}`;
}
