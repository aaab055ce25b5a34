// Which words of a page are blocks of it, and which of these are its story.
import { expect, test } from 'vitest';
import { correctionOf } from '../../../../src/intake/corrections.ts';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';

const said = (number: number) =>
  `Part ${number}: the council of Varn voted to close the old bridge for two years, and nobody on the quay was surprised.`;
const [one, two, three] = [said(1), said(2), said(3)];
const wrapped = (text: string) => `<p>${text}</p>`;
const [first, second, third] = [one, two, three].map(wrapped);

function markdownOf(page: string): string {
  const html = `<html><body><nav><a href="/">Home</a></nav>${page}</body></html>`;
  return parseHtml(html, { url: 'https://varn.example/bridge' }).draft.markdown.trim();
}

test.each([
  ['in cells of a page’s frame', `<table><tr><td>${one}</td></tr><tr><td>${two}</td></tr></table>`],
  ['in centred lines', `<center>${one}</center><center>${two}</center>`],
  ['in lines of an article', `<main>${one}<br><br>${two}</main>`],
])('Words %s are paragraphs', (_what, page) => {
  expect(markdownOf(`<h1>The bridge closes</h1>${page}`)).toBe(`${one}\n\n${two}`);
});

test('Words in elements that nobody knows are a part of the line around them', () => {
  const line =
    'It costs <nobr>41 million</nobr> crowns, and the <acronym>EU</acronym> pays a third.';
  expect(markdownOf(`<h1>The bridge closes</h1>${first}<div>${line}</div>${second}`)).toContain(
    'It costs 41 million crowns, and the EU pays a third.',
  );
});

test('Questions of a list of them stand over their answers', () => {
  const question = (text: string, answer: string) =>
    `<details><summary>${text}</summary>${wrapped(answer)}</details>`;
  const page = `<h1>The bridge closes</h1>${first}${question('Who pays for it?', two)}${question('How long does it take?', three)}`;
  expect(markdownOf(page)).toContain(
    `Who pays for it?\n\n${two}\n\nHow long does it take?\n\n${three}`,
  );
});

test.each([
  [
    'a paragraph in one cell',
    '<tr><td>1931</td><td>Opens</td></tr><tr><td>1958</td><td><p>Rebuilt</p></td></tr>',
  ],
  [
    'paragraphs in all cells',
    '<tr><td><p>1931</p></td><td><p>Opens</p></td></tr><tr><td><p>1958</p></td><td><p>Rebuilt</p></td></tr>',
  ],
])('A table of data with %s stays whole', (_what, rows) => {
  const table = `<table><tr><th>Year</th><th>Event</th></tr>${rows}</table>`;
  expect(markdownOf(`<h1>The bridge closes</h1>${first}${second}${table}${third}`)).toContain(
    '| Year | Event |\n| --- | --- |\n| 1931 | Opens |\n| 1958 | Rebuilt |',
  );
});

test.each([
  ['in several parts', `<div>${first}${second}</div><div>${third}</div>`],
  ['in sections with subheads', `<div>${first}${second}</div><h2>What now</h2><div>${third}</div>`],
])('A small story is found whole %s', (_what, page) => {
  const markdown = markdownOf(`<article><h1>The bridge closes</h1>${page}</article>`);
  expect([one, two, three].filter((text) => markdown.includes(text))).toHaveLength(3);
});

test.each([
  ['in a block of its own', '<pre><code>let gulls = 1;\ncount(gulls);</code></pre>'],
  [
    'with an element a line',
    '<pre><code><div>let gulls = 1;\n</div><div>count(gulls);</div></code></pre>',
  ],
  ['in a cell', '<table><tr><td><pre>let gulls = 1;\ncount(gulls);</pre></td></tr></table>'],
])('Code between paragraphs stays %s', (_what, code) => {
  const story = Array.from({ length: 12 }, (_, at) => wrapped(said(at))).join('');
  expect(markdownOf(`<main><h1>The bridge closes</h1>${story}${code}${story}</main>`)).toContain(
    'let gulls = 1;\ncount(gulls);\n```',
  );
});

