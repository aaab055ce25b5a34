// What a page's data call a recipe: lines as short as those that pages have everywhere.
import { expect, test } from 'vitest';
import { markdownWith, paragraph } from './story-with.ts';

const STEPS = ['Stir the barley into the sea water.', 'Cook it until the gulls come.'];
const DATA = {
  '@type': 'Recipe',
  recipeIngredient: ['120 g barley', '2 cups sea water'],
  recipeInstructions: STEPS.map((text) => ({ '@type': 'HowToStep', text })),
};
const around = [1, 2, 3].map((at) => paragraph(at + 20)).join('');

/** A story with a recipe's card in it. */
function withCard(data: object): string {
  const card = `<div class="card"><div class="rating"><p>5 from 13 votes</p></div>
    <p><a href="/print">Print it</a></p><div class="time"><p>Cook time 20 mins</p></div>
    <h4>Ingredients</h4><ul class="in"><li>120 g barley</li><li>2 cups sea water</li></ul>
    <h4>Steps</h4>${STEPS.map((text) => `<div class="step"><p>${text}</p></div>`).join('')}
    <div class="call-to-action"><p>Tried it? Tell us how it went.</p></div></div>`;
  const script = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
  return markdownWith(`${around}${card}${around}${script}`);
}

test('A recipe is whole, without what readers give it and what prints it', () => {
  const markdown = withCard(DATA);
  const lines = ['Cook time 20 mins', '#### Ingredients', '- 120 g barley\n- 2 cups sea water'];
  for (const line of [...lines, '#### Steps', ...STEPS]) expect(markdown).toContain(line);
  for (const line of ['votes', 'Print it', 'Tried it']) expect(markdown).not.toContain(line);
});

test('The steps of a recipe may be one text of many lines', () => {
  const markdown = withCard({ ...DATA, recipeInstructions: STEPS.join('\n') });
  for (const step of STEPS) expect(markdown).toContain(step);
});
