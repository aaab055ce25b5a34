// The pictures of a gallery in a story's own element, and of others.

import { expect, test } from 'vitest';
import { galleryUnits } from '../../../src/intake/label/gallery-units.ts';
import { judgeUnits } from '../../../src/intake/label/judge-units.ts';
import type { StoryUnit } from '../../../src/intake/label/story-units.ts';
import { attribute } from '../../../src/intake/page/html/dom/dom.ts';
import { parseMarkup } from '../../../src/intake/page/html/dom/parse-markup.ts';
import { selectAll } from '../../../src/intake/page/html/dom/select.ts';

const STORY = '<p class="told">Nobody has ever counted the gulls of the sound.</p>';
const pictures = (kind = ''): string =>
  ['quay', 'pier'].map((name) => `<p ${kind} data-picture="${name}"></p>`).join('');

/** The units of a story with something below it; of class `told` is what belongs to it already. */
function unitsOf(html: string, page = ''): readonly StoryUnit[] {
  const document = parseMarkup(
    `<html><body class="${page}"><article>${STORY}${html}</article></body></html>`,
  );
  const plain = {
    kind: 'p',
    isMarked: false,
    linked: 0,
    appeals: 0,
    isHead: false,
    isFurniture: false,
  };
  return selectAll(document, 'p').map((element) => {
    const text = element.textContent;
    const src = attribute(element, 'data-picture');
    const caption = attribute(element, 'data-caption');
    const isLink = element.hasAttribute('data-link');
    const alt = attribute(element, 'data-alt');
    const figure = { src, caption, alt, isOwn: false, isLink, isLead: false };
    const block = { element, text, figure: src === '' ? null : figure, ...plain };
    const chance = attribute(element, 'class') === 'told' ? 0.9 : 0;
    return { element, blocks: [block], length: 1, chance, isTaken: false };
  });
}

/** Which pictures come with a story. */
function picturesIn(html: string): readonly string[] {
  const units = unitsOf(html);
  const found = galleryUnits(units, new Set(units.filter(({ chance }) => chance > 0)));
  return found.map(({ blocks }) => blocks[0]?.figure?.src ?? '');
}

test.each([
  ['alone', pictures()],
  ['in boxes of their own', `<div class="gallery-item">${pictures()}</div>`],
  ['with the names of their files', `${pictures()}<p>old-pier-of-quillport.jpg</p>`],
  ['with what a gallery says of itself', `<p>14 photos</p>${pictures()}`],
  ['with what the story has of it', `<p class="told">The gulls, one by one</p>${pictures()}`],
])('Pictures of a gallery go with the story: %s', (_how, html) => {
  expect(picturesIn(`<div class="photo-gallery">${html}</div>`)).toEqual(['quay', 'pier']);
});

test.each([
  ['in no gallery', `<div class="row">${pictures()}</div>`],
  ['in one beside the story', `</article><div class="gallery">${pictures()}</div><article>`],
  ['that lead elsewhere', `<div class="slider">${pictures('data-link')}</div>`],
  ['that say what they cost', `<div class="slider">${pictures('data-caption="9.90"')}</div>`],
  ['of partners', `<div class="partner-slider">${pictures()}</div>`],
  ['of products', `<div class="slider"><div class="product">${pictures()}</div></div>`],
  ['to be shared', `<div class="slider"><p>Share</p>${pictures()}</div>`],
  ['of a box of others', `<div class="related"><div class="slider">${pictures()}</div></div>`],
  ['below what is not the story’s', `<p>Our partners</p><div class="slider">${pictures()}</div>`],
  ['that call to something', `<div class="slider">${pictures('data-alt="Follow us"')}</div>`],
  [
    'of other matters',
    `<div class="slider"><div class="slider-item">${pictures()}</div><p>A job at the quay</p></div>`,
  ],
])('Pictures do not go with it: %s', (_how, html) => {
  expect(picturesIn(html)).toEqual([]);
});

test('Several galleries may follow each other', () => {
  const gallery = `<div class="gallery">${pictures()}</div>`;
  expect(picturesIn(gallery + gallery)).toHaveLength(4);
});

test('A page that is called a gallery is none of the story’s', () => {
  const units = unitsOf(pictures(), 'gallery');
  expect(galleryUnits(units, new Set(units.slice(0, 1)))).toEqual([]);
});

test('The judge takes them, though it sees no word beside them', () => {
  const units = unitsOf(`<div class="photo-gallery">${pictures()}</div>`);
  expect(judgeUnits(units).size).toBe(units.length);
});

test('A story that stands in what is called a gallery has no other pictures for that', () => {
  expect(picturesIn(`<div class="gallery">${STORY.repeat(3)}${pictures()}</div>`)).toEqual([]);
});
