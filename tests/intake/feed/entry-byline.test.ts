// The names that feeds give become authors and a place.
import { expect, test } from 'vitest';
import { bylineOf } from '../../../src/intake/feed/entry-byline.ts';

test.each([
  [
    ['Ada Li in Paris', 'Reuters', 'admin', 'noreply', 'The Paper'],
    { authors: ['Ada Li', 'Reuters'], place: 'Paris' },
  ],
  [['Bo Ek à Lyon', 'Ada Li och Jo Wu'], { authors: ['Bo Ek', 'Ada Li', 'Jo Wu'], place: 'Lyon' }],
  [['Li, A.', 'Wu, J.'], { authors: ['Li, A.', 'Wu, J.'], place: null }],
])('%j are names and a place', (texts, byline) => {
  expect(bylineOf(texts, 'The Paper')).toEqual(byline);
});

test.each([
  ['Ada Li & Bob', ['Ada Li & Bob']],
  ['Simon & Garfunkel', ['Simon & Garfunkel']],
  ['Madonna and Cher', ['Madonna and Cher']],
  ['Smith & Sons Ltd', ['Smith & Sons Ltd']],
  ['Lovelace, Ada', ['Lovelace, Ada']],
  ['Ada Li & Jo Wu', ['Ada Li', 'Jo Wu']],
  ['Ada Li, Jo Wu, and Bo Ek', ['Ada Li', 'Jo Wu', 'Bo Ek']],
  ['Ada Li and Reuters', ['Ada Li']],
  ['Ada Li, staff writer and editor', ['Ada Li']],
  ['Ada Li, Head of Art and Culture', ['Ada Li']],
  ['李明, 王芳', ['李明', '王芳']],
])('Nobody is lost of the authors %s', (name, authors) => {
  expect(bylineOf([name], null).authors).toEqual(authors);
});
