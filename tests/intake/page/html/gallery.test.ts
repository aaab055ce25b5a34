// Pictures that lead to their own page, stand in asides, or have a title each.
import { expect, test } from 'vitest';
import { markdownWith, paragraph } from './story-with.ts';

const image = (name: string): string =>
  `<img src="https://a.example/${name}.jpg" width="800" height="600" alt="">`;

test.each([
  ['to the page it stands on', '/x#top', true],
  ['to another page', '/y', false],
])('A picture above the story that leads %s is told so', (_where, href, isThere) => {
  const named = image('ferry').replace('alt=""', 'alt="A bridge for the sound"');
  const markdown = markdownWith(`<p><a href="${href}">${named}</a></p>`);
  expect(markdown.includes('ferry.jpg')).toBe(isThere);
});

test('A picture alone in an aside behind a paragraph is the story’s', () => {
  const aside = `<aside>${image('ferry')}</aside>`;
  expect(markdownWith(paragraph(9) + aside)).toContain('ferry.jpg');
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
