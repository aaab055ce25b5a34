// Names by which an article is found when another comes in that may be the same.
import type { ArticleHead } from '../article/article.ts';
import { cleanUrl } from '../url/clean-url.ts';
import { identityNames } from './identity.ts';

type Dated = Pick<ArticleHead, 'feed' | 'published'>;
type Found = Dated & Pick<ArticleHead, 'title' | 'url' | 'also' | 'guid'>;

export function titleName(title: string): string {
  return `title ${title}`;
}

export function dateName({ feed, published }: Dated): string {
  return `date ${feed ?? ''} ${published ?? ''}`;
}

/** Its guid, its clean addresses, its headline, and its date where it comes from a feed. */
export function lookupNames(head: Found): readonly string[] {
  const { title, url, also, guid, feed } = head;
  const urls = [url, ...also].map((one) => one && cleanUrl(one));
  const names = [null, ...urls].flatMap((one) => identityNames({ url: one, guid, feed }));
  return [...new Set([...names, titleName(title), ...(feed === null ? [] : [dateName(head)])])];
}
