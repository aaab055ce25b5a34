// The store: puts articles into the library, each once, all of a call as one operation.
import { join } from 'node:path';
import type { ArticleHead } from '../core/article.ts';
import { cleanText } from '../core/clean.ts';
import { NewsprintError } from '../core/errors.ts';
import { parseHead } from './article-file.ts';
import { articleName, articlePath } from './article-name.ts';
import { formatArticle, type NewArticle } from './article-text.ts';
import { createFinder, type Finder } from './find-again.ts';
import type { Library } from './library.ts';
import { mergeArticle } from './merge-article.ts';
import { createFile, replaceFile } from './place-file.ts';
import { randomName } from './random-name.ts';
import { readTextFile } from './read-text-file.ts';
import { isSameArticle } from './same-article.ts';
import { systemCode, systemReason } from './system-error.ts';
import { keepInTrash } from './trash-files.ts';

/** What became of an article. */
export interface Stored {
  readonly id: string;
  /** From the library's root. */
  readonly path: string;
  /** `left`: the library has it as it is. */
  readonly kind: 'added' | 'replaced' | 'left';
}

/** An article as it is written to a file of that path. */
export type Placed = (path: string) => NewArticle;

export interface Store {
  /**
   * Puts an article in, or in the place of what the library has of it.
   * @param article by its file's path: links to pictures start in its folder
   * @param urls its addresses, clean: what it is found again by
   * @throws NewsprintError `read-only` or `failed` where the file cannot be written
   */
  readonly put: (article: Placed, urls: readonly string[]) => Stored;
  /**
   * Writes the operation that undo takes back, of all that was put.
   * @throws NewsprintError `read-only` or `failed` where the journal cannot be written
   */
  readonly finish: () => void;
}

export interface StoreOptions {
  readonly now: Date;
  /** One spelling for each address. */
  readonly cleanUrl: (url: string) => string | null;
}

interface Storing {
  readonly library: Library;
  readonly now: Date;
  readonly op: string;
  readonly finder: Finder;
  /** IDs that are taken, in one case. */
  readonly taken: Set<string>;
  /** For each name the number that is next to try. */
  readonly numbers: Map<string, number>;
  readonly done: Map<string, { readonly head: ArticleHead; readonly kind: Stored['kind'] }>;
}

/**
 * A store on an open library. Files come first, each whole under its name at once, then the
 * journal: a name can be lost to another process until the file has it, and a line written before
 * would have undo take that one's file. A crash between leaves every article as before or after;
 * what it leaves can be removed, though not undone.
 */
export function openStore(library: Library, { now, cleanUrl }: StoreOptions): Store {
  const readText = (head: ArticleHead): string => readArticleFile(library, head);
  const storing: Storing = {
    ...{ library, now, op: randomName() },
    finder: createFinder(library.heads, cleanUrl, readText),
    taken: new Set(library.heads.map(({ id }) => foldId(id))),
    numbers: new Map(),
    done: new Map(),
  };
  return {
    put: (article, urls) => refuse(article('').title, () => put(storing, article, urls)),
    finish: () => writeOperation(storing),
  };
}

/** Articles that are new lie a folder deep. */
const NEW = articlePath('0000');

function put(storing: Storing, article: Placed, urls: readonly string[]): Stored {
  const known = storing.finder.find({ ...article(NEW), urls });
  return known === null ? create(storing, article, urls) : update(storing, known, article);
}

function create(storing: Storing, article: Placed, urls: readonly string[]): Stored {
  const added = storing.now.toISOString();
  const { title, published, ...rest } = article(NEW);
  const name = articleName(title, published ?? added);
  const text = formatArticle({ ...rest, title, published, added });
  const { root } = storing.library;
  for (let number = storing.numbers.get(name) ?? 1; ; number += 1) {
    storing.numbers.set(name, number + 1);
    const id = number === 1 ? name : `${name}-${number}`;
    const path = articlePath(id);
    if (storing.taken.has(foldId(id))) continue;
    if (createFile(root, path, text)) return note(storing, text, { id, path, kind: 'added' });
    storing.taken.add(foldId(id));
    const rival = rivalAt(storing, id, path);
    if (rival !== null) storing.finder.note(rival);
    const known = storing.finder.find({ ...rest, title, urls });
    if (known !== null) return update(storing, known, article);
  }
}

/** What another process put under the name since the library was opened: it may be the same. */
function rivalAt({ library: { root } }: Storing, id: string, path: string): ArticleHead | null {
  try {
    return parseHead(readTextFile(join(root, path), path), id, path).head;
  } catch (error) {
    if (error instanceof NewsprintError) return null;
    throw error;
  }
}

function update(storing: Storing, known: ArticleHead, article: Placed): Stored {
  const { library, op, done } = storing;
  const before = readArticleFile(library, known);
  const text = formatArticle(mergeArticle(article(known.path), known, before, storing.now));
  const { id, path } = known;
  const stored = { id, path };
  if (isSameArticle(before, text)) return note(storing, before, { ...stored, kind: 'left' });
  const again = done.get(id);
  // Of what this very call put there nothing is kept: its operation has one file to bring back.
  const isOwn = again !== undefined && again.kind !== 'left';
  if (!isOwn) keepInTrash(library.root, op, path);
  replaceFile(library.root, path, text);
  return note(storing, text, { ...stored, kind: isOwn ? again.kind : 'replaced' });
}

function note({ finder, taken, done }: Storing, text: string, stored: Stored): Stored {
  const { id, path, kind } = stored;
  const { head } = parseHead(text, id, path);
  finder.note(head);
  taken.add(foldId(id));
  const before = done.get(id);
  if (kind !== 'left' || before === undefined) done.set(id, { head, kind });
  return stored;
}

/** Also brings back what is hidden: it was removed once, and is wanted again. */
function writeOperation({ library: { journals }, done, now, op }: Storing): void {
  const changes = Array.from(done.values(), ({ head, kind }) => ({
    ...{ id: head.id, path: head.path, url: head.url, guid: head.guid, feed: head.feed },
    set: { removed: false },
    ...(kind === 'left' ? {} : { added: head.path, replaced: kind === 'replaced' }),
  }));
  if (changes.length > 0) journals.change(changes, { now, op });
}

function readArticleFile({ root }: Library, { path }: ArticleHead): string {
  return readTextFile(join(root, path), path);
}

function foldId(id: string): string {
  return id.normalize('NFC').toLowerCase();
}

const READ_ONLY = new Set(['EACCES', 'EPERM', 'EROFS']);

function refuse<Result>(title: string, store: () => Result): Result {
  try {
    return store();
  } catch (cause) {
    if (cause instanceof NewsprintError || systemCode(cause) === '') throw cause;
    const message = `${cleanText(title)}: cannot be kept: ${systemReason(cause)}`;
    const code = READ_ONLY.has(systemCode(cause)) ? 'read-only' : 'failed';
    throw new NewsprintError(message, { code, cause });
  }
}
