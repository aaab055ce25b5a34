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
