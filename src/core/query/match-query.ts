// Which articles a query lets through.
import type { ArticleHead, ReadingState } from '../article/article.ts';
import { parseDate } from '../dates/dates.ts';
import { foldText } from '../fold.ts';
import {
  type Condition,
  type FeedCondition,
  type IsWord,
  isFrom,
  type Query,
  type Term,
  type TextField,
  type Words,
} from './query.ts';
import { indexOfTokens } from './tokens.ts';

export interface Searched {
  /** With the tags it is shown with. */
  readonly head: ArticleHead;
  readonly state: ReadingState;
  /** A field as `fieldText` makes it; asked for only where a term needs it. */
  text(field: TextField): string;
  hasFigure(): boolean;
  isMuted(): boolean;
  /** Whether a better edition of its story is there. */
  isDuplicate(): boolean;
  /** Whether it is of the same story as the article of an ID. */
  isEditionOf(id: string): boolean;
}

/** Whether an article passes. What costs least is asked first. */
export function matchesQuery({ terms }: Query, article: Searched): boolean {
  const fits = ({ anyOf }: Term): boolean =>
    anyOf.some((alternative) => holds(alternative, article) !== alternative.negated);
  return (
    terms.every((term) => isCostly(term) || fits(term)) &&
    terms.every((term) => !isCostly(term) || fits(term))
  );
}

/** Whether the texts of bodies may be needed. */
export function readsBodies({ terms }: Query): boolean {
  return terms.some(isCostly);
}

function isCostly({ anyOf }: Term): boolean {
  return anyOf.some((condition) =>
    condition.kind === 'words' ? condition.fields.includes('body') : condition.kind === 'has',
  );
}

function holds(condition: Condition, article: Searched): boolean {
  const { head, text, hasFigure } = article;
  switch (condition.kind) {
    case 'words':
      return condition.fields.some((field) => holdsWords(text(field), condition));
    case 'is':
      return isAs(condition.is, article);
    case 'has':
      if (condition.has === 'figure') return hasFigure();
      if (condition.has === 'enclosure') return head.enclosures.length > 0;
      return condition.has === 'summary' ? head.summary.length > 0 : head.url !== null;
    case 'story':
      return head.id === condition.id || article.isEditionOf(condition.id);
    case 'tag':
      return head.tags.some((tag) => foldText(tag) === condition.tag);
    case 'lang':
      return `${head.lang ?? ''}-`.toLowerCase().startsWith(`${condition.lang}-`);
    case 'feed':
      return isOfFeed(condition, feedText(head));
    case 'date':
      return isOnSide(condition, head);
    default:
      return condition satisfies never;
  }
}

function isAs(is: IsWord, { state, isMuted, isDuplicate }: Searched): boolean {
  switch (is) {
    case 'read':
      return state.read;
    case 'unread':
      return !state.read;
    case 'starred':
      return state.starred;
    case 'muted':
      return isMuted();
    case 'duplicate':
      return isDuplicate();
    default:
      return is satisfies never;
  }
}

export function holdsWords(field: string, { tokens, isPrefix }: Words): boolean {
  return indexOfTokens(field, tokens, isPrefix) >= 0;
}

/** Whether an article is of the feeds that are asked for. @param text its `feedText` */
export function isOfFeed({ by, value, feeds }: FeedCondition, text: string): boolean {
  return (
    (by === 'part' && text.includes(value)) || text.split('\n').some((line) => feeds.has(line))
  );
}

/**
 * What `feed:` looks in: the feed's address, the publication's name and where else the article
 * appeared, other feeds among them, a line each; empty without a feed.
 */
export function feedText({ feed, source, also }: ArticleHead): string {
  return feed === null ? '' : foldText([feed, source ?? '', ...also].join('\n'));
}

/** Whether the date is on the side of the bound that is asked for; what has none is on none. */
function isOnSide(
  { of, isAfter, bound }: Extract<Condition, { readonly kind: 'date' }>,
  { published, added }: ArticleHead,
): boolean {
  const date = parseDate((of === 'added' ? added : (published ?? added)) ?? '');
  if (date === null) return false;
  return isFrom(bound, date.ms, date.zoned) === isAfter;
}
