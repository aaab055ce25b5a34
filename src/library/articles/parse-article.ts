// An article file's text → the article.
import { basename } from 'node:path';
import type { ArticleHead } from '../../core/article/article.ts';
import { parseFrontMatter, splitFrontMatter } from '../../core/article/front-matter.ts';
import { cleanLine, cleanText } from '../../core/clean.ts';
import type { Problem } from '../../core/errors.ts';
import { firstHeading } from '../../markdown/source/first-heading.ts';
import { fileId } from '../files/file-names.ts';

const STANDARD_INPUT = '-';
const UNCLOSED = 'front matter is not closed by a line of ---';

/**
 * Reads an article's head: the headline is the front matter's, else the first heading, else the
 * file's name. Never throws.
 */
export function parseHead(text: string, id: string, path: string) {
  const { head: yaml, headLine, body, unclosed } = splitFrontMatter(text);
  const { frontMatter, problems } = parseFrontMatter(yaml ?? '', path, headLine);
  const title = frontMatter.title ?? (cleanLine(firstHeading(cleanText(body)) ?? '') || null);
  const notClosed: Problem = { path, line: 1, column: 1, message: UNCLOSED };
  // New fields come first: behind the spread they would give each head a shape of its own in V8.
  const head: ArticleHead = { id, path, ...frontMatter, title: title ?? id };
  return {
    head,
    /** The text behind the front matter as it is written. */
    body,
    /** What is wrong in it. */
    problems: unclosed ? [...problems, notClosed] : problems,
    /** Whether the headline is the file's name, for want of a better one. */
    isUntitled: title === null,
  };
}

/** The Markdown after the front matter, without controls and blank lines at its start. */
export function bodyMarkdown(text: string): string {
  return cleanBody(splitFrontMatter(text).body);
}

/** The same, of a body that was split off. */
export function cleanBody(body: string): string {
  return cleanText(body).replace(/^[ \t\n]*\n/, '');
}

/** An article from outside the library. @param path the file's, `-` for standard input */
export function articleFromText(text: string, path: string) {
  const shown = cleanLine(path);
  const id = path === STANDARD_INPUT ? STANDARD_INPUT : fileId(cleanLine(basename(path)));
  const { head, body, problems, isUntitled } = parseHead(text, id, shown);
  const title = isUntitled && path === STANDARD_INPUT ? 'Standard input' : head.title;
  return { article: { ...head, title, markdown: cleanBody(body) }, problems };
}
