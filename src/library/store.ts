// The store: puts articles into the library, each once, all of a call as one operation.
import { dirname, join } from 'node:path';
import type { ArticleHead } from '../core/article.ts';
import { cleanText } from '../core/clean.ts';
import { NewsprintError } from '../core/errors.ts';
import { parseHead } from './article-file.ts';
import { formatArticle } from './article-text.ts';
import { flushFolder } from './flush-folder.ts';
import type { Library } from './library.ts';
import { mergeArticle } from './merge-article.ts';
import { createFile, replaceFile } from './place-file.ts';
import { readTextFile } from './read-text-file.ts';
import { isSameArticle } from './same-article.ts';
import { finishStoring } from './store-finish.ts';
import {
  createStoring,
  NEW,
  note,
  noteAdded,
  type Placed,
  type PlannedFile,
  planFile,
  readArticleFile,
  type Stored,
  type Storing,
  writeNoted,
} from './storing.ts';
import { systemCode, systemReason } from './system-error.ts';
import { keepInTrash, TRASH_FOLDER } from './trash-files.ts';

export type { Placed, Stored };

/** Puts articles in. */
export interface Store {
  /**
   * Puts an article in, or in the place of what the library has of it.
   * @param article by its file's path: links to pictures start in its folder
   * @param urls its addresses, clean: what it is found again by
   * @throws NewsprintError `read-only` or `failed` where the file cannot be written
   */
  readonly put: (article: Placed, urls: readonly string[]) => Stored;
  /** `put` that lets the caller go on while the disk writes; several may be under way. */
  readonly putSoon: (article: Placed, urls: readonly string[]) => Promise<Stored>;
  /**
   * Once nothing is under way any more: sees to it that all is on the disk to stay, and writes the
   * operation that undo takes back.
   * @throws NewsprintError `read-only` or `failed` where that cannot be written
   */
  readonly finish: () => void;
}

export interface StoreOptions {
  readonly now: Date;
  /** One spelling for each address. */
  readonly cleanUrl: (url: string) => string | null;
}

/** An article that is sought in the library. */
interface Sought {
  readonly article: Placed;
  readonly urls: readonly string[];
}

/**
 * A store on an open library. Files come first, each whole under its name at once, then the
 * journal: a name can be lost to another process until the file has it, and a line written before
 * would have undo take that one's file. A crash between leaves every article as before or after;
 * what it leaves can be removed, though not undone.
 */
export function openStore(library: Library, { now, cleanUrl }: StoreOptions): Store {
  const storing = createStoring(library, now, cleanUrl);
  return {
    put: (article, urls) => {
      try {
        return put(storing, { article, urls });
      } catch (error) {
        throw refusal(article, error);
      }
    },
    putSoon: async (article, urls) => {
      try {
        return await putSoon(storing, { article, urls });
      } catch (error) {
        throw refusal(article, error);
      }
    },
    finish: () => finishStoring(storing),
  };
}

function find({ finder }: Storing, { article, urls }: Sought): ArticleHead | null {
  return finder.find({ ...article(NEW), urls });
}

function put(storing: Storing, sought: Sought): Stored {
  const known = find(storing, sought);
  return known === null ? create(storing, sought) : update(storing, known, sought.article);
}

function create(storing: Storing, sought: Sought): Stored {
  for (;;) {
    const file = planFile(storing, sought.article);
    if (createFile(storing.library.root, file.path, file.text)) return noteAdded(storing, file);
    const known = meetRival(storing, file, sought);
    if (known !== null) return update(storing, known, sought.article);
  }
}

/** The article is noted before its file is there, so that the same one is not put in twice. */
async function putSoon(storing: Storing, sought: Sought): Promise<Stored> {
  const { underWay } = storing;
  let known = find(storing, sought);
  while (known !== null && underWay.has(known.id)) {
    await underWay.get(known.id);
    known = find(storing, sought);
  }
  if (known !== null) return update(storing, known, sought.article);
  const file = planFile(storing, sought.article);
  const stored = noteAdded(storing, file);
  if (await writeNoted(storing, file)) return stored;
  known = meetRival(storing, file, sought);
  return known === null ? create(storing, sought) : update(storing, known, sought.article);
}

/** What another process put under the name since the library was opened: it may be the same. */
function meetRival(storing: Storing, file: PlannedFile, sought: Sought): ArticleHead | null {
  const rival = readRival(storing, file);
  if (rival !== null) storing.finder.note(rival);
  return find(storing, sought);
}

function readRival({ library: { root } }: Storing, { id, path }: PlannedFile): ArticleHead | null {
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
  if (!isOwn) keep(library.root, op, path);
  replaceFile(library.root, path, text);
  return note(storing, text, { ...stored, kind: isOwn ? again.kind : 'replaced' });
}

/** The old file is in the trash to stay before the new one takes its place. */
function keep(root: string, op: string, path: string): void {
  keepInTrash(root, op, path);
  flushFolder(join(root, TRASH_FOLDER, op, dirname(path)));
}

const READ_ONLY = new Set(['EACCES', 'EPERM', 'EROFS']);

/** What the system says, beside the headline; anything else is no refusal and stays as it is. */
function refusal(article: Placed, cause: unknown): unknown {
  if (cause instanceof NewsprintError || systemCode(cause) === '') return cause;
  const message = `${cleanText(article('').title)}: cannot be kept: ${systemReason(cause)}`;
  const code = READ_ONLY.has(systemCode(cause)) ? 'read-only' : 'failed';
  return new NewsprintError(message, { code, cause });
}
