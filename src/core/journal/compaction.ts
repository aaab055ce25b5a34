// Compaction: the lines of a journal without which state and undo are as they were.
import { createStates, lastLines, mergeEntry } from './article-state.ts';
import { formatLines } from './entry-lines.ts';
import { createLineParser, isFutureLine, type JournalEntry } from './journal-entry.ts';
import { Gatherer, recentOperations } from './operations.ts';

/**
 * The lines to keep, in their order: those that decide on a field, or say first that an article came,
 * whatever other journals say; those of operations that can be undone; and what a later newsprint
 * wrote. Torn lines go. Of an operation that is kept in parts each part counts alone.
 */
export function compactLines(lines: readonly string[], device: string): readonly string[] {
  const parse = createLineParser();
  const parsed = lines.map((line) => parse(line, device));
  const gather = new Gatherer();
  const whole = parsed.flatMap((entries) => (entries ?? []).flatMap((entry) => gather.take(entry)));
  const { recent, last } = keptEntries(whole);
  return lines.flatMap((line, index) => {
    const entries = parsed[index] ?? [];
    if (isFutureLine(line) || entries.some((entry) => recent.has(entry))) return [line];
    const deciding = entries.filter((entry) => last.has(entry));
    return formatLines(deciding.map((entry) => ({ ...entry, rest: { ...entry.rest, of: 1 } })));
  });
}

/** Those of the operations that can be undone, and those that decide on a field. */
function keptEntries(entries: readonly JournalEntry[]) {
  const states = createStates();
  for (const entry of entries) mergeEntry(states, entry);
  const recent = recentOperations(entries).flatMap((operation) => operation.entries);
  return { recent: new Set(recent), last: lastLines(states) };
}

export function countKept(entries: readonly JournalEntry[]): number {
  const { recent, last } = keptEntries(entries);
  return new Set([...recent, ...last]).size;
}
