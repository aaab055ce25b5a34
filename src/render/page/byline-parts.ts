// The words around the headline: where the article is from, by whom, when, how long.
import type { Article, Link } from '../../core/article/article.ts';
import { type Enclosure, enclosureKind } from '../../core/article/enclosure.ts';
import { cleanLine } from '../../core/clean.ts';
import { formatBytes } from '../../core/count.ts';
import { createDateFormatter, type Locale } from '../../core/dates/format-dates.ts';
import { tryOr } from '../../core/try-or.ts';
import type { Block } from '../../markdown/document/document.ts';
import { inlineText } from '../../markdown/document/inline.ts';
import { countWords, readingMinutes } from '../../markdown/source/count-words.ts';

/** The source and the first tag, in capitals. */
export function kickerParts({ source, tags }: Article): string[] {
  return [source ?? '', tags[0]?.replaceAll('-', ' ') ?? '']
    .filter((part) => part !== '')
    .map((part) => part.toUpperCase());
}

/**
 * `By A, B and C in Place`, the dates, the minutes, the comments: what of it is known.
 * @param minutes that it takes to read, where they are known; else its words are counted
 */
export function bylineParts(article: Article, locale: Locale, minutes?: number): string[] {
  const { published, updated, comments } = article;
  const { long } = createDateFormatter(locale);
  const date = published === null ? '' : long(published);
  const change = updated === null ? '' : long(updated);
  return [
    byline(article),
    date,
    change !== '' && change !== date ? `updated ${change}` : '',
    hasNothingToRead(article) ? '' : `${minutes ?? readingMinutes(article)} min read`,
    comments === null ? '' : `${comments} ${comments === '1' ? 'comment' : 'comments'}`,
  ].filter((part) => part !== '');
}

/** Of a file without a word about it no time is said. */
function hasNothingToRead({ enclosures, markdown, readingMinutes: stated }: Article): boolean {
  return enclosures.length > 0 && stated === null && countWords(markdown).words === 0;
}

function byline({ authors, place }: Article): string {
  const by = authors.length === 0 ? '' : `By ${joinNames(authors)}`;
  if (place === null) return by;
  return by === '' ? place : `${by} in ${place}`;
}

function joinNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** The files that belong to it, each as a link: `Audio · 34 min · 23 MB`, of several with its name. */
export function enclosureLinks({ enclosures, title }: Article): readonly Link[] {
  return enclosures.map((file) => {
    const name = enclosures.length > 1 ? fileName(file) : '';
    const given = file.title === title ? null : file.title;
    const parts = [
      enclosureKind(file) ?? 'File',
      file.seconds === null ? '' : formatSeconds(file.seconds),
      file.length === null ? '' : formatBytes(file.length),
      cleanLine(given ?? name),
    ];
    return { text: parts.filter((part) => part !== '').join(' · '), href: file.url };
  });
}

function fileName({ url }: Enclosure): string {
  const name = new URL(url).pathname.split('/').at(-1) ?? '';
  return tryOr(() => decodeURIComponent(name), name);
}

function formatSeconds(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

/** Whether a body's first block is the headline, which already stands above the body. */
export function isHeadline(block: Block, title: string): boolean {
  return block.type === 'heading' && inlineText(block.content).replaceAll('\n', ' ') === title;
}
