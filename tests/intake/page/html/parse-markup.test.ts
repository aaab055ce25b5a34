// Markup of pages and fragments becomes a tree with a head and a body.
import { expect, test } from 'vitest';
import { parseMarkup } from '../../../../src/intake/page/html/dom/parse-markup.ts';
import { contentOf } from './content-of.ts';

test.each([
  ['a fragment', 'Gulls <b>and</b> <i>boats</i>', '', 'Gulls <b>and</b> <i>boats</i>'],
  [
    'a whole page',
    '<html><head><title>A</title></head> <body> <p>B</p></body></html>',
    '<title>A</title>',
    ' <p>B</p>',
  ],
  ['a head without its end', '<head><title>A</title><body><p>B', '<title>A</title>', '<p>B</p>'],
  [
    'a page without a body tag',
    '<html><head></head><p>A</p><p>B</p></html>',
    '',
    '<p>A</p><p>B</p>',
  ],
  [
    'what stands behind the page',
    '<html><body><p>A</p></body></html><p>B</p>',
    '',
    '<p>A</p><p>B</p>',
  ],
  [
    'a page in a page',
    '<body><p>A</p><html><head><b>B</b></head><body><i>C</i></body></html><p>D</p>',
    '',
    '<p>A</p><b>B</b><i>C</i><p>D</p>',
  ],
  [
    'paragraphs and items that are not closed',
    '<p>A<p>B<ul><li>C<li>D</ul>',
    '',
    '<p>A</p><p>B</p><ul><li>C</li><li>D</li></ul>',
  ],
  ['references', '<p>Caf&eacute; &amp; bar&#33;', '', '<p>Café & bar!</p>'],
  ['nothing', '', '', ''],
  [
    'a head that ends nowhere',
    '<head><title>A</title><main>B</main>',
    '<title>A</title>',
    '<main>B</main>',
  ],
  [
    'what no reader sees',
    '<p>A</p><script>b</script><style>c</style><template><title>D</title></template><noframes><p>E</noframes><!-- f -->',
    '',
    '<p>A</p>',
  ],
  [
    'data in a script',
    '<script type="application/ld+json">{"a": "<p>"}</script>',
    '',
    '<script>{"a": "<p>"}</script>',
  ],
  ['a script without an end', '<p>A</p><script>b</p><p>C</p>', '', '<p>A</p>'],
  ['a drawing', '<p>A <svg><title>B</title><path/></svg>C</p>', '', '<p>A C</p>'],
  [
    'words in a drawing',
    '<svg><foreignObject><div>A</div></foreignObject></svg><p>B</p>',
    '',
    '<p>B</p>',
  ],
  [
    'a drawing without an end',
    '<div><svg><path/><p>A</p></div><p>B</p>',
    '',
    '<div><p>A</p></div><p>B</p>',
  ],
])('%s is read', (_what, html, head, body) => {
  const document = parseMarkup(html);
  expect([contentOf(document.head), contentOf(document.body)]).toEqual([head, body]);
});

test('Names of elements and attributes are in lower case', () => {
  const [link] = parseMarkup('<A HREF="/Quay" dateTime=x>B</A>').body.children;
  expect([link?.localName, link?.getAttribute('href'), link?.getAttribute('datetime')]).toEqual([
    'a',
    '/Quay',
    'x',
  ]);
});

test('Of a frame that is opened twice the first attributes hold', () => {
  const { documentElement, body } = parseMarkup(
    '<html lang="de"><body class="a"><html lang="fr" dir="ltr"><body id="b">',
  );
  expect([documentElement.getAttribute('lang'), documentElement.getAttribute('dir')]).toEqual([
    'de',
    'ltr',
  ]);
  expect([body.getAttribute('class'), body.getAttribute('id')]).toEqual(['a', 'b']);
});

test('Text around references is one text', () => {
  expect(parseMarkup('<p>Fish &amp; chips</p>').body.children[0]?.childNodes.length).toBe(1);
});

test('What stands in elements deeper than a hundred stands in that above them', () => {
  const { body } = parseMarkup(`${'<div>'.repeat(400)}A<br>${'</div>'.repeat(400)}<p>B</p>`);
  let deepest = 0;
  let last = body;
  for (let at = body.firstElementChild; at !== null; at = at.firstElementChild) {
    deepest += 1;
    last = at;
  }
  expect([deepest, last.localName]).toEqual([101, 'br']);
  expect(body.textContent).toBe('AB');
  expect(body.lastElementChild?.localName).toBe('p');
});

test.each([
  ['elements', '<b>'.repeat(30_001), 'not an article: a page of more than 30000 elements'],
  [
    'references',
    '&amp;'.repeat(80_001),
    'not an article: a page of more than 80000 texts and references',
  ],
])('A page of more %s than any article has is refused', (_what, html, message) => {
  expect(() => parseMarkup(html)).toThrow(message);
});

test.each([
  ['a script', '<script>b</script>'],
  ['a drawing', '<svg><title>b</title></svg>'],
])('The words of %s are left out at any depth', (_what, html) => {
  const { body } = parseMarkup(`${'<div>'.repeat(150)}A${html}${'</div>'.repeat(150)}<p>B</p>`);
  expect(body.textContent).toBe('AB');
});

test('A second drawing without an end hides nothing either', () => {
  const svg = '<svg><path/>';
  expect(parseMarkup(`<div>${svg}</svg>${svg}<p>A</p></div>`).body.textContent).toBe('A');
});

test('As many elements as an article may have are read', () => {
  expect(parseMarkup('<br>'.repeat(30_000)).body.children.length).toBe(30_000);
});

test('An attribute of 200,000 units is read, a longer one and the 201st are not', () => {
  const many = Array.from({ length: 201 }, (_, at) => `a${at}="${at}"`).join(' ');
  const [long, wide] = parseMarkup(
    `<p class="${'x'.repeat(200_000)}" id="${'x'.repeat(200_001)}"><b ${many}>`,
  )
    .body.getElementsByTagName('p')
    .flatMap((one) => [one, ...one.children]);
  expect(long?.getAttributeNames()).toEqual(['class']);
  expect(wide?.getAttributeNames().length).toBe(200);
});
