// Entries as lines of journals: a line may name many articles.
import { formatJson } from '../json.ts';
import { lazyFor } from '../lazy.ts';
import { formatEntry, type JournalEntry, LONGEST_LINE } from './journal-entry.ts';

/** A line that is still to be written, in whichever journal. */
export type NewEntry = Omit<JournalEntry, 'device'>;

/**
 * The lines of changes: those that are the same but for the article have lines in common; of a file
 * that was added all is its own, and nothing but the line is kept.
 */
export function formatLines(entries: Iterable<NewEntry>): readonly string[] {
  const lines: (string | NewEntry[])[] = [];
  const groups = lazyFor((_common: string): NewEntry[] => {
    const group: NewEntry[] = [];
    lines.push(group);
    return group;
  });
  for (const entry of entries) {
    if (entry.rest.added !== null) lines.push(formatEntry(entry));
    else groups(commonOf(entry)).push(entry);
  }
  return lines.flatMap((line) => (typeof line === 'string' ? line : linesOfMany(line)));
}

/** What is the same where only the articles differ. */
function commonOf(entry: NewEntry): string {
  return formatEntry({ ...entry, id: '', as: '.'.repeat(entry.as.length) });
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
