// The library: a folder of articles, opened whole and read one by one.
import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';
import { withAdded } from '../../core/article/added-time.ts';
import type { Article, ArticleHead } from '../../core/article/article.ts';
import { sortArticles } from '../../core/article/article-order.ts';
import { cleanText } from '../../core/clean.ts';
import { NewsprintError, type Problem, quoteValue } from '../../core/errors.ts';
import { effectiveTags } from '../../core/journal/article-state.ts';
import { tryOr } from '../../core/try-or.ts';
import { type ConflictCopy, copyProblems, isCopyRemoved } from '../articles/conflict-copies.ts';
import { bodyMarkdown } from '../articles/parse-article.ts';
import { readHead } from '../articles/read-article-file.ts';
import { findFiles } from '../articles/scan-folder.ts';
import { fileTime, readTextFile } from '../files/read-text-file.ts';
import { type Journals, openJournals } from '../journals/journals.ts';
import type { Host } from '../place/device.ts';
import { isFolder } from '../place/locate-library.ts';

export interface Library {
  /** The absolute path of the library's folder. */
  readonly root: string;
  /**
   * Without those removed, with the tags that were added and without those taken away, and with the
   * time that each came; in the default order: `published` else `added`, newest first, then by ID.
   */
  readonly articles: readonly ArticleHead[];
  /** Every article as its file has it. */
  readonly heads: readonly ArticleHead[];
  /** Versions of articles that a sync's conflict left, without those removed. */
  readonly copies: readonly ConflictCopy[];
  /** What is wrong with its files, by path. */
  readonly problems: readonly Problem[];
  readonly journals: Journals;
}

/** A machine that keeps no marks. */
export const NO_HOST: Host = { env: {}, platform: 'linux' };

/**
 * Opens a library: finds its files, reads their heads and the journals. A broken file is a problem
 * and hides no other.
 * @param host whose marks can be kept; without one they can only be read
 * @throws NewsprintError `not-found` where there is no such folder, `unreadable` where it is a file
 */
export function openLibrary(root: string, host: Host = NO_HOST): Library {
  checkLibrary(root);
  return readLibrary(root, openJournals(root, host));
}

/**
 * Makes sure that there is a library.
 * @throws NewsprintError `not-found` where there is no such folder, `unreadable` where it is a file
 */
export function checkLibrary(root: string): void {
  if (isFolder(root)) return;
  throw new NewsprintError(`no library at ${quoteValue(root)}`, { code: 'not-found' });
}

/**
 * The same library with its files read anew, and what others wrote in the journals; one that is away,
 * or yet to come, as it was.
 */
export function reopenLibrary(library: Library): Library {
  const { root, journals } = library;
  journals.refresh();
  return isFolder(root) ? readLibrary(root, journals) : library;
}

/** The same library with its articles as the journals now have them; no file is read. */
export function reviseLibrary(library: Library): Library {
  return { ...library, articles: shownArticles(library.root, library.heads, library.journals) };
}

/** A library whose folder is not there yet. */
export function emptyLibrary(root: string, host: Host): Library {
  const journals = openJournals(root, host);
  return { root, articles: [], heads: [], copies: [], problems: [], journals };
}

function readLibrary(root: string, journals: Journals): Library {
  const { files, ...found } = findFiles(root);
  const isRemoved = (id: string): boolean => journals.state({ id }).removed;
  const copies = found.copies.filter((copy) => !isCopyRemoved(copy, isRemoved));
  const problems = [...found.problems, ...copyProblems(copies)];
  const unsorted = files.flatMap((file) => {
    const result = readHead(root, file);
    problems.push(...result.problems);
    return result.head === null ? [] : [result.head];
  });
  const heads = sortArticles(unsorted, 'published');
  return {
    root,
    articles: shownArticles(root, heads, journals),
    heads,
    copies,
    problems: problems.sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path))),
    journals,
  };
}

/** Heads of files as they are shown, without those removed. */
export function shownArticles(
  root: string,
  heads: readonly ArticleHead[],
  journals: Journals,
): readonly ArticleHead[] {
  const shown = heads.flatMap((own) => {
    if (journals.isRemoved(own)) return [];
    const state = journals.state(own);
    const head = withAdded(own, state.added, () => fileTime(root, own.path));
    const tags = effectiveTags(head.tags, state);
    return [tags === head.tags ? head : { ...head, tags }];
  });
  return sortArticles(shown, 'published');
}

/**
 * Whether files can be written in a folder. The system is asked: root may write in folders that
 * forbid it, but not on a file system that is mounted read-only.
 */
export function isWritable(root: string): boolean {
  return tryOr(() => accessSync(root, constants.W_OK) === undefined, false);
}

/**
 * The whole text of an article's file, cleaned of controls.
 * @throws NewsprintError `unreadable` where the file has gone or grown beyond 10 MiB
 */
export function readArticleText(library: Pick<Library, 'root'>, head: ArticleHead): string {
  return cleanText(readFileOf(library, head));
}

/**
 * An article with its body.
 * @throws NewsprintError `unreadable` where the file has gone or grown beyond 10 MiB
 */
export function readArticle(library: Pick<Library, 'root'>, head: ArticleHead): Article {
  // Behind the spread a new field would give each article a shape of its own in V8.
  return { markdown: bodyMarkdown(readFileOf(library, head)), ...head };
}

/** Another text after each change of an article's file; `null` where it has gone. */
export function articleStamp(
  { root }: Pick<Library, 'root'>,
  { path }: Pick<ArticleHead, 'path'>,
): string | null {
  return tryOr(() => {
    const { ino, size, mtimeMs } = statSync(join(root, path));
    return `${ino}:${size}:${mtimeMs}`;
  }, null);
}

function readFileOf({ root }: Pick<Library, 'root'>, { path }: ArticleHead): string {
  // Not by `join`: normalising the path takes half as long as opening the file.
  return readTextFile(`${root}/${path}`, path);
}
