// Pages made to break the intake: whatever the tags, the article is clean.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cpuTime } from '../../../support/machine/cpu-time.ts';
import { expectClean, PROSE } from './clean-article.ts';

const piece = fc.constantFrom(
  '<p>',
  '</p>',
  '<div class="caption">',
  '</div>',
  '<figure>',
  '</figure>',
  '<figcaption>',
  '<img src="a.jpg" alt="x">',
  '<img srcset="a 1x, , b 2x" data-src=" javascript:x">',
  '<a href="javascript:alert(1)">',
  '<a href="&#106;avascript:x">',
  '<a href=" file:///x">',
  '<a href="/y(z)\\">',
  '</a>',
  '<table><tr><td>',
  '<ul><li>',
  '<ol start="-1">',
  '<pre><code class="language-`x">',
  '<h1>',
  '<title>',
  '<base href="javascript:x">',
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"\\u001b[2J","author":{"__proto__":1}}</script>',
  '<meta property="og:title" content="../../x&#27;">',
  '<template>',
  '<svg><script>',
  '<!--',
  '-->',
  '&#27;]0;x&#7;',
  '&#x202e;',
  '&#155;31m',
  '\u2028',
  '\ud800',
  '![x](javascript:y)',
  '[x]: file:///y',
  PROSE,
);

test('any soup of tags gives a clean article', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      expectClean(pieces.join(''));
    }),
    { numRuns: 60 },
  );
});

test('1,500 nested tables are read', () => {
  const { draft } = expectClean(`${'<table><tr><td>'.repeat(1500)}${PROSE}`);
  expect(draft.markdown).toContain('gulls');
});

const MANY = 3000;
/** ms of the processor's time: what grows with the square of a page takes twice as long and more. */
const LIMIT = 5000;
const many = (text: string): string => text.repeat(MANY);
const numbered = (text: string): string =>
  Array.from({ length: MANY }, (_, at) => text.replaceAll('#', String(at))).join('');
const STORY = `<p>${PROSE.repeat(3)}</p>`;

test.for([
  ['links in one paragraph', `<p>${many('<a href="/x">toll</a> ')}</p>`],
  ['headings above a long paragraph', `${many('<h4>The toll</h4>')}<p>${PROSE.repeat(2000)}</p>`],
  ['paragraphs in one link', `<a href="/x">${numbered('<p>Tolls of # crowns</p>')}</a>`],
  [
    'pictures with their captions in one figure',
    `<figure>${numbered('<img src="/#.jpg"><figcaption>Toll # of the pier</figcaption>')}</figure>`,
  ],
  ['commas in a list of pictures', `<img srcset="${many(',,,,,,')}">`],
])('3,000 %s are read in time', ([, part]) => {
  const page = `<article><h1>The toll</h1>${part}${STORY.repeat(3)}</article>`;
  const time = cpuTime(() => expect(expectClean(page).draft.title).toBe('The toll'));
  expect(time).toBeLessThan(LIMIT);
});
