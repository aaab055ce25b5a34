// The words around the headline: where the article is from, by whom, when, how long.
import type { Article } from '../../core/article/article.ts';
import { formatDate, type Locale } from '../../core/dates/format-dates.ts';
import type { Block } from '../../markdown/document/document.ts';
import { inlineText } from '../../markdown/document/inline.ts';
import { readingMinutes } from '../../markdown/source/count-words.ts';

/** The source and the first tag, in capitals. */
export function kickerParts({ source, tags }: Article): string[] {
  return [source ?? '', tags[0]?.replaceAll('-', ' ') ?? '']
    .filter((part) => part !== '')
    .map((part) => part.toUpperCase());
}

/** `By A, B and C in Place`, the dates, the minutes, the comments: what of it is known. */
export function bylineParts(article: Article, locale: Locale): string[] {
  const { published, updated, comments } = article;
  const date = published === null ? '' : formatDate(published, locale);
  const change = updated === null ? '' : formatDate(updated, locale);
  return [
    byline(article),
    date,
    change !== '' && change !== date ? `updated ${change}` : '',
    `${readingMinutes(article)} min read`,
    comments === null ? '' : `${comments} ${comments === '1' ? 'comment' : 'comments'}`,
  ].filter((part) => part !== '');
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

/** Whether a body's first block is the headline, which already stands above the body. */
export function isHeadline(block: Block, title: string): boolean {
  return block.type === 'heading' && inlineText(block.content).replaceAll('\n', ' ') === title;
}
