// Markup of pages and fragments becomes a tree with a head and a body.
import { expect, test } from 'vitest';
import {
  type DomElement,
  type DomNode,
  isElement,
} from '../../../../src/intake/page/html/dom/nodes.ts';
import { parseMarkup } from '../../../../src/intake/page/html/dom/parse-markup.ts';

function written(node: DomNode): string {
  if (!isElement(node)) return node.data;
  return `<${node.localName}>${contentOf(node)}</${node.localName}>`;
}

function contentOf(element: DomElement): string {
  return element.childNodes.map(written).join('');
}

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
