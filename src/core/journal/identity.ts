// The identity of articles, whatever the names of their files.
import type { ArticleHead } from '../article/article.ts';
import { fnv1a } from '../hash-text.ts';

/** By what an article is identified. */
export type Identity = Pick<ArticleHead, 'id' | 'url' | 'guid' | 'feed'>;

/** The same, where only the ID has to be known. */
export type Named = Pick<Identity, 'id'> & Partial<Identity>;

/** Whether two articles are different by their names. */
export function areTwo(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((name) => b.includes(name));
}

/** The names of an article. A guid counts within its feed, for others may number from one as well. */
export function identityNames({ url, guid, feed }: Omit<Identity, 'id'>): readonly string[] {
  const names = url === null ? [] : [`url ${url}`];
  return guid === null ? names : [...names, `guid ${feed ?? ''} ${guid}`];
}

/** Whether two are copies of one article, by a name that they share. */
export function areCopies(a: Identity, b: Identity): boolean {
  const names = identityNames(a);
  return a.id !== b.id && identityNames(b).some((name) => names.includes(name));
}

/** An article as journal lines refer to it. */
export interface Marked {
  readonly id: string;
  /** Four letters for each of its names; empty where it has none. */
  readonly as: string;
}

/** Letters in a short name. */
const LETTERS = 4;

/**
 * A name in a few letters, which distinguish articles of one day and headline. No word or number ends
 * in such letters.
 */
export function shortName(name: string, length = LETTERS): string {
  let rest = fnv1a(name);
  let letters = '';
  for (; letters.length < length; rest = Math.floor(rest / 200)) {
    letters += `${'ghijklmnopqrstuvwxyz'[rest % 20]}${Math.floor(rest / 20) % 10}`;
  }
  return letters;
}

/** How journal lines refer to an article; without names by its file. */
export function markedOf({ id, url = null, guid = null, feed = null }: Named): Marked {
  const letters = identityNames({ url, guid, feed }).map((name) => shortName(name));
  return { id: id.normalize('NFC'), as: letters.join('') };
}

/** First of the letters at the end of an ID whose plain form another article has. */
const FIRST_LETTER = 'g'.charCodeAt(0);
const ENDING = /-(?:[g-z]\d){2,3}$/;

/** An ID without the letters that may be at its end. */
export function plainId(id: string): string {
  // A quick test, for most IDs end in a word or a number.
  return id.charCodeAt(id.length - 2) < FIRST_LETTER ? id : id.replace(ENDING, '');
}

/** The ID where another article has the plain one, the same on every machine; `null` without names. */
export function letteredId(plain: string, names: readonly string[]): string | null {
  const name = names.find((one) => one.startsWith('guid ')) ?? names[0];
  return name === undefined ? null : `${plain}-${shortName(name)}`;
}

/** The letters of its names, the guid or else the address first. */
function namesIn({ as }: Marked): readonly string[] {
  return [as.slice(LETTERS), as.slice(0, LETTERS)].filter((name) => name !== '');
}

/**
 * Whether a line is about an article. It is with the same guid, or the same address where a guid is
 * unknown, whether the file has the plain name or one with letters, which machines may have given in
 * another order. With another guid it is where ID and address are the same, for some feeds change
 * guids with each answer. Where either has no names the ID decides.
 */
export function countsFor(line: Marked, article: Marked): boolean {
  const isOfId = line.id === article.id;
  if (line.as === '' || article.as === '') return isOfId;
  const [[first = '', address], names] = [namesIn(line), namesIn(article)];
  if (names.includes(first)) return isOfId || plainId(line.id) === plainId(article.id);
  return isOfId && address !== undefined && names.at(-1) === address;
}

/** Checks that a text has letters for each of so many articles; else it is empty. */
export function readLetters(value: unknown, articles: number): string {
  if (typeof value !== 'string' || !/^[\da-z]+$/.test(value)) return '';
  return value.length % (LETTERS * articles) === 0 ? value : '';
}
