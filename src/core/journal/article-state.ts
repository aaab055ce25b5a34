// The state of articles from the journals of all devices, in whatever order those are read.
import { type ReadingState, UNREAD } from '../article/article.ts';
import { countsFor, type Marked, plainId } from './identity.ts';
import { isAddition, type JournalEntry } from './journal-entry.ts';
import type { Mark } from './marks.ts';
import { type Position, type TagChanges, tagTable } from './state-change.ts';

export interface ArticleState extends ReadingState {
  /** Where the reader stopped; `null` at the top. */
  readonly position: Position | null;
  readonly removed: boolean;
  /** Taken out of the story that it would be an edition of. */
  readonly apart: boolean;
  /** Written in by the user. */
  readonly edited: boolean;
  readonly tags: TagChanges;
  /**
   * When it came into the library, in ISO 8601: first, where it came to several devices; what was
   * removed and added again came then. `null` where no journal says.
   */
  readonly added: string | null;
}

/** For each field of an article the line that decides on it: the latest, but the first for `added`. */
interface LatestLines extends Marked {
  read: JournalEntry | null;
  starred: JournalEntry | null;
  removed: JournalEntry | null;
  apart: JournalEntry | null;
  edited: JournalEntry | null;
  position: JournalEntry | null;
  added: JournalEntry | null;
  tags: Map<string, JournalEntry> | null;
}

/** Lines about one article; a single line, as most are, is kept as such. */
type Known = JournalEntry | LatestLines;

/** The articles that journals have lines about. */
export interface States {
  /** By IDs without their letters; the few articles that share one are in a list. */
  readonly byPlainId: Map<string, Known | readonly Known[]>;
  /** Articles that were ever removed. */
  readonly removals: Set<LatestLines>;
  /** The latest time seen; empty before the first. */
  latest: string;
}

const NO_TAGS: TagChanges = Object.freeze(tagTable([]));

export const UNTOUCHED: ArticleState = Object.freeze({
  ...UNREAD,
  position: null,
  removed: false,
  apart: false,
  edited: false,
  tags: NO_TAGS,
  added: null,
});

export function createStates(): States {
  return { byPlainId: new Map(), removals: new Set(), latest: '' };
}

/**
 * Merges a line: for each field the line with the highest (t, device) decides. Two processes of one
 * device may write at the same time; then the higher operation does, so that merged copies of a journal
 * agree in whatever order their lines are.
 */
export function mergeEntry(states: States, entry: JournalEntry): void {
  const { byPlainId, removals } = states;
  if (entry.t > states.latest) states.latest = entry.t;
  const plain = plainId(entry.id);
  const there = byPlainId.get(plain);
  if (there === undefined && entry.set.removed === undefined) {
    byPlainId.set(plain, entry);
    return;
  }
  const all = listOf(there);
  const known = all.find(({ id, as }) => id === entry.id && as === entry.as);
  const latest = toLatest(known ?? newLatest(entry));
  if (latest !== known) {
    const others = all.filter((one) => one !== known);
    byPlainId.set(plain, others.length === 0 ? latest : [...others, latest]);
  }
  takeLine(latest, entry);
  if (entry.set.removed !== undefined) removals.add(latest);
}

function listOf(there: Known | readonly Known[] | undefined): readonly Known[] {
  if (there === undefined) return [];
  return 'length' in there ? there : [there];
}

function toLatest(known: Known): LatestLines {
  if ('read' in known) return known;
  const latest = newLatest(known);
  takeLine(latest, known);
  return latest;
}

const newLatest = ({ id, as }: Marked): LatestLines => ({
  id,
  as,
  read: null,
  starred: null,
  removed: null,
  apart: null,
  edited: null,
  position: null,
  added: null,
  tags: null,
});

