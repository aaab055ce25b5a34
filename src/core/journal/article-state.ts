// The state of articles: what the journals of all devices come to, in whatever order they are read.
import { type ReadingState, UNREAD } from '../article/article.ts';
import type { JournalEntry } from './journal-entry.ts';
import { emptyTags, type Position, type TagMarks } from './state-change.ts';

/** Everything that journals say of an article. */
export interface ArticleState extends ReadingState {
  /** Where the reader stopped; `null` at the top. */
  readonly position: Position | null;
  readonly removed: boolean;
  readonly tags: TagMarks;
}

/** Of each field of an article, the line that has the last word. */
interface LastWords {
  read: JournalEntry | null;
  starred: JournalEntry | null;
  removed: JournalEntry | null;
  position: JournalEntry | null;
  tags: Map<string, JournalEntry> | null;
}

/** The articles that journals speak of. */
export interface States {
  /** An article of one line, which most are, is that line. */
  readonly byId: Map<string, JournalEntry | LastWords>;
  /** Those that were ever removed. */
  readonly removals: Set<LastWords>;
  /** The latest time seen; empty before the first. */
  latest: string;
}

const NO_TAGS: TagMarks = Object.freeze(emptyTags());

/** The state of an article no journal speaks of. */
export const UNTOUCHED: ArticleState = Object.freeze({
  ...UNREAD,
  position: null,
  removed: false,
  tags: NO_TAGS,
});

/** States before the first line is read. */
export function createStates(): States {
  return { byId: new Map(), removals: new Set(), latest: '' };
}

/**
 * Takes a line in: of each field the highest (t, device) has the last word. Two processes of one
 * device may write at one time; then the higher operation has it, so that merged copies of a
 * journal agree in whatever order their lines are.
 */
export function mergeEntry(states: States, entry: JournalEntry): void {
  const { id, set, t } = entry;
  if (t > states.latest) states.latest = t;
  const known = states.byId.get(id);
  if (known === undefined && set.removed === undefined) {
    states.byId.set(id, entry);
    return;
  }
  const words = toWords(known);
  if (words !== known) states.byId.set(id, words);
  takeWords(words, entry);
  if (set.removed !== undefined) states.removals.add(words);
}

function toWords(known: JournalEntry | LastWords | undefined): LastWords {
  if (known !== undefined && 'read' in known) return known;
  const words = { read: null, starred: null, removed: null, position: null, tags: null };
  if (known !== undefined) takeWords(words, known);
  return words;
}

/** Field by field: a loop over their names takes twice as long, and there are 100,000 lines. */
function takeWords(words: LastWords, entry: JournalEntry): void {
  const { set } = entry;
  if (set.read !== undefined && isLater(entry, words.read)) words.read = entry;
  if (set.starred !== undefined && isLater(entry, words.starred)) words.starred = entry;
  if (set.removed !== undefined && isLater(entry, words.removed)) words.removed = entry;
  if (set.position !== undefined && isLater(entry, words.position)) words.position = entry;
  if (set.tags === undefined) return;
  words.tags ??= new Map();
  for (const tag of Object.keys(set.tags)) {
    if (isLater(entry, words.tags.get(tag) ?? null)) words.tags.set(tag, entry);
  }
}

/** Whether the line outdoes the one that had the last word so far; of the same it does, too. */
export function isLater(entry: JournalEntry, other: JournalEntry | null): boolean {
  if (other === null) return true;
  if (entry.t !== other.t) return entry.t > other.t;
  if (entry.device !== other.device) return entry.device > other.device;
  return entry.op >= other.op;
}

/** What the last words on an article come to. */
export function stateOf({ byId }: States, id: string): ArticleState {
  const known = byId.get(id);
  if (known === undefined) return UNTOUCHED;
  const { read, starred, removed, position: stopped, tags } = toWords(known);
  const position = stopped?.set.position ?? null;
  return {
    read: read?.set.read ?? false,
    starred: starred?.set.starred ?? false,
    progress: position?.progress ?? 0,
    position,
    removed: removed?.set.removed ?? false,
    tags: tags === null ? NO_TAGS : tagMarks(tags),
  };
}

/** The line that last removed the article or brought it back. */
export function lastRemoval({ byId }: States, id: string): JournalEntry | null {
  const known = byId.get(id);
  return known !== undefined && 'read' in known ? known.removed : null;
}

/** The lines that have the last word on any field; some may come twice. */
export function lastLines({ byId }: States): readonly JournalEntry[] {
  return Array.from(byId.values(), toWords).flatMap(({ read, starred, removed, position, tags }) =>
    [read, starred, removed, position, ...(tags?.values() ?? [])].filter((line) => line !== null),
  );
}

function tagMarks(words: ReadonlyMap<string, JournalEntry>): TagMarks {
  const tags = emptyTags();
  for (const [tag, entry] of words) tags[tag] = entry.set.tags?.[tag] ?? null;
  return tags;
}

/** An article's own tags, then those added by hand in alphabetical order, without those taken away. */
export function effectiveTags(own: readonly string[], { tags }: ArticleState): readonly string[] {
  if (tags === NO_TAGS) return own;
  const added = Object.keys(tags).filter((tag) => tags[tag] === true && !own.includes(tag));
  return [...own.filter((tag) => tags[tag] !== false), ...added.sort()];
}
