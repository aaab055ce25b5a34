// Where a page says the lines of its recipe, and what stands there with them.

import { expect, test } from 'vitest';
import { recipeUnits } from '../../../src/intake/label/recipe-units.ts';
import { parseMarkup } from '../../../src/intake/page/html/dom/parse-markup.ts';
import { selectAll } from '../../../src/intake/page/html/dom/select.ts';

const STEPS = ['Stir the barley into the sea water.', 'Cook it until the gulls come.'];
const CARD = `<section><p>For two</p>${STEPS.map((text) => `<p>${text}</p>`).join('')}</section>`;

/** What of a page's paragraphs is its recipe. */
function recipeIn(html: string): readonly string[] {
  const document = parseMarkup(`<html><body>${html}</body></html>`);
  const plain = { figure: null, kind: 'p', isMarked: false, linked: 0, appeals: 0 };
  const units = selectAll(document, 'p').map((element) => {
    const text = element.textContent;
    const block = { element, text, ...plain, isFurniture: false, isHead: false };
    return { element, blocks: [block], length: text.length, chance: 0, isTaken: false };
  });
  return recipeUnits(units, STEPS).map(({ blocks }) => blocks[0]?.text ?? '');
}

test('What stands in one element with the steps is of the recipe', () => {
  expect(recipeIn(`<p>Nobody counts gulls.</p>${CARD}`)).toEqual(['For two', ...STEPS]);
});

test('A box of ratings in it is none of it, but the whole page may be called so', () => {
  const rated = CARD.replace('<p>For two</p>', '<p>For two</p><p class="rating">4.8 of 5</p>');
  expect(recipeIn(`<div class="product">${rated}</div>`)).toEqual(['For two', ...STEPS]);
});

test('A reader who quotes a step is none of it', () => {
  const comments = `<div id="comments"><p>${STEPS[0]}</p><p>I made it.</p></div>`;
  expect(recipeIn(CARD + comments)).toEqual(['For two', ...STEPS]);
});

test('Of steps in several places only they are the recipe', () => {
  const story = `<p>${'Nobody counts the gulls of the sound. '.repeat(20)}</p>`;
  expect(recipeIn(`${CARD}${story}<div><p>${STEPS[0]}</p></div>`)).toEqual([...STEPS, STEPS[0]]);
});
