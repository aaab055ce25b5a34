// The store of a fetch: entries of feeds come in, each once; what was removed stays away.

import type { ArticleHead } from '../../core/article/article.ts';
import { dateOrder } from '../../core/dates/dates.ts';
import { quoteValue } from '../../core/errors.ts';
import { UNTOUCHED } from '../../core/journal/article-state.ts';
import { markedOf } from '../../core/journal/identity.ts';
import { lazyFor } from '../../core/lazy.ts';
import { matchesQuery } from '../../core/query/match-query.ts';
import type { Query } from '../../core/query/query.ts';
import { articleTexts } from '../articles/article-texts.ts';
import { articleInFile, type NewArticle } from '../articles/format-article.ts';
import { mergeArticle } from '../articles/merge-article.ts';
import { orRefused } from '../files/system-error.ts';
import type { ExistingArticles } from '../finder/existing-articles.ts';
import type { PendingOperation } from '../journals/pending-operations.ts';
import { moveToTrash } from '../journals/trash-files.ts';
import { finishStore } from './article-store.ts';
import { findIn, put, replace } from './put-article.ts';
import {
  changeOf,
  createStoreState,
  type Incoming,
  NEW_PATH,
  noteAdded,
  planFile,
  type StoredArticle,
  type StoreState,
} from './store-state.ts';

export interface StoredEntry {
  readonly id: string;
  /** From the library's root. */
  readonly path: string;
  /** What lines of journals call it beside its ID, see `Marked`. */
  readonly as: string;
  /**
   * - `added`: it is a new article; `updated`: it takes the place of what it was before
   * - `noted`: another feed, or the user, brought it before: the article lists where else it is
   * - `left`: the library has it as it is; `removed`: the user does not want it
   */
  readonly kind: 'added' | 'updated' | 'noted' | 'left' | 'removed';
}

export type EntryStore = ReturnType<typeof openEntryStore>;

interface EntryStoreOptions {
  readonly now: Date;
  /** An article that matches one of them is marked read. */
  readonly mutes: readonly Query[];
  /** Whether the operation is no step for undo. */
  readonly isAuto?: boolean;
  /** The operation, where more than articles belong to it; it ends once the articles are stored. */
  readonly pending?: PendingOperation;
  /**
   * Whether the articles come from another program: those that the library has stay as they are, but
   * for excerpts whose full text is known now; each is added at the time which that program says.
   */
  readonly areImported?: boolean;
  /** Whether nothing is written, and only the outcomes are returned. */
  readonly isTrial?: boolean;
}

/** With what was done to articles that were known. */
function createEntryState(existing: ExistingArticles, options: EntryStoreOptions) {
  const { now, mutes, isAuto = false, areImported = false, pending } = options;
  const { journals, root } = existing;
  const outcomes = new WeakMap<Incoming, { kind: 'updated' | 'noted'; known: ArticleHead }>();
  const updated = new Set<string>();
  const state = createStoreState(existing, now, {
    onKnown: (at, known, incoming) => {
      if (areImported) {
        const stored = completeKnown(at, known, incoming);
        if (stored.kind === 'replaced') outcomes.set(incoming, { kind: 'updated', known });
        return stored;
      }
      // Of several entries of one article the first is the newest, and decides.
      const isFirst = at.done.get(known.id)?.kind !== 'added' && !updated.has(known.id);
      const isOwn =
        isFirst &&
        known.feed === incoming.article(known.path).feed &&
        !journals.state(known).edited;
      if (isOwn) updated.add(known.id);
      outcomes.set(incoming, { kind: isOwn ? 'updated' : 'noted', known });
      return isOwn ? updateOwn(at, known, incoming) : noteElsewhere(at, known, incoming);
    },
    // A file of that name would be hidden, or restore a removed article.
    isForbidden: journals.isLeft,
    set: {},
    keepsAdded: areImported,
    isAuto,
    ...(pending !== undefined && { pending }),
    isRead: (head) => isMuted(root, head, mutes),
  });
  return { state, outcomes };
}

/** Whether one of the mutes matches an article without marks. */
function isMuted(root: string, head: ArticleHead, mutes: readonly Query[]): boolean {
  const no = () => false;
  const texts = articleTexts(root, head);
  const untouched = { head, state: UNTOUCHED, isMuted: no, isDuplicate: no, isEditionOf: no };
  return mutes.some((query) => matchesQuery(query, { ...untouched, ...texts }));
}

