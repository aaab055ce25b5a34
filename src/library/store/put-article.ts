// Puts an article into the library: as a new file, or in place of an existing one.
import { join } from 'node:path';
import type { ArticleHead } from '../../core/article/article.ts';
import { cleanText } from '../../core/clean.ts';
import { NewsprintError } from '../../core/errors.ts';
import { otherPlace } from '../articles/article-name.ts';
import { formatFile, type NewArticle } from '../articles/format-article.ts';
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
 * Adds an article, or replaces the one that the library has, while the caller goes on; several may be
 * under way.
 * @param known the article that the library has, where it has been looked for
 */
export async function put(
  state: StoreState,
  incoming: Incoming,
  known?: ArticleHead | null,
): Promise<StoredArticle> {
  try {
    return await putWhenFree(state, incoming, known);
  } catch (error) {
    throw refusal(incoming, error);
  }
}

/** The article that the library has, by any of the incoming one's names. */
export function findIn(
  { knownArticles }: StoreState,
  { article, ...names }: Incoming,
  entry = article(NEW_PATH),
) {
  return knownArticles.find({ ...entry, ...names });
}

/** Turns a system error into one that names the article. */
function refusal({ article }: Incoming, cause: unknown): unknown {
  if (cause instanceof NewsprintError || systemCode(cause) === '') return cause;
  return writeError(`${cleanText(article('').title)}: cannot be kept`, cause);
}

/** Notes the article before its file is there, so that it is not put in twice. */
async function putWhenFree(
  state: StoreState,
  incoming: Incoming,
  found: ArticleHead | null | undefined,
): Promise<StoredArticle> {
  const { underWay } = state;
  let known = found === undefined ? findIn(state, incoming) : found;
  for (;;) {
    const writing = underWay.get(known?.id ?? '');
    if (writing !== undefined) await writing;
    else if (known !== null) return state.onKnown(state, known, incoming);
    else {
      const file = planFile(state, incoming);
      const stored = noteAdded(state, file);
      if (await writeNoted(state, file)) return stored;
      noteRival(state, file);
    }
    known = findIn(state, incoming);
  }
}

/** Notes the file that another process has put under the name: it may be the same article. */
function noteRival({ existing, knownArticles }: StoreState, { id, path }: PlannedFile): void {
  for (const place of [otherPlace(path), path].filter((one) => one !== null)) {
    const text = tryReadText(join(existing.root, place));
    if (text !== null) knownArticles.note(parseHead(text, id, place).head);
  }
}

/** Replaces the article that the library has. */
export function update(
  state: StoreState,
  known: ArticleHead,
  { article }: Incoming,
): StoredArticle {
  return replace(state, known, (before) => mergeArticle(article(known.path), known, before));
}

/**
 * Replaces an article's text; the old file goes to the trash.
 * @param make the new article from the file's text
 * @param set marks to set on it
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
  const text = isSame ? before : formatFile(article);
  if (isSame || isSameArticle(before, text)) {
    return note(state, before, { id, path, kind: 'left' }, set);
  }
  const again = done.get(id);
  // A file that this operation wrote itself does not go to the trash: undo restores the first.
  const isOwn = again !== undefined && again.kind !== 'left';
  noteFile(state, { ...article, id, path }, set, text, !isOwn || again.kind === 'replaced');
  if (!isOwn) keepInTrash(root, op, path);
  replaceFile(root, path, text);
  return note(state, text, { id, path, kind: isOwn ? again.kind : 'replaced' }, set);
}
