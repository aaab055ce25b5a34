// The library: a folder of articles, opened whole and read one by one.
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import type { Article, ArticleHead } from '../core/article.ts';
import { cleanText } from '../core/clean.ts';
import { NewsprintError, type Problem } from '../core/errors.ts';
import { quoteValue } from '../core/quote.ts';
import { sortArticles } from '../core/sort.ts';
import { bodyMarkdown } from './article-file.ts';
import { createHeadReader } from './head-reader.ts';
import { isFolder } from './locate.ts';
import { readTextFile } from './read-text-file.ts';
import { findFiles } from './scan.ts';

/** An opened library. */
export interface Library {
  /** Absolute. */
  readonly root: string;
  /** In the default order: `published` else `added`, newest first, then by ID. */
  readonly articles: readonly ArticleHead[];
  /** What is wrong with its files, by path. */
  readonly problems: readonly Problem[];
  /**
   * Whether marks and articles can be kept in it. The system is asked: root may write in folders
   * that forbid it, but not on a file system that is mounted read-only.
   */
  readonly writable: boolean;
}

/**
 * Opens a library: finds its files and reads their heads. A broken file is a problem and hides no
 * other.
 * @throws NewsprintError `not-found` where there is no such folder, `unreadable` where it is a file
 */
export function openLibrary(root: string): Library {
  if (!isFolder(root)) {
    throw new NewsprintError(`no library at ${quoteValue(root)}`, { code: 'not-found' });
  }
  const { files, problems: found } = findFiles(root);
  const problems = [...found];
  const readHead = createHeadReader(root);
  const heads = files.flatMap((file) => {
    const result = readHead(file);
    problems.push(...result.problems);
    return result.head === null ? [] : [result.head];
  });
  return {
    root,
    articles: sortArticles(heads, 'published'),
    problems: problems.sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path))),
    writable: isWritable(root),
  };
}

function isWritable(root: string): boolean {
  try {
    accessSync(root, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The whole text of an article's file, cleaned of controls.
 * @throws NewsprintError `unreadable` where the file has gone or grown beyond 10 MiB
 */
export function readArticleText(library: Library, head: ArticleHead): string {
  return cleanText(readFileOf(library, head));
}

/**
 * An article with its body.
 * @throws NewsprintError `unreadable` where the file has gone or grown beyond 10 MiB
 */
export function readArticle(library: Library, head: ArticleHead): Article {
  return { ...head, markdown: bodyMarkdown(readFileOf(library, head)) };
}

function readFileOf({ root }: Library, head: ArticleHead): string {
  return readTextFile(join(root, head.path), head.path);
}
