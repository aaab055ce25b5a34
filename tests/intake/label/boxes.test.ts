// What stands in the elements around a block.
import { expect, test } from 'vitest';
import { boxesOf, createRepeats, stepsOf, withinOf } from '../../../src/intake/label/boxes.ts';
import { pageBlocks } from '../../../src/intake/label/page-blocks.ts';
import { numberBlocks } from '../../../src/intake/page/html/document/block-order.ts';
import { parsePage } from '../../../src/intake/page/html/document/parse-page.ts';
import { upward } from '../../../src/intake/page/html/dom/dom.ts';
import { selectFirst } from '../../../src/intake/page/html/dom/select.ts';

const PROSE =
  'The ferry crosses the sound four times a day, and nobody on the quay counts the gulls.';
const page = parsePage(
  `<h1>Gulls</h1><main><p>${PROSE}</p><p>${PROSE}</p></main>
  <ul><li class="card"><p>One</p></li><li class="card"><p><a href="/2">Two</a></p></li><li><p>Three</p></li></ul>`,
);
numberBlocks(page);
const blocks = pageBlocks(page.body, []);
const boxes = boxesOf(
  blocks,
  blocks.map(({ text }) => text === PROSE),
);
const elementOf = (at: number) => {
  const block = blocks[at];
  if (block === undefined) throw new Error('no such block');
  return block.element;
};

test('A box counts blocks, those that are taken, letters, letters in links and prose', () => {
  const [main, list] = [selectFirst(page, 'main'), selectFirst(page, 'ul')];
  const { length } = PROSE;
  expect(main && boxes.get(main)).toEqual({
    ...{ blocks: 2, taken: 2, text: 2 * length, linked: 0, prose: 2 * length },
  });
  expect(list && boxes.get(list)).toEqual({
    blocks: 3,
    taken: 0,
    text: 11,
    linked: 3,
    prose: 0,
  });
});

test('A paragraph of the story stands in what has most prose, and a step below the headline', () => {
  const [part, most, nearly, title, around, prose] = withinOf(
    elementOf(1),
    boxes,
    new Set(upward(elementOf(0))),
  );
  expect([part, most, nearly, title]).toEqual([0, 0, 0, 1]);
  expect(around).toBeCloseTo(Math.log(3));
  expect(prose).toBe(1);
});

test('Neighbours of one parent are a step apart, others more', () => {
  expect(stepsOf(elementOf(1), blocks[0], blocks[2])).toEqual([2, 1]);
});

test('Cards of a list are told by how many stand beside each other', () => {
  const repeats = createRepeats();
  expect(repeats(elementOf(3))[0]).toBeCloseTo(Math.log(3));
  expect(repeats(elementOf(5))[0]).toBeCloseTo(Math.log(2));
});
