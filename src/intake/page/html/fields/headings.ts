// The headings of a page that are its headline: some show it twice, for small and large screens.
import { skeleton } from '../../../../core/fold.ts';
import { type DomElement, lineOf } from '../document/dom.ts';
import type { PageData } from '../document/page-data.ts';

/** In the page's order; the first `<h1>` where none says what the headline says. */
export function headingsOf(
  page: Pick<PageData, 'document'>,
  headline: string | null,
): readonly DomElement[] {
  const bare = skeleton(headline ?? '');
  const all = [...page.document.querySelectorAll('h1,h2,h3,[itemprop~="headline"]')];
  const same = all.filter((heading) => bare !== '' && skeleton(lineOf(heading)).endsWith(bare));
  const first = all.find((heading) => heading.localName === 'h1');
  return same.length > 0 || first === undefined ? same : [first];
}
