// Pictures that lead to their own page, stand in asides, or have a title each.

import { expect, test } from 'vitest';
import { parseMarkup } from '../../../../src/intake/page/html/dom/parse-markup.ts';
import { selectFirst } from '../../../../src/intake/page/html/dom/select.ts';
import { takeFigures } from '../../../../src/intake/page/html/figures/take-figures.ts';
import { markdownWith, paragraph } from './story-with.ts';

const image = (name: string): string =>
  `<img src="https://a.example/${name}.jpg" width="800" height="600" alt="">`;

test.each([
  ['to the page it stands on', '/x', true],
  ['to another page', '/y', false],
])('A picture above the story that leads %s is told so', (_where, href, isThere) => {
  const named = image('ferry').replace('alt=""', 'alt="A bridge for the sound"');
  const markdown = markdownWith(`<p><a href="${href}">${named}</a></p>`);
  expect(markdown.includes('ferry.jpg')).toBe(isThere);
});

test.each([
  { what: 'a paragraph', tag: 'p', place: 'p + [data-figure]' },
  { what: 'a box', tag: 'div', place: 'aside > [data-figure]' },
])('Behind $what the mark of a picture alone in an aside is $place', ({ tag, place }) => {
  const html = `<${tag}>A gull.</${tag}><aside>${image('ferry')}</aside>`;
  const document = parseMarkup(`<html><body>${html}</body></html>`);
  takeFigures(document, 'https://a.example/x');
  expect(selectFirst(document.body, place)).not.toBeNull();
});

test.each([
  ['a step of its own', '<ol><li>Open the lid.<p>PICTURE</p></li></ol>'],
  ['a box called after it', '<div class="image"><p>PICTURE</p><p>OTHER</p><p>THIRD</p></div>'],
  [
    'a figure without words',
    '<div class="photo-gallery"><figure>PICTURE</figure><figure>OTHER</figure></div>',
  ],
  [
    'a gallery with a caption for all',
    '<figure><figure>PICTURE<figcaption>One old boat</figcaption></figure><figure>OTHER</figure><figcaption>All of the old boats</figcaption></figure>',
  ],
])('A picture is there in %s', (_where, html) => {
  const names = { PICTURE: 'ferry', OTHER: 'bell-of-aker', THIRD: 'rope-of-aker' };
  const part = html.replace(/PICTURE|OTHER|THIRD/g, (name) => image(names[name as 'OTHER']));
  const markdown = markdownWith(paragraph(9) + part);
  for (const [place, name] of Object.entries(names))
    if (html.includes(place)) expect(markdown).toContain(`${name}.jpg`);
});

test.each([
  [
    'An embed',
    '<figure><iframe src="https://v.example/1"></iframe></figure><p><em>The slanted words of the story</em></p>',
    '*The slanted words of the story*',
  ],
  ['A heading', `<div>${image('kettle')}<h4>Kettle number one</h4></div>`, 'kettle.jpg)'],
  [
    'A list',
    `<ul><li>Cut the wood in two</li><li>${image('saw')}</li><li>Paint the wood</li></ul>`,
    '- Paint the wood',
  ],
  [
    'An outer figure',
    `<figure><figure>${image('boat')}</figure><p>Words that stand beside it, and they are more than a few.</p></figure>`,
    'Words that stand beside it, and they are more than a few.',
  ],
])('%s is no caption, and stays', (_what, html, line) => {
  expect(markdownWith(paragraph(9) + html + paragraph(8))).toContain(line);
});

test('Words behind a rule are no caption of the picture before it', () => {
  const part = `<p>${image('ferry')}</p><hr><p><em>This was said in a letter to the harbour.</em></p>`;
  expect(markdownWith(paragraph(9) + part + paragraph(8))).toContain('*This was said in a letter');
});

test('Each title in the figures of a gallery stands above its picture', () => {
  const figures = ['Bell', 'Rope', 'Gull'].map(
    (name) =>
      `<figure><h3>The ${name}</h3>${image(name)}<figcaption>It is older than the ${name} says, and it rings.</figcaption></figure>`,
  );
  const markdown = markdownWith(figures.join(''));
  for (const name of ['Bell', 'Rope', 'Gull'])
    expect(markdown).toMatch(new RegExp(`### The ${name}\\n\\n!\\[.*${name}.jpg`));
  expect(markdownWith(figures.slice(1).join(''))).not.toContain('The Rope\n');
});
