// Undo: takes the newest operation of this device back, with its files.
import type { Alteration } from '../../core/journal/alterations.ts';
import { isLater, type States } from '../../core/journal/article-state.ts';
import { type JournalEntry, NO_REST, nextTime } from '../../core/journal/journal-entry.ts';
import {
  type Operation,
  type Reversal,
  reversalOf,
  undoSteps,
} from '../../core/journal/operations.ts';
import { randomName } from '../files/random-name.ts';
import { orRefused } from '../files/system-error.ts';
import type { JournalFolder } from './journal-folder.ts';
import {
  canTakeBack,
  findRemoved,
  flushMoves,
  isTakenBack,
  restoreFile,
  takeBackAdded,
  undoingOf,
} from './trash-files.ts';

export interface UndoResult {
  /** The operation that took back. */
  readonly op: string;
  /** The one that was taken back. */
  readonly undoes: string;
  /** Articles of which something was set back; none where all was changed again since. */
  readonly ids: readonly string[];
  /** What the operation had set, of the first of them: what kind of operation it was. */
  readonly entries: readonly JournalEntry[];
  /** Files that were added and are in the trash now, from the library's root. */
  readonly trashed: readonly string[];
  /** Files that stay in the trash because others are in their place, from the library's root. */
  readonly blocked: readonly string[];
}

interface Undoing {
  readonly root: string;
  /** What this machine wrote, from first to last. */
  readonly own: () => readonly JournalEntry[];
  readonly folder: JournalFolder;
  readonly statesOf: (entries: readonly JournalEntry[]) => States;
  /** @param t the time of its lines */
  readonly write: (op: string, changes: readonly Alteration[], t: string) => void;
  readonly now: Date;
  /** The operation to take back; without it the newest. */
  readonly op?: string | undefined;
}

/**
 * Files come back first: until the lines are written they are hidden still. Where that fails, or the
 * process is killed, the next call finishes the same operation. Where another process took it back a
 * moment earlier, the one before is next.
 */
export function undoLast(undoing: Undoing): UndoResult | null {
  const { own, folder, op } = undoing;
  for (;;) {
    folder.refresh();
    const step = nextStep(
      undoing,
      undoSteps(own()).filter((step) => op === undefined || step.op === op),
    );
    if (step === null) return null;
    const result = undoStep(undoing, step);
    const first = own().find(({ rest }) => rest.undoes === step.operation.op);
    if (first?.op === result.op) return result;
  }
}

/** An operation with those of its lines that can be taken back. */
interface Step {
  readonly operation: Operation;
  readonly present: readonly JournalEntry[];
}

/**
 * The newest operation that can be undone: none that removed files that the trash has no more, or
 * added files that have gone, or that a later operation replaced which cannot be undone itself.
 */
function nextStep({ root, own }: Undoing, operations: readonly Operation[]): Step | null {
  const replaced = new Set<string>();
  const removals = new Map(
    own()
      .filter(isRemoval)
      .map((entry) => [entry.rest.path, entry]),
  );
  for (const operation of operations) {
    const { entries } = operation;
    const present = entries.filter(
      (entry) => isPresent(root, entry, removals) && !replaced.has(entry.rest.added ?? ''),
    );
    const isMove = (entry: JournalEntry): boolean => isRemoval(entry) || isAddition(entry);
    if (!entries.some(isMove) || present.some(isMove)) return { operation, present };
    for (const { rest } of entries) {
      if (rest.added !== null && rest.replaced) replaced.add(rest.added);
    }
  }
  return null;
}

/** @param removals the newest of each path */
function isPresent(
  root: string,
  entry: JournalEntry,
  removals: ReadonlyMap<string | null, JournalEntry>,
): boolean {
  if (!isAddition(entry)) return !isRemoval(entry) || findRemoved(root, entry) !== 'gone';
  const removal = removals.get(entry.rest.added);
  // What was added was removed since and lies in the trash: the file in its place is another's.
  const isRemoved = removal !== undefined && isLater(removal, entry);
  if (isRemoved && findRemoved(root, removal) === 'both') return false;
  return canTakeBack(root, entry) || isTakenBack(root, entry);
}

const isAddition = ({ rest }: JournalEntry): boolean => rest.added !== null;
const isRemoval = ({ set }: JournalEntry): boolean => set.removed === true;

function undoStep(
  { root, statesOf, write, now }: Undoing,
  { operation, present }: Step,
): UndoResult {
  const op = randomName();
  const blocked = restoreFiles(root, present.filter(isRemoval));
  const additions = present.filter(isAddition);
  // A file that was put twice is taken back once, to what it was at first.
  const first = new Map(additions.toReversed().map((entry) => [entry.rest.added ?? '', entry]));
  const trashed = [...first.keys()];
  for (const [path, entry] of first) {
    orRefused(`${path} cannot be taken back`, () => takeBackAdded(root, entry), 'read-only');
  }
  // What is back is there to stay before a line says so, and what is taken back is gone for good.
  const paths = [...present.filter(isRemoval).map(({ rest }) => rest.path), ...trashed];
  const flush = () => flushMoves(root, [operation.op, undoingOf(operation.op)], paths);
  orRefused('the change cannot be taken back', flush, 'read-only');
  const states = statesOf(present);
  const back = present.map((entry) => reversalOf(entry, states));
  const changed = back.filter(({ set }) => Object.keys(set).length > 0);
  // One line at least, so that it counts as undone.
  const written = changed.length > 0 ? changed : back.slice(0, 1);
  const lines = written.map((reversal) => toAlteration(reversal, operation.op));
  write(op, lines, nextTime(now, states.latest));
  const altered = new Set([...changed.map(({ entry }) => entry), ...additions]);
  const ids = Array.from(altered, ({ id }) => id);
  return { op, undoes: operation.op, ids, entries: operation.entries, trashed, blocked };
}

function toAlteration({ entry, set, was }: Reversal, undoes: string): Alteration {
  const { path, url, guid, feed } = entry.rest;
  const names = set.removed === undefined ? {} : { path, url, guid, feed };
  return { id: entry.id, as: entry.as, set, rest: { ...NO_REST, ...names, was, undoes } };
}

/** Brings files back from the trash. @returns those that stay there */
function restoreFiles(root: string, removed: readonly JournalEntry[]): readonly string[] {
  const blocked: string[] = [];
  for (const entry of removed) {
    const path = entry.rest.path ?? '';
    const where = findRemoved(root, entry);
    if (where !== 'trash' && where !== 'both') continue;
    const bring = () => restoreFile(root, entry);
    const isBack = orRefused(`${path} cannot be brought back`, bring, 'read-only');
    if (!isBack && findRemoved(root, entry) === 'both') blocked.push(path);
  }
  return blocked;
}
