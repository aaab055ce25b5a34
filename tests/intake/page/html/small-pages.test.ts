// Pages with little text and plain markup, as people write them by hand.
import { expect, test } from 'vitest';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';

const LEAD =
  'Last spring I bought two hives from a neighbour who was moving to the city, and I put them at the end of the garden, where the wind is weak.';

/** The Markdown of a small page with this below its lead. */
function markdownOf(rest: string): string {
  return parseHtml(
    `<html><head><title>How I keep bees</title></head><body><nav><a href="/">Home</a></nav>
    <h1>How I keep bees</h1><p>${LEAD}</p>${rest}</body></html>`,
  ).draft.markdown.trim();
}

test.each([
  ['a list', '<h2>What you need</h2><ul><li>Two hives</li><li>A veil</li></ul>', '- Two hives'],
  ['the heading of a list', '<h2>What you need</h2><ul><li>A veil</li></ul>', '## What you need'],
  ['a short sentence at the end', '<p>In May there was honey.</p>', 'In May there was honey.'],
  ['code', '<pre><code>honey = 12 * jars</code></pre>', 'honey = 12 * jars'],
])('A small page keeps %s', (_what, rest, kept) => {
  expect(markdownOf(rest)).toContain(kept);
});

test.each([
  [
    'links',
    '<ul><li><a href="/x">Bus fares to rise</a></li><li><a href="/y">A new baker</a></li></ul>',
  ],
  ['what stands in its footer', '<footer><p>A paper for the valley since 1912.</p></footer>'],
  ['what a class names', '<p class="share">Share this with a friend.</p>'],
  ['an invitation', '<p>Subscribe to our newsletter for more stories like this.</p>'],
  ['the rights', '<p>Copyright 2026 The Valley Gazette. All rights reserved.</p>'],
])('A small page leaves out %s', (_what, rest) => {
  expect(markdownOf(`<p>None of it is expensive, and it lasts.</p>${rest}`)).toBe(
    `${LEAD}\n\nNone of it is expensive, and it lasts.`,
  );
});

test('A page that is little but a field for an address is read', () => {
  expect(parseHtml('<p>Short page.</p><input type="email">').draft.markdown.trim()).toBe(
    'Short page.',
  );
});

/** What becomes of a page with little in it but its frame. */
function pageOf(main: string) {
  return parseHtml(
    `<html><head><title>a</title></head><body><nav><a href="/">Home</a> <a href="/about">About</a></nav>
    ${main}<footer><p>© 2024 The Quay. All rights reserved.</p></footer></body></html>`,
  ).draft;
}

test.each([
  [
    'a recipe',
    '<article><h1>Lentil soup</h1><p>A plain soup.</p><h2>You need</h2><ul><li>250 g of lentils</li></ul><ol><li>Wash them.</li></ol></article>',
    'A plain soup.\n\n## You need\n\n- 250 g of lentils\n\n1. Wash them.',
  ],
  [
    'a dialogue',
    '<main><h1>Tea</h1><p><b>ANN:</b> Tea?</p><p><b>BEN:</b> Yes.</p></main>',
    '**ANN:** Tea?\n\n**BEN:** Yes.',
  ],
  [
    'commands',
    '<main><h1>Shell tips</h1><p>List files:</p><pre>ls -la</pre></main>',
    'List files:\n\n```\nls -la\n```',
  ],
])('A story of few words is found between nav and footer: %s', (_what, main, markdown) => {
  expect(pageOf(main).markdown.trim()).toBe(markdown);
});

test('Names of attributes may be written in capitals', () => {
  const { draft } = parseHtml(
    `<HTML><HEAD><TITLE>How I keep bees</TITLE><META NAME="author" CONTENT="Ada Li"></HEAD><BODY>
    <H1>How I keep bees</H1><P>${LEAD} It is told of <A HREF="https://a.example/x">in the paper</A>.</P>
    <P>${LEAD}</P><time dateTime="2026-05-04">a Monday</time>
    <figure><img alt="" srcSet="https://a.example/hives.jpg 800w" src="data:,"><figcaption>Two hives in May.</figcaption></figure></BODY></HTML>`,
  );
  expect(draft.authors).toEqual(['Ada Li']);
  expect(draft.published).toBe('2026-05-04');
  expect(draft.markdown).toContain('[in the paper](https://a.example/x)');
  expect(draft.markdown).toContain('(https://a.example/hives.jpg "Two hives in May.")');
});
