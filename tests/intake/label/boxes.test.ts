// What the words of a box say of each other.
import { expect, test } from 'vitest';
import { findFurniture } from '../../../src/intake/facts/find-furniture.ts';
import { boxesOf } from '../../../src/intake/label/boxes.ts';
import { lineOf } from '../../../src/intake/page/html/document/dom.ts';
import { parsePage } from '../../../src/intake/page/html/document/parse-page.ts';
import { selectAll, selectFirst } from '../../../src/intake/page/html/document/select.ts';

test('Calls and furniture in a box are no words of it', () => {
  const page = parsePage(
    '<main><p>Bridge 1, river 0</p><p>Subscribe to our newsletter</p><p>Share this article</p></main>',
    null,
  );
  const units = selectAll(page, 'p').map((element) => {
    const text = lineOf(element);
    const block = { text, figure: null, isFurniture: findFurniture(text) !== null };
    return { element, length: 10, chance: 0.5, blocks: [block] };
  });
  const main = selectFirst(page, 'main');
  expect(main && boxesOf(units).get(main)).toEqual({
    start: 0,
    length: 10,
    sum: 5,
    figures: 0,
    calls: 1,
    called: 10,
  });
});
