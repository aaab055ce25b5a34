// The text of an article's file, written whole.
import type { ArticleHead, FrontMatter, ReadingState } from '../../core/article/article.ts';
import { exportedMarks, setExportedMarks } from '../../core/article/exported-marks.ts';
import {
  type FrontMatterChanges,
  formatFrontMatter,
  setFrontMatterKeys,
} from '../../core/article/format-front-matter.ts';
import { splitFrontMatter } from '../../core/article/front-matter.ts';
import { cleanText } from '../../core/clean.ts';
import { NewsprintError, quoteValue } from '../../core/errors.ts';
import { tryKnown } from '../../core/try-or.ts';
import { LARGEST_FILE, tooLarge } from '../files/read-text-file.ts';
import type { FoundFile } from './assign-ids.ts';
import { bodyMarkdown, cleanBody, parseHead } from './parse-article.ts';

export interface NewArticle extends FrontMatter {
  readonly title: string;
  readonly markdown: string;
  /** A text whose front matter is the base: its unknown keys and comments stay. */
  readonly base: string | null;
}

/** An article of the library as its file has it. */
export function articleInFile(text: string, { id, path }: FoundFile): NewArticle {
  const { head, body } = parseHead(text, id, path);
  return { ...head, markdown: cleanBody(body), base: text };
}

/** Front matter, a blank line, the body; without controls. */
export function formatArticle({ markdown, base, extra: _, ...fields }: NewArticle): string {
  return cleanText(`${formatHead(fields, base)}\n${markdown.trim()}\n`);
}

/**
 * The same for a file of the library.
 * @throws NewsprintError where it is larger than any that is read
 */
export function formatFile(article: NewArticle): string {
  const text = formatArticle(article);
  if (Buffer.byteLength(text) <= LARGEST_FILE) return text;
  const why = tooLarge(LARGEST_FILE);
  throw new NewsprintError(`${quoteValue(article.title)} cannot be kept: ${why}`);
}

/** The text of a file with what is known of its article beside it: tags, marks, and when it came. */
export function withKnownFields(text: string, known: ArticleHead, marks: ReadingState): string {
  const own = parseHead(text, known.id, known.path).head;
  const fields = {
    ...(own.added !== known.added && { added: known.added }),
    ...(own.tags.join() !== known.tags.join() && { tags: known.tags }),
  };
  const said = exportedMarks(own.extra);
  const isMarkedSo = said.read === marks.read && said.starred === marks.starred;
  if (Object.keys(fields).length === 0 && isMarkedSo) return text;
  return withHead(text, (head) => setExportedMarks(setFrontMatterKeys(head, fields), marks));
}

/** The text of a file without the marks that an export says of it: in a library journals say them. */
export function withoutMarks(text: string): string {
  return withHead(text, (head) => setExportedMarks(head, NO_MARKS));
}

const NO_MARKS = { read: false, starred: false };

/** The text with another head; as it is where that cannot be changed. */
function withHead(text: string, change: (head: string) => string): string {
  const head = splitFrontMatter(text).head ?? '';
  return tryKnown(
    () => `---\n${change(head)}---\n\n${bodyMarkdown(text)}`,
    () => text,
  );
}

function formatHead(fields: FrontMatterChanges, base: string | null): string {
  const head = base === null ? null : splitFrontMatter(cleanText(base)).head;
  if (head === null) return formatFrontMatter(fields);
  const changed = () => `---\n${setFrontMatterKeys(head, fields)}---\n`;
  return tryKnown(changed, () => formatFrontMatter(fields));
}
