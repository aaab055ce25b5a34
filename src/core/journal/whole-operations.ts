// Operations of several lines count when all of them are there: a crash or a copy may cut them.
import type { JournalEntry } from './journal-entry.ts';

/** Holds the lines of operations back until they are whole. */
export interface Gatherer {
  /** The entries that count from now on: none, this one, or all of its operation. */
  readonly take: (entry: JournalEntry) => readonly JournalEntry[];
  /** Operations that are not whole, each with the lines that are there. */
  readonly partial: () => readonly (readonly JournalEntry[])[];
}

/** A gatherer of one journal's entries, given in their order. */
export function createGatherer(): Gatherer {
  const partial = new Map<string, JournalEntry[]>();
  return {
    take(entry) {
      const { op, id, rest } = entry;
      if (rest.of === 1) return [entry];
      const before = partial.get(op);
      // One that was cut is written anew from its first line.
      const lines = before === undefined || before[0]?.id === id ? [] : before;
      lines.push(entry);
      if (lines !== before) partial.set(op, lines);
      if (lines.length < rest.of) return [];
      partial.delete(op);
      return lines;
    },
    partial: () => [...partial.values()],
  };
}