test('Code of few letters stays, though words have them', () => {
  const story = Array.from({ length: 12 }, (_, at) =>
    wrapped(`${said(at)} The girls agreed.`),
  ).join('');
  expect(
    markdownOf(`<main><h1>The bridge closes</h1>${story}<pre>ls</pre>${story}</main>`),
  ).toContain('```\nls\n```');
});

test('Words of an item beside the list in it keep their breaks and all their elements', () => {
  const story = Array.from({ length: 8 }, (_, at) => wrapped(said(at))).join('');
  const list =
    '<ul><li>Fruit<br>of <nobr>41 trees</nobr><ul><li>Apple</li><li>Pear</li></ul></li></ul>';
  const html = `<html><body><main><h1>The bridge closes</h1>${story}${list}${story}</main></body></html>`;
  const { draft } = parseHtml(html, { corrections: [correctionOf('Apple Pear', 'in')] });
  expect(draft.markdown).toMatch(/- Fruit\\\n\s*of 41 trees/);
});

test('A picture that grows at a click stays, without what else a button says', () => {
  const picture = '<img src="/quay.jpg" width="800" height="500" alt="The quay at noon">';
  const figure = `<figure><button>${picture}</button><figcaption>The quay.</figcaption></figure>`;
  const story = Array.from({ length: 6 }, (_, at) => wrapped(said(at))).join('');
  const copied = `<p>${one} <button>Copy the link</button></p>`;
  const markdown = markdownOf(
    `<main><h1>The bridge closes</h1>${story}${figure}${copied}${story}</main>`,
  );
  expect(markdown).toContain('![The quay at noon](https://varn.example/quay.jpg "The quay.")');
  expect(markdown).not.toContain('Copy');
});

test('Comments take no small story’s place', () => {
  const comment = (text: string) => `<li class="comment"><p>${text.repeat(3)}</p></li>`;
  const comments = [
    'Terrible, as all here know. ',
    'Great article, more of this. ',
    'First of all! ',
  ];
  const page = `<article><h1>The bridge closes</h1>${first}${second}</article>
    <ol class="comment-list">${comments.map(comment).join('')}</ol>`;
  expect(markdownOf(page)).toContain(`${one}\n\n${two}`);
});

test('A story that a page has twice is told once, and that is said', () => {
  const story = [1, 2, 3, 4, 5, 6].map((number) => wrapped(said(number))).join('');
  const whole = `${story}<h2>What comes next</h2><p>He shrugged.</p>${wrapped(said(7))}`;
  const page = `<main><h1>The bridge closes</h1><div>${whole}</div></main><div class="print">${whole}</div>`;
  const { draft, dropped } = parseHtml(`<html><body>${page}</body></html>`);
  for (const text of ['Part 4', 'What comes next', 'He shrugged'])
    expect(draft.markdown.split(text)).toHaveLength(2);
  expect(dropped.map(({ why }) => why)).toContain('said again');
});

test('Words that no element holds are a story', () => {
  expect(parseHtml('Just words and no element at all.').draft.markdown.trim()).toBe(
    'Just words and no element at all.',
  );
});

test('What the user takes out of an item goes, and no more of its list', () => {
  const story = Array.from({ length: 8 }, (_, at) => wrapped(said(at))).join('');
  const list =
    '<ul><li>Two hives of wood</li><li><p>A veil of linen.</p><p>Gloves of leather.</p></li></ul>';
  const html = `<html><body><main><h1>The bridge closes</h1>${story}${list}${story}</main></body></html>`;
  const corrections = [
    correctionOf('A veil of linen.', 'out'),
    correctionOf('Two hives of wood', 'in'),
    correctionOf('Gloves of leather.', 'in'),
  ];
  const { draft } = parseHtml(html, { corrections });
  expect(draft.markdown).toContain('Two hives of wood');
  expect(draft.markdown).toContain('Gloves of leather.');
  expect(draft.markdown).not.toContain('A veil of linen.');
});

test('A page without a story has no words', () => {
  expect(markdownOf('')).toBe('');
});
