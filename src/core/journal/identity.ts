// What articles are known by, whatever their files are called.
import type { ArticleHead } from '../article/article.ts';
import { fnv1a } from '../hash-text.ts';

/** What an article is known by. */
export type Identity = Pick<ArticleHead, 'id' | 'url' | 'guid' | 'feed'>;

/** The same of what may have no other name than its ID. */
export type Named = Pick<Identity, 'id'> & Partial<Identity>;

/** Whether the names of two articles say that they are two. */
export function areTwo(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((name) => b.includes(name));
}

/** What an article is known by. A guid is its feed's: other feeds may count from one as well. */
export function namesOf({ url, guid, feed }: Omit<Identity, 'id'>): readonly string[] {
  const names = url === null ? [] : [`url ${url}`];
  return guid === null ? names : [...names, `guid ${feed ?? ''} ${guid}`];
}

/** Whether two are copies of one article: they share one of the names they are known by. */
export function areCopies(a: Identity, b: Identity): boolean {
  const names = namesOf(a);
  return a.id !== b.id && namesOf(b).some((name) => names.includes(name));
}

/** An article as lines of journals call it. */
export interface Marked {
  readonly id: string;
  /** Four letters for each of its names; empty where it has none. */
  readonly as: string;
}

/** Letters that stand for a name. */
const LETTERS = 4;

/**
 * A name in few letters, which tell articles of one day and headline apart: neither words nor
 * numbers end like that.
 */
export function shortName(name: string, length = LETTERS): string {
  let rest = fnv1a(name);
  let letters = '';
  for (; letters.length < length; rest = Math.floor(rest / 200)) {
    letters += `${'ghijklmnopqrstuvwxyz'[rest % 20]}${Math.floor(rest / 20) % 10}`;
  }
  return letters;
}

/** How lines call an article; without a name it is its file. */
export function markedOf({ id, url = null, guid = null, feed = null }: Named): Marked {
  const letters = namesOf({ url, guid, feed }).map((name) => shortName(name));
  return { id: id.normalize('NFC'), as: letters.join('') };
}

/** What a name has at its end where an article of the same day and headline has the plain one. */
const FIRST_LETTER = 'g'.charCodeAt(0);
const ENDING = /-(?:[g-z]\d){2,3}$/;

/** An ID without the letters that may be at its end. */
export function plainId(id: string): string {
  // Of a hundred thousand most end in a word or in a number.
  return id.charCodeAt(id.length - 2) < FIRST_LETTER ? id : id.replace(ENDING, '');
}

/** The ID where another has the plain one, on every machine the same; `null` without a name. */
export function letteredId(plain: string, names: readonly string[]): string | null {
  const name = names.find((one) => one.startsWith('guid ')) ?? names[0];
  return name === undefined ? null : `${plain}-${shortName(name)}`;
}

/** The letters of its names, the guid or else the address first. */
function namesIn({ as }: Marked): readonly string[] {
  return [as.slice(LETTERS), as.slice(0, LETTERS)].filter((name) => name !== '');
}

/**
 * Whether a line counts for an article. One of the same guid, or of the same address where a guid is
 * not known, is the one, whether its file has the plain name or one that ends in letters: machines
 * may not have given those alike. One of another guid is where ID and address are the same: some
 * feeds give other guids at each answer. Where either has no names the ID decides.
 */
export function countsFor(line: Marked, article: Marked): boolean {
  const isOfId = line.id === article.id;
  if (line.as === '' || article.as === '') return isOfId;
  const [[first = '', address], names] = [namesIn(line), namesIn(article)];
  if (names.includes(first)) return isOfId || plainId(line.id) === plainId(article.id);
  return isOfId && address !== undefined && names.at(-1) === address;
}

/** Letters for so many names of each article; else they are none. */
export function readLetters(value: unknown, articles: number): string {
  if (typeof value !== 'string' || !/^[\da-z]+$/.test(value)) return '';
  return value.length % (LETTERS * articles) === 0 ? value : '';
}
