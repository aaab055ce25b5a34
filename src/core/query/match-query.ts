// Which articles a query lets through.
import type { ArticleHead, ReadingState } from '../article/article.ts';
import { parseDate } from '../dates/dates.ts';
import { foldText } from '../fold.ts';
import type { Alternative, Ask, DateBound, Query, Term, TextField, Words } from './query.ts';
import { indexOfTokens } from './tokens.ts';

/** An article as queries see it. */
export interface Searched {
  /** With the tags it is shown with. */
  readonly head: ArticleHead;
  readonly state: ReadingState;
  /** A field as `fieldText` makes it; asked for only where a term needs it. */
  text(field: TextField): string;
  hasFigure(): boolean;
}

/** Whether an article passes. What costs least is asked first. */
export function matchesQuery({ terms }: Query, article: Searched): boolean {
  const fits = ({ anyOf }: Term): boolean =>
    anyOf.some((alternative) => holds(alternative, article));
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
  return anyOf.some(readsBody);
}

function readsBody(ask: Ask): boolean {
  return ask.kind === 'words' ? ask.fields.includes('body') : ask.kind === 'has';
}

function holds(alternative: Alternative, article: Searched): boolean {
  return asksFor(alternative, article) !== alternative.negated;
}

function asksFor(ask: Ask, { head, state, text, hasFigure }: Searched): boolean {
  switch (ask.kind) {
    case 'words':
      return ask.fields.some((field) => holdsWords(text(field), ask));
    case 'is':
      return ask.is === 'starred' ? state.starred : state.read === (ask.is === 'read');
    case 'has':
      return ask.has === 'figure' ? hasFigure() : hasInHead(head, ask.has);
    case 'tag':
      return hasTag(head.tags, ask.tag);
    case 'lang':
      return isLang(head.lang, ask.lang);
    case 'feed':
      return feedText(head).includes(ask.feed);
    case 'date':
      return isOnSide(ask.of === 'added' ? head.added : (head.published ?? head.added), ask);
    default:
      return ask satisfies never;
  }
}

function hasInHead({ summary, url }: ArticleHead, what: 'summary' | 'url'): boolean {
  return what === 'summary' ? summary.length > 0 : url !== null;
}

/** Whether words stand in a field. */
export function holdsWords(field: string, { tokens, isPrefix }: Words): boolean {
  return indexOfTokens(field, tokens, isPrefix) >= 0;
}

/** Whether one of the tags is the one asked for. */
function hasTag(tags: readonly string[], asked: string): boolean {
  return tags.some((tag) => foldText(tag) === asked);
}

/** Whether a language is the one asked for, or a kind of it. */
function isLang(lang: string | null, asked: string): boolean {
  return `${lang ?? ''}-`.toLowerCase().startsWith(`${asked}-`);
}

/** What `feed:` looks in: the feed's address and the publication's name; empty without a feed. */
export function feedText({ feed, source }: ArticleHead): string {
  return feed === null ? '' : foldText(`${feed}\n${source ?? ''}`);
}

/** Whether a date is on the side of the bound that is asked for; what has no date is on none. */
function isOnSide(
  value: string | null,
  { isAfter, bound }: { readonly isAfter: boolean; readonly bound: DateBound },
): boolean {
  const date = value === null ? null : parseDate(value);
  if (date === null) return false;
  return date.ms >= (date.zoned ? bound.instant : bound.wall) === isAfter;
}
