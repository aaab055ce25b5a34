// Pages that were laid out are kept: the last few, and of long ones fewer.
import { expect, test } from 'vitest';
import { EVERYTHING } from '../../../src/core/query/query.ts';
import { openLibrary } from '../../../src/library/finder/open-library.ts';
import { scanFinder } from '../../../src/library/finder/scan-finder.ts';
import { pageLines } from '../../../src/render/page/page-lines.ts';
import { createPageCache, type MakePage } from '../../../src/tui/library/page-cache.ts';
import { temporaryLibrary } from '../../support/library/temporary-library.ts';

const NAMES = ['a', 'b', 'c', 'd'];
const LOCALE = { language: 'en-GB' };

/** How often pages are laid out when each is shown twice, one after the other. */
function layOuts(paragraphs: number): number {
  const text = 'A paragraph of it.\n\n'.repeat(paragraphs);
  const root = temporaryLibrary(Object.fromEntries(NAMES.map((name) => [`${name}.md`, text])));
  const library = scanFinder(openLibrary(root, { env: {}, platform: 'linux' }));
  let count = 0;
  const make: MakePage = (...asked) => {
    count += 1;
    return pageLines(...asked);
  };
  const pages = createPageCache(library, LOCALE, () => make);
  const rows = library.rows(library.keys({ query: EVERYTHING, sort: 'published', reverse: false }));
  for (const _ of ['first', 'again']) for (const { head } of rows) pages.page(head, 40);
  return count;
}

test('A page that was seen lately is not laid out again', () => {
  expect(layOuts(3)).toBe(NAMES.length);
});

test('Of pages of thousands of lines only the last few are kept', () => {
  expect(layOuts(2000)).toBe(NAMES.length * 2);
});