/** A store on an open library, all of whose work is one operation; see `openStore`. */
export function openEntryStore(existing: ExistingArticles, options: EntryStoreOptions) {
  const { journals, root } = existing;
  const { isTrial = false } = options;
  const { state, outcomes } = createEntryState(existing, options);
  const removed = new Set<ArticleHead>();
  /** IDs by feed: thousands of heads would stay in memory. */
  const added = lazyFor((_feed: string | null): string[] => []);
  const find = (incoming: Incoming) => findKnown(state, journals, incoming);
  return {
    /** The operation that undo takes back. */
    op: state.op,
    /** The article that the library has for an entry; `removed` where the user removed it. */
    find,
    /**
     * Puts an entry in; several may be under way.
     * @param incoming its article has the `feed` that it is from
     * @throws NewsprintError `read-only` or `failed` where the file cannot be written
     */
    async put(incoming: Incoming): Promise<StoredEntry> {
      const known = find(incoming);
      if (known === 'removed') return { id: '', path: '', as: '', kind: 'removed' };
      if (isTrial) return tryPut(state, known, incoming);
      const { id, path, kind } = await put(state, incoming, known);
      const outcome = outcomes.get(incoming);
      const head = state.done.get(id)?.head;
      const { as } = markedOf(head ?? outcome?.known ?? { id });
      const what = kind === 'left' ? kind : (outcome?.kind ?? 'added');
      if (what === 'added' && head !== undefined) added(head.feed).push(id);
      return { id, path, as, kind: what };
    },
    /** Articles added from a feed, without those removed again. */
    addedOf: (feed: string): readonly ArticleHead[] =>
      added(feed)
        .flatMap((id) => state.done.get(id)?.head ?? [])
        .filter((head) => !removed.has(head)),
    /**
     * Moves articles to the trash, each once, but for what is starred; undoing the operation brings
     * them back.
     * @throws NewsprintError `read-only` or `failed` where one cannot be moved
     */
    remove(heads: readonly ArticleHead[]): void {
      for (const head of heads) {
        if (removed.has(head) || journals.state(head).starred) continue;
        orRefused(`${quoteValue(head.path)} cannot be moved to the trash`, () => {
          state.pending.note(changeOf(head, { removed: true }));
          moveToTrash(root, state.op, head.path);
        });
        removed.add(head);
      }
    },
    /** As `openStore` ends. */
    finish: () => (isTrial ? existing.close() : finishStore(state, [...removed])),
  };
}

/** The article that is known for an entry, by any of its names. */
function findKnown(
  state: StoreState,
  { isRemoved }: ExistingArticles['journals'],
  incoming: Incoming,
): ArticleHead | 'removed' | null {
  const entry = incoming.article(NEW_PATH);
  const known = findIn(state, incoming, entry);
  if (known !== null) return isRemoved(known) ? 'removed' : known;
  const { guid, feed, url } = entry;
  const isGone = (one: string | null) => isRemoved({ id: '', guid, feed, url: one });
  return [url, ...incoming.urls].some(isGone) ? 'removed' : null;
}

/** What putting it in would come to; it is known from then on. */
function tryPut(state: StoreState, known: ArticleHead | null, incoming: Incoming): StoredEntry {
  if (known === null) {
    const { id, path } = noteAdded(state, planFile(state, incoming));
    return { id, path, as: '', kind: 'added' };
  }
  const { id, path } = known;
  return { id, path, as: '', kind: isCompletedBy(known, incoming) ? 'updated' : 'left' };
}

/** Whether the library has an excerpt of what is whole there. */
function isCompletedBy(known: ArticleHead, { article }: Incoming): boolean {
  const { excerpt, markdown } = article(known.path);
  return known.excerpt && !excerpt && markdown.trim() !== '';
}

/** Leaves the article as it is, unless its text is missing; what the other program marked counts. */
function completeKnown(state: StoreState, known: ArticleHead, incoming: Incoming): StoredArticle {
  const { id, path } = known;
  const before = state.done.get(id);
  const set = { ...before?.set, ...incoming.set };
  if (isCompletedBy(known, incoming)) {
    const article = incoming.article(path);
    return replace(state, known, (text) => mergeArticle(article, known, text), set);
  }
  // Where a killed import wrote a part of its lines, all are written anew: these among them.
  if (Object.keys(set).length > 0) state.pending.note(changeOf(known, set));
  state.done.set(id, { head: known, kind: before?.kind ?? 'left', set });
  return { id, path, kind: 'left' };
}

/** Puts the feed's newer text in its place; an excerpt does not replace a whole text. */
function updateOwn(
  state: StoreState,
  known: ArticleHead,
  { article, isWhole = false }: Incoming,
): StoredArticle {
  const entry = article(known.path);
  return replace(state, known, (before) => {
    const whole = articleInFile(before, known);
    const isLess = entry.markdown.length * 2 < whole.markdown.length;
    if (entry.excerpt && !known.excerpt && isLess) return whole;
    const guid = known.guid ?? entry.guid;
    // Another way to write the same moment is no news.
    const isThen = dateOrder(entry.published) === dateOrder(known.published);
    const merged = mergeArticle(entry, known, before);
    const published = isThen ? known.published : merged.published;
    // Of the same text another guess whether it is an excerpt is no news either.
    const isGuess = !isWhole && merged.markdown.trim() === whole.markdown.trim();
    const excerpt = isGuess ? known.excerpt : merged.excerpt;
    return { ...merged, guid, published, excerpt };
  });
}

/** Leaves the article as it is, but for the list of where else it appeared. */
function noteElsewhere(
  state: StoreState,
  known: ArticleHead,
  { article }: Incoming,
): StoredArticle {
  const { id, path } = known;
  const more = elsewhere(known, article(path));
  if (more.length === 0) return { id, path, kind: 'left' };
  return replace(state, known, (before) => {
    const own = articleInFile(before, known);
    return { ...own, also: [...new Set([...own.also, ...more])] };
  });
}

/** The entry's addresses that are not known yet, that of another feed among them. */
function elsewhere(known: ArticleHead, { url, also, feed }: NewArticle): readonly string[] {
  const others = [url, ...also, known.feed === null ? null : feed];
  const all = [known.url, known.feed, ...known.also];
  return others.filter((address) => address !== null).filter((address) => !all.includes(address));
}
