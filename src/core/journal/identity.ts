// What articles are known by, whatever their files are called.
import type { ArticleHead } from '../article/article.ts';

/** What an article is known by. */
export type Identity = Pick<ArticleHead, 'id' | 'url' | 'guid' | 'feed'>;

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
