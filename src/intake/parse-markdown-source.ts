// Markdown, with front matter or without, and plain text → a draft of an article.
import { parseFrontMatter, splitFrontMatter } from '../core/article/front-matter.ts';
import { cleanText } from '../core/clean.ts';
import { cleanUrl, httpUrl } from '../core/url/clean-url.ts';
import { documentFigures } from '../markdown/document/figures.ts';
import { parseMarkdown } from '../markdown/parse/parse-markdown.ts';
import { firstHeading } from '../markdown/source/first-heading.ts';
import type { Dropped, Intake } from './draft.ts';

/** A heading that opens the text, as `# …` or underlined. */
const OPENING_HEADING = /^\s*(?:#[ \t]+[^\n]+|[^\n#>*-][^\n]*\n=+[ \t]*)(?:\n|$)/;

/**
 * Reads a Markdown file as it is: its front matter, its first heading as the headline where the
 * front matter names none, the rest as the body. What is wrong in the front matter is dropped and
 * named. Never throws.
 */
export function parseMarkdownSource(text: string): Intake {
  const { head, headLine, body } = splitFrontMatter(text);
  const { frontMatter, problems } = parseFrontMatter(head ?? '', 'front matter', headLine);
  const whole = cleanText(body).trim();
  const title = frontMatter.title ?? firstHeading(whole);
  const markdown = isHeadline(whole, title) ? whole.replace(OPENING_HEADING, '').trim() : whole;
  const url = frontMatter.url === null ? null : cleanUrl(frontMatter.url);
  return {
    draft: { ...frontMatter, title, url, markdown },
    dropped: problems.map(({ message }): Dropped => ({ text: message, why: 'front matter' })),
    images: imagesOf(markdown),
  };
}

/** The headline stands above the body anyway: in the body it would stand there twice. */
function isHeadline(markdown: string, title: string | null): boolean {
  const opening = OPENING_HEADING.exec(markdown)?.[0];
  return opening !== undefined && title !== null && firstHeading(opening) === title;
}

function imagesOf(markdown: string): readonly string[] {
  if (!markdown.includes('![')) return [];
  const sources = documentFigures(parseMarkdown(markdown)).map(({ src }) => httpUrl(src ?? ''));
  return [...new Set(sources.filter((src) => src !== null))];
}
