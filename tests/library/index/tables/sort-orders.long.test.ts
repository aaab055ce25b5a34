// Orders of so many articles that the engine of the index sorts them.
import { expect, test } from 'vitest';
import { SORT_KEYS } from '../../../../src/core/article/article-order.ts';
import { EVERYTHING } from '../../../../src/core/query/query.ts';
import type { Finder } from '../../../../src/library/finder/finder.ts';
import { openLibrary } from '../../../../src/library/finder/open-library.ts';
import { scanFinder } from '../../../../src/library/finder/scan-finder.ts';
import { openFinder } from '../../../../src/library/index/open-finder.ts';
import { temporaryFolder, writeOldFiles } from '../../../support/library/temporary-library.ts';

/** Beginnings that UTF-16 and code points sort differently, and such as differ in case and accents. */
const LETTERS = ['\u{1f642}', '\ufffd', '\u{20bb7}', '', 'é', 'E', 'z', '東'];

/** Many of one date, of one title, without a source, or without a date. */
function article(at: number): string {
  const day = `2021-01-${String((at % 28) + 1).padStart(2, '0')}`;
  const lines = [
    `title: "${LETTERS[at % LETTERS.length]}${at % 5} of many"`,
    ...(at % 3 === 0 ? [] : [`source: "${LETTERS[(at >> 3) % LETTERS.length]}Paper"`]),
    ...(at % 11 === 0 ? [] : [`published: ${day}`]),
    `added: 2022-${day.slice(5)}T00:00:00Z`,
  ];
  return `---\n${lines.join('\n')}\n---\n\n${'word '.repeat((at % 4) * 400)}\n`;
}

test('The engine sorts as a scan of the files does, by whatever is asked', async () => {
  const root = temporaryFolder();
  const host = {
    env: { XDG_CACHE_HOME: temporaryFolder(), HOME: temporaryFolder() },
    platform: 'linux',
  };
  const names = Array.from({ length: 1100 }, (_, at) => `${LETTERS[at % 3]}a-${at}.md`);
  writeOldFiles(root, Object.fromEntries(names.map((name, at) => [name, article(at)])));
  const indexed = await openFinder(root, host);
  const scanned = scanFinder(openLibrary(root, host));
  const idsOf = (finder: Finder) =>
    SORT_KEYS.filter((sort) => sort !== 'relevance').map((sort) =>
      finder.ids({ query: EVERYTHING, sort, reverse: false }, { offset: 0, limit: 2000 }),
    );
  expect(indexed.isIndexed).toBe(true);
  expect(idsOf(indexed)).toEqual(idsOf(scanned));
  indexed.close();
});
