// Several line breaks in a row part paragraphs.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breaksToParagraphs } from '../../../../src/intake/page/html/document/paragraph-breaks.ts';
import { parseMarkup } from '../../../../src/intake/page/html/dom/parse-markup.ts';
import { selectAll } from '../../../../src/intake/page/html/dom/select.ts';
import { contentOf } from './content-of.ts';

function parted(html: string) {
  const { body } = parseMarkup(html);
  breaksToParagraphs(body);
  return body;
}

test.each([
  ['a paragraph', '<p>A<br><br>B</p>', '<p>A</p><p>B</p>'],
  ['a paragraph, with blanks between', '<p>A<br> \u00a0<br>\n<br>B</p>', '<p>A</p><p>B</p>'],
  ['a paragraph twice', '<p>A<br><br>B<br><br>C</p>', '<p>A</p><p>B</p><p>C</p>'],
  ['bold type', '<p>A <b>B<br><br>C</b> D</p>', '<p>A <b>B</b></p><p><b>C</b> D</p>'],
  [
    'two kinds of type',
    '<p><i><b>A<br><br>B</b>C</i></p>',
    '<p><i><b>A</b></i></p><p><i><b>B</b>C</i></p>',
  ],
  [
    'a box up to the next block',
    '<div>A<br><br>B <b>C</b><ul><li>D</ul>E</div>',
    '<div>A<p>B <b>C</b></p><ul><li>D</li></ul>E</div>',
  ],
  ['a cell', '<table><tr><td>A<br><br>B', '<table><tr><td>A<p>B</p></td></tr></table>'],
  ['a page without boxes', 'A<br><br>B<br><br>C', 'A<p>B</p><p>C</p>'],
  [
    'a line that holds a block',
    '<span><div>A</div>B<br><br>C</span>',
    '<span><div>A</div>B<p>C</p></span>',
  ],
  [
    'a paragraph with a block in a line of it',
    '<p>A<br><br>B<b><div>C</div></b>D</p>',
    '<p>A<p>B</p><b><div>C</div></b>D</p>',
  ],
  ['nothing, in code', '<pre>A<br><br>B</pre>', '<pre>A<br><br>B</pre>'],
  ['nothing, where there is one', '<p>A<br>B <br>C</p>', '<p>A<br>B <br>C</p>'],
])('Several breaks part %s', (_what, html, content) => {
  expect(contentOf(parted(html))).toBe(content);
});

test.each([
  ['story-text', 'story-text'],
  ['article-deck', ''],
  ['photo-caption', ''],
])('A paragraph behind breaks in one of class %s is of class %j', (name, other) => {
  const paragraphs = parted(`<p class="${name}" id="a">A<br><br>B</p>`).children;
  expect(paragraphs.map((one) => one.getAttribute('class') ?? '')).toEqual([name, other]);
  expect(paragraphs[1]?.hasAttribute('id')).toBe(false);
});

test('A page of more breaks than any story has stays as it is', () => {
  const html = 'A<br><br>'.repeat(2501);
  expect(parted(html).children.length).toBe(5002);
});

test('Of a line that stands in many others breaks part the innermost five', () => {
  const five = (text: string) => `${'<b>'.repeat(5)}${text}${'</b>'.repeat(5)}`;
  expect(contentOf(parted(`${'<b>'.repeat(8)}A<br><br>B`))).toBe(
    `<b><b><b>${five('A')}<p>${five('B')}</p></b></b></b>`,
  );
});

const pieces = fc.constantFrom(
  ...['A', 'B ', ' ', '<br>', '<br>', '<br>\n', '<p>', '</p>', '<b>', '</b>', '<div>', '</div>'],
  ...['<li>', '<ul>', '</ul>', '<h2>', '</h2>', '<pre>', '</pre>', '<span class="x">', '</span>'],
);

test('Whatever stands on a page keeps its words and their order, and no two breaks stand in a row', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const html = parts.join('');
      const body = parted(html);
      const bare = (text: string) => text.replace(/\s/g, '');
      expect(bare(body.textContent)).toBe(bare(parseMarkup(html).body.textContent));
      for (const one of selectAll(body, 'pre')) one.remove();
      expect(contentOf(body)).not.toMatch(/<br>\s*<br>/);
    }),
    { numRuns: 500 },
  );
});
