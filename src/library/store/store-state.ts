// The state of a store while it puts articles in: what exists, what is planned, what is done.
import type { ArticleHead } from '../../core/article/article.ts';
import { decodeHead, encodeHead } from '../../core/article/head-json.ts';
import { identityNames, letteredId } from '../../core/journal/identity.ts';
import type { StateChange } from '../../core/journal/state-change.ts';
import { articleName, articlePath } from '../articles/article-name.ts';
import { foldId } from '../articles/assign-ids.ts';
import { createFileWriter } from '../articles/file-writer.ts';
import { formatFile, type NewArticle } from '../articles/format-article.ts';
import { parseHead } from '../articles/parse-article.ts';
import { randomName } from '../files/random-name.ts';
import type { ExistingArticles } from '../finder/existing-articles.ts';
import type { PendingOperation } from '../journals/pending-operations.ts';
import { createKnownArticles } from './known-articles.ts';

export interface StoredArticle {
  readonly id: string;
  /** From the library's root. */
  readonly path: string;
  /** `left`: the library has it as it is. */
  readonly kind: 'added' | 'replaced' | 'left';
}

/** An article as it is written to a file of that path. */
export type ArticleAtPath = (path: string) => NewArticle;

export interface Incoming {
  readonly article: ArticleAtPath;
  /** Its addresses, clean, by which it is found again. */
  readonly urls: readonly string[];
  /**
   * Of a feed's entry: guids and addresses of all the feed's entries, and headlines with dates that
   * several share. An article of the feed that has none of these may be this entry, renamed.
   */
  readonly names?: ReadonlySet<string>;
  /** Marks to set on it, beside those that the operation sets on all. */
  readonly set?: StateChange;
  /** Whether it was read from its page, and so is no excerpt. */
  readonly isWhole?: boolean;
}

/** How one kind of store differs from another. */
interface StoreRules {
  /** Handles an article that the library has already. */
  readonly onKnown: (state: StoreState, known: ArticleHead, incoming: Incoming) => StoredArticle;
  /** Whether an ID may not be used, though the library has no such article. */
  readonly isForbidden?: (id: string) => boolean;
  /** Marks to set on the articles that are stored. */
  readonly set: StateChange;
  /** Whether a new article's file says when it was added; else the journal does. */
  readonly keepsAdded?: boolean;
  /** Whether the operation is no step for undo. */
  readonly isAuto?: boolean;
  /** The operation, where more than articles belong to it; it ends once the articles are stored. */
  readonly pending?: PendingOperation;
  /** Whether a new article counts as read. */
  readonly isRead?: (head: ArticleHead) => boolean;
}

/** What was done with an article, and the marks to set on it. */
interface Done extends Pick<StoredArticle, 'kind'> {
  readonly head: ArticleHead;
  readonly set: StateChange;
}

export type StoreState = ReturnType<typeof createStoreState>;

export function createStoreState(existing: ExistingArticles, now: Date, rules: StoreRules) {
  const { pending = existing.journals.pending(randomName()) } = rules;
  return {
    ...rules,
    existing,
    now,
    op: pending.op,
    pending,
    knownArticles: createKnownArticles(existing),
    createSoon: createFileWriter(existing.root),
    /** Folded IDs that were taken since. */
    taken: new Set<string>(),
    /** How many articles lie in the folder of a year, and not deeper. */
    years: new Map<string, number>(),
    done: new Map<string, Done>(),
    /** Files being written, by ID; these promises never reject. */
    underWay: new Map<string, Promise<unknown>>(),
  };
}

/** A path like those of most new articles, which lie a folder deep. */
export const NEW_PATH = articlePath('0000');

/** Most files in a folder: more would be slow to list. */
const CROWD = 1000;

/** Writes a file that `noteAdded` noted; one that cannot be written is forgotten. */
export function writeNoted(state: StoreState, file: PlannedFile): Promise<boolean> {
  const { underWay, knownArticles, done, createSoon, pending } = state;
  const { id, path, text } = file;
  const end = (isWritten: boolean): void => {
    underWay.delete(id);
    const head = done.get(id)?.head;
    if (isWritten || head === undefined) return;
    pending.drop(id);
    knownArticles.forget(head);
    done.delete(id);
  };
  noteFile(state, { ...file.article, id, path }, file.set, text);
  const writing = createSoon(path, text);
  const ended = writing.catch(() => false).then(end);
  underWay.set(id, ended);
  return ended.then(() => writing);
}

/** Notes that a file will be put in. */
export function noteFile(
  { pending }: StoreState,
  head: Pick<ArticleHead, 'id' | 'path' | 'url' | 'guid' | 'feed'>,
  set: StateChange,
  text: string,
  replaced = false,
): void {
  pending.note({ ...changeOf(head, set), added: head.path, replaced }, Buffer.byteLength(text));
}

export function changeOf(
  { id, path, url, guid, feed }: Pick<ArticleHead, 'id' | 'path' | 'url' | 'guid' | 'feed'>,
  set: StateChange,
) {
  return { id, path, url, guid, feed, set };
}

export interface PlannedFile {
  readonly id: string;
  readonly path: string;
  readonly text: string;
  readonly article: NewArticle;
  readonly set: StateChange;
}

/**
 * A file with an ID that is free, as far as the library knows: the plain name, else with letters of its
 * own after it, else with a number.
 */
export function planFile(state: StoreState, { article: placed, set }: Incoming): PlannedFile {
  const { existing, taken, now, keepsAdded = false, isForbidden = () => false } = state;
  const isTaken = (id: string) => taken.has(foldId(id)) || existing.alike(id).length > 0;
  const { title, published, added, ...names } = placed(NEW_PATH);
  const came = keepsAdded ? added : null;
  const name = articleName(title, published ?? came ?? now.toISOString());
  const lettered = letteredId(name, identityNames(names));
  for (let number = 1; ; number += 1) {
    const numbered = number === 2 && lettered !== null ? lettered : `${name}-${number}`;
    const id = number === 1 ? name : numbered;
    if (isTaken(id) || isForbidden(id)) continue;
    taken.add(foldId(id));
    const path = placeOf(state, id);
    // The journal says when it was added, so that every machine makes the same file.
    const article = { ...placed(path), added: came };
    const whole = set === undefined ? state.set : { ...state.set, ...set };
    return { id, path, text: formatFile(article), article, set: whole };
  }
}

function placeOf({ existing, years }: StoreState, id: string): string {
  const year = id.slice(0, 4);
  const count = years.get(year) ?? existing.countIn(year);
  years.set(year, count + 1);
  return articlePath(id, count >= CROWD);
}

/** Notes a new article; the head of a file that this program wrote need not be parsed again. */
export function noteAdded(
  { knownArticles, done }: StoreState,
  { id, path, text, article, set }: PlannedFile,
): StoredArticle {
  const { markdown, base } = article;
  const head =
    base === null
      ? // A copy: what was cut out of a feed's text would keep all of that in memory.
        decodeHead(encodeHead(article), id, path)
      : parseHead(text, id, path).head;
  knownArticles.note(head, markdown);
  done.set(id, { head, kind: 'added', set });
  return { id, path, kind: 'added' };
}

export function note(
  { knownArticles, taken, done }: StoreState,
  text: string,
  stored: StoredArticle,
  set: StateChange,
): StoredArticle {
  const { id, path, kind } = stored;
  const { head } = parseHead(text, id, path);
  knownArticles.note(head);
  taken.add(foldId(id));
  const before = done.get(id);
  if (kind !== 'left' || before === undefined) done.set(id, { head, kind, set });
  return stored;
}
