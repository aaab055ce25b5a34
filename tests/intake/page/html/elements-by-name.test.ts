import { expect, test } from 'vitest';
import { descendants, linkAround } from '../../../../src/intake/page/html/document/dom.ts';
import { parsePage } from '../../../../src/intake/page/html/document/parse-page.ts';
import { selectAll, selectFirst } from '../../../../src/intake/page/html/document/select.ts';

const PAGE = '<div><p>One <a href="/x"><b>two</b></a></p><ul><li>three<p>four</p></ul></div>';

test('Elements of some names are those that a selector finds, in its order', () => {
  const { body } = parsePage(PAGE, null);
  expect(descendants(body, new Set(['p', 'li']))).toEqual(selectAll(body, 'p,li'));
});

test('An element that a program made with its name in capitals is found too', () => {
  const document = parsePage(PAGE, null);
  document.body.append(document.createElement('DIV'));
  expect(descendants(document.body, new Set(['div']))).toHaveLength(2);
});

test('The link around an element is the nearest one that leads somewhere', () => {
  const { body } = parsePage(`<a name="top">${PAGE}</a>`, null);
  expect(linkAround(selectFirst(body, 'b') ?? body)?.getAttribute('href')).toBe('/x');
  expect(linkAround(selectFirst(body, 'ul') ?? body)).toBeNull();
});
