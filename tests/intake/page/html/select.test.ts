import { expect, test } from 'vitest';
import { parsePage } from '../../../../src/intake/page/html/document/parse-page.ts';
import {
  closest,
  isOrHolds,
  selectAll,
  selectFirst,
} from '../../../../src/intake/page/html/dom/select.ts';

const PAGE = `<main id="main"><div id="box" class="lead  story"><p id="one">One</p><p id="two">Two</p>
  <a id="link" href="/x" rel="nofollow author"><b id="bold">three</b></a></div>
  <footer id="foot" class="meta-line"><P id="last">Last</P></footer></main>`;

test.each([
  ['p,a', ['one', 'two', 'link', 'last']],
  ['p + p', ['two']],
  ['div b', ['bold']],
  ['.story', ['box']],
  ['[class*="meta"]', ['foot']],
  ['[rel~="author"]', ['link']],
  ['footer:not([class*="meta"])', []],
  ['div:has(b)', ['box']],
  [':is(div,footer) p', ['one', 'two', 'last']],
  ['main', ['main']],
])('%s means %j', (selector, ids) => {
  const document = parsePage(PAGE);
  const found = selectAll(document, selector).map((one) => one.getAttribute('id'));
  expect(found).toEqual(ids);
  expect(selectFirst(document, selector)?.getAttribute('id')).toBe(ids[0]);
});

test('The element asked of is not among its descendants, and may be the closest', () => {
  const box = selectFirst(parsePage(PAGE), '#box');
  expect(box && selectAll(box, 'div')).toEqual([]);
  expect(box && isOrHolds(box, 'div')).toBe(true);
  expect(closest(box, 'div')).toBe(box);
  expect(closest(box, 'main')?.getAttribute('id')).toBe('main');
  expect(closest(box, 'footer')).toBeNull();
});

test('A selector that was asked before sees the page as it is', () => {
  const { body } = parsePage(PAGE);
  const isAsked = () => selectAll(body, 'div:has(b)').length;
  expect(isAsked()).toBe(1);
  selectFirst(body, 'b')?.remove();
  expect(isAsked()).toBe(0);
});
