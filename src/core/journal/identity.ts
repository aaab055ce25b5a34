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
  let [rest, letters] = [fnv1a(name), ''];
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
const ENDING = /-(?:[g-z]\d){2,3}$/;

/** An ID without the letters that may be at its end. */
export function plainId(id: string): string {
  return id.replace(ENDING, '');
}

/** The ID where another has the plain one, on every machine the same; `null` without a name. */
export function letteredId(plain: string, names: readonly string[]): string | null {
  const name = names.find((one) => one.startsWith('guid ')) ?? names[0];
  return name === undefined ? null : `${plain}-${shortName(name)}`;
}

/** Its names, the guid or else the address first, and its ID without letters. */
function partsOf({ id, as }: Marked) {
  const names = [as.slice(LETTERS), as.slice(0, LETTERS)].filter((name) => name !== '');
  return { plain: plainId(id), names };
}

/**
 * What a line counts for. An article of the same guid, or of the same address where a guid is not
 * known, is the one, whether its file has the plain name or one that ends in letters: machines may
 * not have given those alike. One of another guid is where ID and address are the same: some feeds
 * give other guids at each answer. One without names is by its ID.
 */
export function lineKeys(marked: Marked): readonly string[] {
  const { plain, names } = partsOf(marked);
  const [first, address] = names;
  if (first === undefined) return [marked.id];
  const keys = [`${plain}//${first}`, `${marked.id}//`];
  return address === undefined ? keys : [...keys, `${marked.id}///${address}`];
}

/** The keys of lines that count for an article. */
export function articleKeys(marked: Marked): readonly string[] {
  const { id } = marked;
  const { plain, names } = partsOf(marked);
  if (names.length === 0) return [id, `${id}//`];
  return [id, ...names.map((name) => `${plain}//${name}`), `${id}///${names.at(-1)}`];
}

/** Letters for so many names of each article; else they are none. */
export function readLetters(value: unknown, articles: number): string {
  if (typeof value !== 'string' || !/^[\da-z]+$/.test(value)) return '';
  return value.length % (LETTERS * articles) === 0 ? value : '';
}
