// Operations: which of them are whole, which is next to be undone, and what that takes.
import { groupBy } from '../group-by.ts';
import { type States, stateOf } from './article-state.ts';
import type { JournalEntry } from './journal-entry.ts';
import { isSameValue, pickFields, SINGLE_FIELDS } from './state-change.ts';

/** Operations that can be taken back, counted from the newest; undoing ones do not count. */
export const HISTORY = 100;

/** The lines of one command. */
export interface Operation {
  readonly op: string;
  /** The operation it takes back. */
  readonly undoes: string | null;
  readonly entries: readonly JournalEntry[];
}

/**
 * The newest operations of a device, newest first; automatic ones do not count.
 * @param entries the device's journal from first to last
 */
export function recentOperations(entries: readonly JournalEntry[]): readonly Operation[] {
  const own = entries.filter(({ rest }) => !rest.auto);
  const byOp = groupBy(own, ({ op }) => op);
  const operations = Array.from(byOp, ([op, lines]) => {
    return { op, undoes: lines[0]?.rest.undoes ?? null, entries: lines };
  });
  // Stable: of two at one time the later in the journal is the newer, after the turn.
  const time = ({ entries: [first] }: Operation): string => first?.t ?? '';
  operations.sort((a, b) => (time(a) < time(b) ? -1 : Number(time(a) > time(b))));
  return newest(operations.reverse());
}

/** Down to the last that can be taken back, with the undoing ones between. */
function newest(operations: readonly Operation[]): readonly Operation[] {
  let count = 0;
  const end = operations.findIndex(({ undoes }) => undoes === null && ++count > HISTORY);
  return end === -1 ? operations : operations.slice(0, end);
}

/** The operations that undo would take back, newest first: not those that undo, or are undone. */
export function undoSteps(entries: readonly JournalEntry[]): readonly Operation[] {
  const recent = recentOperations(entries);
  const undone = new Set(recent.map(({ undoes }) => undoes));
  return recent.filter(({ op, undoes }) => undoes === null && !undone.has(op));
}

export type Reversal = ReturnType<typeof reversalOf>;

/** What takes a line back: what was, where the field still holds what it set. */
export function reversalOf(entry: JournalEntry, states: States) {
  const state = stateOf(states, entry);
  const { set, rest } = entry;
  const { was } = rest;
  const held = SINGLE_FIELDS.filter(
    (field) =>
      set[field] !== undefined && was[field] !== undefined && isSameValue(set[field], state[field]),
  );
  const tags = Object.entries(set.tags ?? {}).filter(
    ([tag, mark]) => mark === (state.tags[tag] ?? null),
  );
  const marks = tags.map(([tag]) => [tag, was.tags?.[tag] ?? null] as const);
  return {
    entry,
    /** What was, of the fields that still hold what the line set; may be empty. */
    set: pickFields(was, held, marks),
    /** What those hold now. */
    was: pickFields(set, held, tags),
  };
}

/**
 * Holds the lines of operations back until they are whole: those of several lines count when all of
 * them are there, for a crash or a copy may cut them. One for a journal, its entries in their order.
 */
export class Gatherer {
  private readonly cut = new Map<string, JournalEntry[]>();

  /** The entries that count from now on: none, this one, or all of its operation. */
  take(entry: JournalEntry): readonly JournalEntry[] {
    const { op, id, rest } = entry;
    if (rest.of === 1) return [entry];
    const before = this.cut.get(op);
    // One that was cut is written anew from its first line.
    const lines = before === undefined || before[0]?.id === id ? [] : before;
    lines.push(entry);
    if (lines !== before) this.cut.set(op, lines);
    if (lines.length < rest.of) return [];
    this.cut.delete(op);
    return lines;
  }

  /** Operations that are not whole, each with the lines that are there. */
  partial(): readonly (readonly JournalEntry[])[] {
    return [...this.cut.values()];
  }
}
