// The state of articles: what the journals of all devices come to, in whatever order they are read.
import { type ReadingState, UNREAD } from './article.ts';
import type { JournalEntry } from './journal.ts';
import { emptyTags, type Position, SINGLE_FIELDS, type TagMarks } from './state-change.ts';

/** Everything that journals say of an article. */
export interface ArticleState extends ReadingState {
  /** Where the reader stopped; `null` at the top. */
  readonly position: Position | null;
  readonly removed: boolean;
  readonly tags: TagMarks;
}

/** Of each field of an article, the line that has the last word. */
export interface LastWords {
  readonly id: string;
  read: JournalEntry | null;
  starred: JournalEntry | null;
  removed: JournalEntry | null;
  position: JournalEntry | null;
  tags: Map<string, JournalEntry> | null;
}

/** The articles that journals speak of. */
export interface States {
  readonly byId: Map<string, LastWords>;
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
  const { set, t } = entry;
  if (t > states.latest) states.latest = t;
  const words = lastWords(states, entry.id);
  for (const field of SINGLE_FIELDS) {
    if (set[field] !== undefined && isLater(entry, words[field])) words[field] = entry;
  }
  if (set.removed !== undefined) states.removals.add(words);
  if (set.tags === undefined) return;
  words.tags ??= new Map();
  for (const tag of Object.keys(set.tags)) {
    if (isLater(entry, words.tags.get(tag) ?? null)) words.tags.set(tag, entry);
  }
}

function lastWords({ byId }: States, id: string): LastWords {
  const known = byId.get(id);
  if (known !== undefined) return known;
  const words = { id, read: null, starred: null, removed: null, position: null, tags: null };
  byId.set(id, words);
  return words;
}

/** Whether the line outdoes the one that had the last word so far; of the same it does, too. */
export function isLater(entry: JournalEntry, other: JournalEntry | null): boolean {
  if (other === null) return true;
  if (entry.t !== other.t) return entry.t > other.t;
  if (entry.device !== other.device) return entry.device > other.device;
  return entry.op >= other.op;
}

/** What the last words come to. */
export function articleState(words: LastWords | undefined): ArticleState {
  if (words === undefined) return UNTOUCHED;
  const position = words.position?.set.position ?? null;
  return {
    read: words.read?.set.read ?? false,
    starred: words.starred?.set.starred ?? false,
    progress: position?.progress ?? 0,
    position,
    removed: words.removed?.set.removed ?? false,
    tags: words.tags === null ? NO_TAGS : tagMarks(words.tags),
  };
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
