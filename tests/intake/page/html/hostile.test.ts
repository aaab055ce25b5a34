// Pages made to break the intake: whatever the tags, the article is clean.
import fc from 'fast-check';
import { expect, test } from 'vitest';
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
    { numRuns: 30 },
  );
});

test('1,500 nested tables are read', () => {
  const { draft } = expectClean(`${'<table><tr><td>'.repeat(1500)}${PROSE}`);
  expect(draft.markdown).toContain('gulls');
});
