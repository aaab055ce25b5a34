// An article file's text → the article.
import { basename } from 'node:path';
import type { Article, ArticleHead } from '../../core/article/article.ts';
import { parseFrontMatter, splitFrontMatter } from '../../core/article/front-matter.ts';
import { cleanLine, cleanText } from '../../core/clean.ts';
import type { Problem } from '../../core/errors.ts';
import { firstHeading } from '../../markdown/source/first-heading.ts';
import { fileId } from '../files/file-names.ts';

const STANDARD_INPUT = '-';
const UNCLOSED = 'front matter is not closed by a line of ---';

/** The head of an article and what is wrong in it. */
export interface ParsedHead {
  readonly head: ArticleHead;
  readonly problems: readonly Problem[];
  /** Whether the headline is the file's name, for want of a better one. */
  readonly isUntitled: boolean;
}

/**
 * Reads an article's head: the headline is the front matter's, else the first heading, else the
 * file's name. Never throws.
 */
export function parseHead(text: string, id: string, path: string): ParsedHead {
  const { head, headLine, body, unclosed } = splitFrontMatter(text);
  const { frontMatter, problems } = parseFrontMatter(head ?? '', path, headLine);
  const title = frontMatter.title ?? (cleanLine(firstHeading(cleanText(body)) ?? '') || null);
  return {
    head: { ...frontMatter, id, path, title: title ?? id },
    problems: unclosed ? [...problems, { path, line: 1, column: 1, message: UNCLOSED }] : problems,
    isUntitled: title === null,
  };
}

/** The Markdown after the front matter, without controls and blank lines at its start. */
export function bodyMarkdown(text: string): string {
  return cleanText(splitFrontMatter(text).body).replace(/^[ \t\n]*\n/, '');
}

/**
 * An article from outside the library.
 * @param path the file's, `-` for standard input
 */
export function articleFromText(
  text: string,
  path: string,
): { readonly article: Article; readonly problems: readonly Problem[] } {
  const shown = cleanLine(path);
  const id = path === STANDARD_INPUT ? STANDARD_INPUT : fileId(cleanLine(basename(path)));
  const { head, problems, isUntitled } = parseHead(text, id, shown);
  const title = isUntitled && path === STANDARD_INPUT ? 'Standard input' : head.title;
  return { article: { ...head, title, markdown: bodyMarkdown(text) }, problems };
}
