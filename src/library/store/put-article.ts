// Puts an article into the library: as a new file, or in the place of the one that is there.
import { join } from 'node:path';
import type { ArticleHead } from '../../core/article/article.ts';
import { cleanText } from '../../core/clean.ts';
import { NewsprintError } from '../../core/errors.ts';
import { otherPlace } from '../articles/article-name.ts';
import { formatArticle, type NewArticle } from '../articles/format-article.ts';
import { isSameArticle, isSureToBeSame, mergeArticle } from '../articles/merge-article.ts';
import { parseHead } from '../articles/parse-article.ts';
import { replaceFile } from '../articles/write-file.ts';
import { readTextFile, tryReadText } from '../files/read-text-file.ts';
import { systemCode, writeError } from '../files/system-error.ts';
import { keepInTrash } from '../journals/trash-files.ts';
import {
  type Incoming,
  NEW_PATH,
  note,
  noteAdded,
  noteFile,
  type PlannedFile,
  planFile,
  type StoredArticle,
  type StoreState,
  writeNoted,
} from './store-state.ts';

/**
 * Puts an article in, or in the place of what the library has of it, while the caller goes on; several
 * may be under way.
 */
export async function put(state: StoreState, incoming: Incoming): Promise<StoredArticle> {
  try {
    return await putWhenFree(state, incoming);
  } catch (error) {
    throw refusal(incoming, error);
  }
}

/** A system's error as one that names the article; any other error stays as it is. */
function refusal({ article }: Incoming, cause: unknown): unknown {
  if (cause instanceof NewsprintError || systemCode(cause) === '') return cause;
  return writeError(`${cleanText(article('').title)}: cannot be kept`, cause);
}

/** The article is noted before its file is there, so that the same one is not put in twice. */
async function putWhenFree(state: StoreState, incoming: Incoming): Promise<StoredArticle> {
  const { knownArticles, underWay } = state;
  const { article, ...names } = incoming;
  for (;;) {
    const known = knownArticles.find({ ...article(NEW_PATH), ...names });
    const writing = underWay.get(known?.id ?? '');
    if (writing !== undefined) await writing;
    else if (known !== null) return state.onKnown(state, known, incoming);
    else {
      const file = planFile(state, incoming);
      const stored = noteAdded(state, file);
      if (await writeNoted(state, file)) return stored;
      noteRival(state, file);
    }
  }
}

/** What another process put under the name since the library was opened: it may be the same. */
function noteRival({ existing, knownArticles }: StoreState, { id, path }: PlannedFile): void {
  for (const place of [otherPlace(path), path].filter((one) => one !== null)) {
    const text = tryReadText(join(existing.root, place));
    if (text !== null) knownArticles.note(parseHead(text, id, place).head);
  }
}

/** The article in the place of what the library has of it. */
export function update(
  state: StoreState,
  known: ArticleHead,
  { article }: Incoming,
): StoredArticle {
  return replace(state, known, (before) => mergeArticle(article(known.path), known, before));
}

/**
 * Another text for an article of the library; the old one goes to the trash.
 * @param make the article out of its file's text
 * @param set what the operation sets of it
 */
export function replace(
  state: StoreState,
  known: ArticleHead,
  make: (before: string) => NewArticle,
  set = state.set,
): StoredArticle {
  const { op, done } = state;
  const { root } = state.existing;
  const { id, path } = known;
  const before = readTextFile(join(root, path), path);
  const article = make(before);
  const isSame = isSureToBeSame(before, article);
  const text = isSame ? before : formatArticle(article);
  if (isSame || isSameArticle(before, text)) {
    return note(state, before, { id, path, kind: 'left' }, set);
  }
  const again = done.get(id);
  // What this very operation wrote is not kept in the trash: undo brings one file back.
  const isOwn = again !== undefined && again.kind !== 'left';
  noteFile(state, { ...article, id, path }, set, text, !isOwn || again.kind === 'replaced');
  if (!isOwn) keepInTrash(root, op, path);
  replaceFile(root, path, text);
  return note(state, text, { id, path, kind: isOwn ? again.kind : 'replaced' }, set);
}