/** Field by field: a loop over their names takes twice as long, and there are 100,000 lines. */
function takeLine(latest: LatestLines, entry: JournalEntry): void {
  const { set } = entry;
  if (set.read !== undefined) latest.read = laterOf(entry, latest.read);
  if (set.starred !== undefined) latest.starred = laterOf(entry, latest.starred);
  if (set.removed !== undefined) latest.removed = laterOf(entry, latest.removed);
  if (set.apart !== undefined) latest.apart = laterOf(entry, latest.apart);
  if (set.edited !== undefined) latest.edited = laterOf(entry, latest.edited);
  if (set.position !== undefined) latest.position = laterOf(entry, latest.position);
  if (isAddition(entry) && (latest.added === null || isLater(latest.added, entry))) {
    latest.added = entry;
  }
  if (set.tags === undefined) return;
  latest.tags ??= new Map();
  for (const tag of Object.keys(set.tags)) {
    latest.tags.set(tag, laterOf(entry, latest.tags.get(tag) ?? null));
  }
}

function laterOf(entry: JournalEntry, other: JournalEntry | null): JournalEntry {
  return other === null || isLater(entry, other) ? entry : other;
}

/** Whether the line decides instead of the other; it does where they are equal. */
export function isLater(entry: JournalEntry, other: JournalEntry | null): boolean {
  if (other === null) return true;
  if (entry.t !== other.t) return entry.t > other.t;
  if (entry.device !== other.device) return entry.device > other.device;
  return entry.op >= other.op;
}

export function stateOf(states: States, marked: Marked): ArticleState {
  const latest = latestOf(states, marked);
  if (latest === null) return UNTOUCHED;
  const { read, starred, removed, apart, edited, position: stopped, added, tags } = latest;
  const position = stopped?.set.position ?? null;
  const isAgain = removed?.set.removed === false && isAddition(removed);
  return {
    read: read?.set.read ?? false,
    starred: starred?.set.starred ?? false,
    progress: position?.progress ?? 0,
    position,
    removed: removed?.set.removed ?? false,
    apart: apart?.set.apart ?? false,
    edited: edited?.set.edited ?? false,
    added: (isAgain ? removed : added)?.t ?? null,
    tags:
      tags === null
        ? NO_TAGS
        : tagTable(Array.from(tags, ([tag, { set }]) => [tag, set.tags?.[tag] ?? null])),
  };
}

function latestOf({ byPlainId }: States, marked: Marked): LatestLines | null {
  const all = listOf(byPlainId.get(plainId(marked.id)));
  const [first, ...others] = all.filter((known) => countsFor(known, marked));
  if (first === undefined) return null;
  if (others.length === 0) return toLatest(first);
  const latest = newLatest(marked);
  for (const known of [first, ...others]) {
    for (const line of linesOf(known)) takeLine(latest, line);
  }
  return latest;
}

/** The line that decides on a field of an article. */
export function lastLine(
  states: States,
  marked: Marked,
  field: Mark | 'removed',
): JournalEntry | null {
  const latest = latestOf(states, marked);
  if (field === 'read' || field === 'starred' || field === 'removed')
    return latest?.[field] ?? null;
  return latest?.tags?.get(field.slice(1)) ?? null;
}

function linesOf(known: Known): readonly JournalEntry[] {
  if (!('read' in known)) return [known];
  const { read, starred, removed, apart, edited, position, added, tags } = known;
  const lines = [read, starred, removed, apart, edited, position, added, ...(tags?.values() ?? [])];
  return lines.filter((line) => line !== null);
}

/** The lines that decide on any field of an article, each once. */
export function lastLines({ byPlainId }: States): ReadonlySet<JournalEntry> {
  return new Set([...byPlainId.values()].flat().flatMap(linesOf));
}

/** An article's own tags, then those added by hand in alphabetical order, without removed ones. */
export function effectiveTags(own: readonly string[], { tags }: ArticleState): readonly string[] {
  if (tags === NO_TAGS) return own;
  const added = Object.keys(tags).filter((tag) => tags[tag] === true && !own.includes(tag));
  return [...own.filter((tag) => tags[tag] !== false), ...added.sort()];
}
