// The journals: the state of every article, changed and undone by this device's own.
import { basename, dirname, join } from 'node:path';
import { NewsprintError, type Problem } from '../../core/errors.ts';
import {
  type Alteration,
  type ArticleChange,
  alterations,
} from '../../core/journal/alterations.ts';
import {
  type ArticleState,
  lastLine,
  type States,
  stateOf,
} from '../../core/journal/article-state.ts';
import { formatLines, type NewEntry } from '../../core/journal/entry-lines.ts';
import { type Identity, type Marked, markedOf, type Named } from '../../core/journal/identity.ts';
import { type JournalEntry, LONGEST_LINE, nextTime } from '../../core/journal/journal-entry.ts';
import type { Mark } from '../../core/journal/marks.ts';
import { undoSteps } from '../../core/journal/operations.ts';
import { lazy } from '../../core/lazy.ts';
import { randomName } from '../files/random-name.ts';
import { removeLeftovers } from '../files/temporary-file.ts';
import {
  type Device,
  deviceStart,
  type Host,
  isOwnName,
  makeDevice,
  noteLast,
  readDevice,
} from '../place/device.ts';
import { appendLines } from './append-lines.ts';
import { compactJournal, isLong } from './compact-journal.ts';
import { JOURNAL_ENDING, STATE_FOLDER } from './journal-file.ts';
import { type JournalFolder, openJournalFolder } from './journal-folder.ts';
import { finishPending, openPending, type PendingOperation } from './pending-operations.ts';
import { type UndoResult, undoLast } from './undo-last.ts';

interface ChangeResult {
  /** The operation, a step for undo; `null` where nothing was altered. */
  readonly op: string | null;
  readonly changed: number;
  readonly ids: readonly string[];
}

interface ChangeOptions {
  readonly now: Date;
  /** Not the user's doing: no step for undo. */
  readonly auto?: boolean;
  /** The operation's name, where its files are in the trash already. */
  readonly op?: string;
  /** Whoever changes flushes the journal a moment later, with other changes. */
  readonly isFlushedLater?: boolean;
}

/** The state of a library's articles, as of the last refresh or change. */
export interface Journals {
  state(article: Named): ArticleState;
  /** Whether it is hidden, under whatever name it came back. */
  isRemoved(head: Identity): boolean;
  /** Whether an article of that ID was removed: its file may come back. */
  isLeft(id: string): boolean;
  /**
   * Sets fields of articles, all as one operation; what holds already is left out.
   * @throws NewsprintError `read-only` or `failed` where the journal cannot be written
   */
  change(changes: readonly ArticleChange[], options: ChangeOptions): ChangeResult;
  /**
   * Takes back this device's newest operation not yet undone, or the one that is named, and brings
   * back its files; `null` where there is none.
   * @throws NewsprintError `read-only` or `failed` where that cannot be written
   */
  undo(now: Date, op?: string): UndoResult | null;
  /** Of how many articles the operation is that would be taken back, as far as lines tell. */
  undoSize(): number;
  /** Begins an operation whose files are written before its journal lines. */
  pending(op: string): PendingOperation;
  /** The line that decides on a mark of an article; `null` where nobody ever set it. */
  markLine(marked: Marked, mark: Mark): JournalEntry | null;
  /**
   * Writes lines of a server's journal, which this device keeps beside its own: no step for undo.
   * @throws NewsprintError `read-only` or `failed` where it cannot be written
   */
  takeIn(server: string, entries: readonly NewEntry[]): void;
  /** The absolute path of this device's journal; `null` where it has written nothing yet. */
  path(): string | null;
  /** The operations of this device that it took back. */
  undone(): ReadonlySet<string>;
  /** Reads what was written since, by whomever; whether anything was. Cheap when nothing was. */
  refresh(): boolean;
  readonly problems: readonly Problem[];
}

/** Attempts to write a change while others keep replacing the journal. */
const MOST_ATTEMPTS = 20;

/** What all journals say of these articles; `null` where that is not known. */
type StatesOf = (ids: readonly string[]) => States | null;

