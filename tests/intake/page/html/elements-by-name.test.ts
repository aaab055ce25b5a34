import { expect, test } from 'vitest';
import { descendants, linkAround } from '../../../../src/intake/page/html/document/dom.ts';
import { parsePage } from '../../../../src/intake/page/html/document/parse-page.ts';

const PAGE = '<div><p>One <a href="/x"><b>two</b></a></p><ul><li>three<p>four</p></ul></div>';

test('Elements of some names are those that a selector finds, in its order', () => {
  const { body } = parsePage(PAGE, null);
  expect(descendants(body, new Set(['p', 'li']))).toEqual([...body.querySelectorAll('p,li')]);
});

test('An element that a program made with its name in capitals is found too', () => {
  const document = parsePage(PAGE, null);
  document.body.append(document.createElement('DIV'));
  expect(descendants(document.body, new Set(['div']))).toHaveLength(2);
});

test('The link around an element is the nearest one that leads somewhere', () => {
  const { body } = parsePage(`<a name="top">${PAGE}</a>`, null);
  expect(linkAround(body.querySelector('b') ?? body)?.getAttribute('href')).toBe('/x');
  expect(linkAround(body.querySelector('ul') ?? body)).toBeNull();
});
