// The headings of a page that are its headline, and the stories that have another.
import { skeleton } from '../../../../core/fold.ts';
import type { PageData } from '../document/page-data.ts';
import { isLonger, lineOf, nameOf, outermost, shapeOf } from '../dom/dom.ts';
import type { DomDocument, DomElement } from '../dom/nodes.ts';
import { closest, selectAll, selectFirst } from '../dom/select.ts';

/**
 * In the page's order; where none says what the headline says the first other line that does, else the
 * first `<h1>`.
 */
export function headingsOf(document: DomDocument, headline: string | null): readonly DomElement[] {
  const bare = skeleton(headline ?? '');
  const all = selectAll(document, 'h1,h2,h3,[itemprop~="headline"]');
  const same = all.filter((heading) => bare !== '' && skeleton(lineOf(heading)).endsWith(bare));
  if (same.length > 0 || bare === '') return same;
  const length = headline?.length ?? 0;
  const isTitle = (line: DomElement) =>
    // Most lines are told by their length, in less time.
    isLonger(line, length / 2) &&
    !isLonger(line, length * 2) &&
    closest(line, 'a,li,nav') === null &&
    skeleton(lineOf(line)) === bare;
  const first =
    selectAll(document.body, 'div,p,span,td,b,strong,font').find(isTitle) ??
    all.find(({ localName }) => localName === 'h1');
  return first === undefined ? [] : [first];
}

/** What every story of a page has of its own. */
const STORY = 'time,[class*="byline"],[class*="author"],[class*="date"],[itemprop]';

/**
 * Takes other stories out of the page. One is known by a headline of the same tag and classes as
 * the page's own, in a block of the same tag and classes as the one that holds the page's own.
 */
export function dropOtherStories(page: PageData, title: string | null): void {
  const headings = headingsOf(page.document, title);
  // A list of stories may have the page's own in it, too.
  const own = headings.find(({ localName }) => localName === 'h1') ?? headings[0];
  if (own === undefined) return;
  for (const other of selectAll(page.document, own.localName)) {
    if (nameOf(other) !== nameOf(own) || skeleton(lineOf(other)) === skeleton(lineOf(own)))
      continue;
    const block = outermost(other, (around) => !around.contains(own)) ?? other;
    const mine = outermost(own, (around) => !around.contains(other)) ?? own;
    const isAlike = shapeOf(block) === shapeOf(mine);
    if (isAlike && block !== other && selectFirst(block, STORY) !== null) block.remove();
  }
}
