// Huge pages made to stop the intake: each is read or refused in time.
import { describe, expect, test } from 'vitest';
import { NewsprintError } from '../../../../src/core/errors.ts';
import { cpuTime } from '../../../support/machine/cpu-time.ts';
import { expectClean, PROSE } from './clean-article.ts';

const MEGABYTE = 1_000_000;
/** Milliseconds of CPU: what grows with the square of a page takes minutes. */
const LIMIT = 15_000;

/** Text repeated to a size in UTF-16 units. */
function fill(text: string, size: number): string {
  return text.repeat(Math.floor(size / text.length));
}

const pages: readonly (readonly [string, () => string])[] = [
  ['10,000 nested tables', () => `${'<table><tr><td>'.repeat(10_000)}${PROSE}`],
  ['10,000 nested divs, never closed', () => `${'<div>'.repeat(10_000)}<p>${PROSE}`],
  ['5,000 nested quotes and lists', () => '<blockquote><ul><li>x'.repeat(5000)],
  ['10 MB on one line', () => fill(PROSE, 10 * MEGABYTE)],
  ['10 MB of zeros', () => '\0'.repeat(10 * MEGABYTE)],
  ['10 MB of spaces', () => `<p>${' '.repeat(10 * MEGABYTE)}x`],
  ['10 MB of < signs', () => '<'.repeat(10 * MEGABYTE)],
  ['10 MB of <html', () => fill('<html ', 10 * MEGABYTE)],
  ['10 MB of scripts never closed', () => fill('<script>', 10 * MEGABYTE)],
  ['10 MB of comments never closed', () => fill('<!--', 10 * MEGABYTE)],
  ['10 MB of references to escapes', () => fill('&#27;[31m', 10 * MEGABYTE)],
  [
    '10 MB of brackets in JSON-LD',
    () => `<script type="application/ld+json">${'['.repeat(10 * MEGABYTE)}</script><p>${PROSE}`,
  ],
  ['70,000 no-break spaces', () => `<p>${PROSE}<b>${'&nbsp;'.repeat(70_000)}x</b>${PROSE}`],
  ['10 MB of spaces in code', () => `<pre>x${' '.repeat(10 * MEGABYTE)}x</pre><p>${PROSE}`],
  [
    '10 MB of spaces before a link',
    () => `<p>${PROSE}<a href="/x">${' '.repeat(10 * MEGABYTE)}x</a>`,
  ],
  [
    'a recipe of 9 MB, and 9,000 lines that may be parts of it',
    () => {
      const text = fill('Stir the barley. ', 9 * MEGABYTE);
      const recipe = JSON.stringify({ '@type': 'Recipe', recipeInstructions: text });
      const lines = Array.from({ length: 9000 }, (_, at) => `<p>Stir the barley ${at} times</p>`);
      return `<script type="application/ld+json">${recipe}</script><p>${PROSE}${lines.join('')}`;
    },
  ],
  [
    '10 MB of spaces in JSON-LD',
    () => `<script type="application/ld+json">{${' '.repeat(10 * MEGABYTE)}x</script><p>${PROSE}`,
  ],
  ['10 MB of one class', () => `<p class="${fill('caption ', 10 * MEGABYTE)}">${PROSE}`],
  ['10 MB of one srcset', () => `<img srcset="${fill('a,', 10 * MEGABYTE)}"><p>${PROSE}`],
  [
    '2,000 fields for an address',
    () => `<p>${PROSE}<div>${'<input type="email">'.repeat(2000)}</div>`,
  ],
  [
    '1 MB of an address of one letter',
    () => `<p>${PROSE}<p><a href="https://${'a'.repeat(MEGABYTE)}/">Another story of the sound</a>`,
  ],
  [
    '1 MB of slashes at a caption',
    () =>
      `<p>${PROSE}<figure data-x="${'/'.repeat(MEGABYTE)}"><figcaption>A gull on a pier</figcaption></figure>`,
  ],
  [
    'a picture named by dashes',
    () =>
      `<p>${PROSE}<figure><img src="/a${'-'.repeat(200_000)}.jpg"><figcaption>A gull</figcaption></figure>`,
  ],
  ['10 MB of one title', () => `<title>${fill('a | ', 10 * MEGABYTE)}</title><p>${PROSE}`],
];

describe('a page of', () => {
  test.for(pages)('%s is read or refused in time', ([, page]) => {
    const html = page();
    const start = process.cpuUsage();
    try {
      expectClean(html);
    } catch (error) {
      expect(error).toBeInstanceOf(NewsprintError);
    }
    const { user } = process.cpuUsage(start);
    expect(user / 1000).toBeLessThan(LIMIT);
  });
});

const MANY = 3000;
/** ms of the processor's time: what grows with the square of a page takes twice as long and more. */
const MANY_LIMIT = 5000;
const many = (text: string): string => text.repeat(MANY);
const numbered = (text: string): string =>
  Array.from({ length: MANY }, (_, at) => text.replaceAll('#', String(at))).join('');
const STORY = `<p>${PROSE.repeat(3)}</p>`;

test.for([
  ['links in one paragraph', `<p>${many('<a href="/x">toll</a> ')}</p>`],
  ['marks around nothing', `<p>${PROSE}${many('<b></b><i></i>'.repeat(4))}${PROSE}</p>`],
  ['headings above a long paragraph', `${many('<h4>The toll</h4>')}<p>${PROSE.repeat(2000)}</p>`],
  ['paragraphs in one link', `<a href="/x">${numbered('<p>Tolls of # crowns</p>')}</a>`],
  [
    'pictures with their captions in one figure',
    `<figure>${numbered('<img src="/#.jpg"><figcaption>Toll # of the pier</figcaption>')}</figure>`,
  ],
  ['commas in a list of pictures', `<img srcset="${many(',,,,,,')}">`],
  [
    'sizes in a picture’s name',
    `<p>${PROSE}</p><figure><img src="/${many('-w1'.repeat(10))}!.jpg"><figcaption>A toll</figcaption></figure>`,
  ],
])('3,000 %s are read in time', ([, part]) => {
  const page = `<article><h1>The toll</h1>${part}${STORY.repeat(3)}</article>`;
  const time = cpuTime(() => expect(expectClean(page).draft.title).toBe('The toll'));
  expect(time).toBeLessThan(MANY_LIMIT);
});

test.each([
  [
    'formulas in one that is typeset',
    (inner: string) => `<span class="katex">${inner}</span>`,
    '<math alttext="n"></math>',
  ],
  [
    'numbers in one cell',
    (inner: string) =>
      `<table><tr><td>${inner}</td><td>${'<b>x</b>'.repeat(9000)}</td></tr></table>`,
    '<pre>1</pre>',
  ],
])('ten thousand %s are read in linear time', (_name, around, piece) => {
  const time = (count: number) => {
    const page = `<main><h1>The toll</h1><p>${PROSE.repeat(6)}</p>${around(piece.repeat(count))}</main>`;
    return cpuTime(() => expectClean(page));
  };
  time(1000);
  expect(time(10_000)).toBeLessThan(15 * time(2000) + 500);
});