/** @param known answers from the index: then only this device's journals are read, unless it fails */
export function openJournals(root: string, host: Host, known?: StatesOf): Journals {
  const start = lazy(() => deviceStart(root, host));
  const isOwn = (device: string): boolean => isOwnName(start(), device);
  const folder = openJournalFolder(root, known && isOwn);
  const whole = known === undefined ? () => folder : lazy(() => openJournalFolder(root));
  const statesOf = (changes: readonly Pick<ArticleChange, 'id' | 'set'>[]): States =>
    statesBefore(changes, whole, known);
  const ownDevice = () => makeDevice(root, host, start(), (known) => isAsLeft(folder, known));
  const write = (op: string, changes: readonly Alteration[], t: string, isFlushed = true): void => {
    const all = { op, of: changes.length, isFlushed };
    writeEntries(folder, root, ownDevice(), entriesOf(op, changes, t), all);
    noteLast(root, host, op);
    removeAllLeftovers(root);
  };
  const own = (): readonly JournalEntry[] => folder.entriesOfAll(isOwn);
  const change: Journals['change'] = (changes, options) => {
    const { now, auto = false, op = randomName(), isFlushedLater = false } = options;
    const states = statesOf(changes);
    const altered = alterations(changes, states, auto);
    if (altered.length === 0) return { op: null, changed: 0, ids: [] };
    write(op, altered, nextTime(now, states.latest), !isFlushedLater);
    return { op, changed: altered.length, ids: altered.map(({ id }) => id) };
  };
  const finishOthers = (now: Date): void =>
    finishPending(root, start(), (op, changes) => {
      folder.refresh();
      if (!own().some((entry) => entry.op === op)) change(changes, { now, op });
    });
  return {
    state: (article) => stateOf(whole().states(), markedOf(article)),
    isRemoved: (head) => whole().isRemoved(head),
    isLeft: (id) => whole().isLeft(id),
    change(changes, options) {
      finishOthers(options.now);
      return change(changes, options);
    },
    undo(now, op) {
      finishOthers(now);
      return undoLast({ root, own, folder, statesOf, write, now, op });
    },
    undoSize: () => undoSteps(own())[0]?.entries.length ?? 0,
    pending: (op) => openPending(root, start(), op),
    undone: () => new Set(own().flatMap(({ rest }) => rest.undoes ?? [])),
    markLine: (marked, mark) => lastLine(whole().states(), marked, mark),
    takeIn(server, entries) {
      const [first] = entries;
      if (first === undefined) return;
      const all = { op: first.op, of: entries.length, isFlushed: true };
      writeEntries(whole(), root, `${ownDevice()}-${server}`, entries, all);
    },
    path() {
      const device = readDevice(root, host);
      return device && join(root, STATE_FOLDER, device.name + JOURNAL_ENDING);
    },
    refresh: folder.refresh,
    get problems() {
      return whole().problems();
    },
  };
}

/** In the library's own folders, and beside it. */
function removeAllLeftovers(root: string): void {
  for (const own of ['', 'drafts', 'state']) removeLeftovers(join(root, '.newsprint', own));
  removeLeftovers(dirname(root), `.${basename(root)}-`);
}

/** What journals say of articles before they change, by all journals where it is not known else. */
function statesBefore(
  changes: readonly Pick<ArticleChange, 'id' | 'set'>[],
  whole: () => JournalFolder,
  known: StatesOf | undefined,
): States {
  // What comes back may be hidden by the removal of any other.
  const isKnown = !changes.some(({ set }) => set.removed === false);
  const states = isKnown ? known?.(changes.map(({ id }) => id)) : null;
  if (states) return states;
  whole().refresh();
  return whole().states();
}

/** Whether the journal has what the device wrote last: else it was put back, or is another's. */
function isAsLeft(folder: JournalFolder, { name, last }: Device): boolean {
  const hasLast = () => folder.entries(name).some(({ op }) => op === last);
  if (last === '' || hasLast()) return true;
  // Another process may have written it this moment.
  folder.refresh();
  return hasLast();
}

/** One after the other: of thousands only the lines are kept. */
function* entriesOf(op: string, changes: readonly Alteration[], t: string): Iterable<NewEntry> {
  const of = changes.length;
  for (const change of changes) yield { t, op, ...change, rest: { ...change.rest, of } };
}

/** An operation that is written, of so many entries. */
interface Written extends Pick<NewEntry, 'op'> {
  readonly of: number;
  readonly isFlushed: boolean;
}

/** Writes until the journal that is now under the name holds it all. */
function writeEntries(
  folder: JournalFolder,
  root: string,
  device: string,
  entries: Iterable<NewEntry>,
  { op, of, isFlushed }: Written,
): void {
  const lines = formatLines(entries);
  if (lines.some((line) => line.length > LONGEST_LINE)) throw notWritten('it is too long');
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    appendLines(root, device, lines, isFlushed);
    folder.refresh();
    if (!holds(folder.entries(device), op, of)) continue;
    if (isLong(folder.entries(device)) && compactJournal(root, device)) folder.refresh();
    return;
  }
  throw notWritten('other programs keep replacing the journal');
}

function notWritten(reason: string): NewsprintError {
  return new NewsprintError(`the change cannot be kept: ${reason}`);
}

function holds(entries: readonly JournalEntry[], op: string, of: number): boolean {
  let missing = of;
  for (let at = entries.length - 1; at >= 0 && missing > 0; at -= 1) {
    if (entries[at]?.op === op) missing -= 1;
  }
  return missing === 0;
}
