// Captions that nothing calls so: lines around, below or apart from their pictures.
import { expect, test } from 'vitest';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';
import { captionsIn, IMG, LINE, PARAGRAPHS } from './captions-in.ts';

const ALT = 'The old ferry in the harbour of the island';

test('Words that say what a picture says of itself are its caption wherever they stand', () => {
  const image = IMG.replace('<img', `<img alt="${ALT}"`);
  const words = `<div class="meta2"><span>${ALT}.</span> <small>Bo Ek</small></div>`;
  expect(captionsIn(`<figure>${image}</figure><div><time>At noon</time></div>${words}`)).toEqual([
    `${ALT}. Bo Ek`,
  ]);
});

test('The title of another article is no caption though its picture says the same', () => {
  const image = IMG.replace('<img', `<img alt="${ALT}"`);
  const card = `<div>${image}</div><div><b>More</b><span><a href="/other">${ALT}</a></span></div>`;
  expect(captionsIn(card)).not.toContain(`${ALT} More`);
});

test('The words under a picture in a cell of their own table are its caption', () => {
  const table = `<table><tr><td>${IMG}<div class="info2">The old ferry. (credit: Bo Ek)</div></td></tr></table>`;
  expect(captionsIn(table)).toEqual(['The old ferry. (credit: Bo Ek)']);
});

test('A source beside the caption in its block is its credit', () => {
  const text =
    '<div><span class="image-caption__x1">The old ferry.</span><span class="image-source__x2">Bo Ek</span></div>';
  expect(captionsIn(`<div class="image-box">${IMG}${text}</div>`)).toEqual([
    'The old ferry. Bo Ek',
  ]);
});

test.each([
  '<br><em>The old ferry in the harbour</em>',
  '<p><i>The old ferry</i> <small>in the harbour</small></p>',
  '<p align="center">The old ferry in the harbour</p>',
  '<p style="text-align: center">The old ferry in the harbour</p>',
])('The line right below a picture is its caption where its look sets it apart: %s', (line) => {
  expect(captionsIn(`<p>${IMG}</p>${line.replace('<br>', '')}`)).toEqual([
    'The old ferry in the harbour',
  ]);
  expect(captionsIn(`<div>${IMG}${line}</div>`)).toEqual(['The old ferry in the harbour']);
});

test('Words in italics in the paragraph of a picture are its caption, others its text', () => {
  const [slanted, plain] = ['<em>The old ferry in the harbour</em>', 'The old ferry is late.'];
  expect(captionsIn(`<p>${IMG}<br>${slanted}</p>`)).toEqual(['The old ferry in the harbour']);
  expect(captionsIn(`<p>${IMG}<br>${plain}</p>`)).toEqual(['']);
});

test.each([
  'The old ferry in the harbour (Foto: Bo Ek)',
  'Ada Li (left) on the old ferry',
  '图为港口的旧渡轮。',
])('The line right below a picture is its caption where its words say so: %s', (line) => {
  expect(captionsIn(`<p>${IMG}</p><p>${line}</p>`)).toHaveLength(1);
  expect(captionsIn(`<p>${IMG}</p><p>The ferry leaves at noon.</p>`)).toEqual(['']);
});

test('A quote below a picture is none of its caption', () => {
  expect(captionsIn(`<p>${IMG}</p><p><em>“Nobody counts the gulls.”</em></p>`)).toEqual(['']);
});

test('A picture that leads to a larger one has the words below it for its caption', () => {
  const link = `<a href="/ferry-large.jpg">${IMG}</a>`;
  expect(captionsIn(`<div>${link}<small>The old ferry</small></div>`)).toEqual(['The old ferry']);
});

test('A caption stands below a picture and the placeholder that it is shown in', () => {
  const shown = `<noscript>${IMG}</noscript><div><img src="data:image/svg+xml,x"></div>`;
  const part = `<div>${shown}<div><button></button></div><p>The old ferry. Photo: Bo Ek</p></div>`;
  expect(captionsIn(part)).toEqual(['The old ferry. | Photo: Bo Ek']);
});

test('A line below a picture that is a credit and no more is its credit', () => {
  expect(captionsIn(`<p>${IMG}</p><p>Photo: Ada Li</p>`)).toEqual(['Photo: Ada Li']);
});

test('A story in a block that is called a caption stays a story', () => {
  const story = PARAGRAPHS.join('').repeat(6);
  const html = `<html><head><title>A bridge</title></head><body><div><h1>A bridge</h1></div>
    <div class="wp-caption">${IMG}${story}</div></body></html>`;
  const { draft } = parseHtml(html, { url: 'https://a.example/x' });
  expect(draft.markdown.split('\n\n').filter((block) => block.startsWith(LINE))).toHaveLength(30);
});

test('A picture stays where its credit leads to who took it', () => {
  const credit = 'Photo: <a rel="author" href="/p/ada">Ada Li</a>';
  const figure = `<figure>${IMG}<figcaption>The old ferry at noon. ${credit}</figcaption></figure>`;
  const html = `<main><h1>A bridge</h1>${PARAGRAPHS.join('')}${figure}${PARAGRAPHS[0]}</main>`;
  expect(parseHtml(html, { url: 'https://a.example/x' }).draft.markdown).toContain('ferry.jpg');
});

test('Pictures of entries whose block names their author are the story’s', () => {
  const entries = [1, 2, 3, 4, 5].map(
    (hour) => `<div class="entry author-ada-li"><h2>At ${hour}</h2>${PARAGRAPHS.join('')}
      <figure>${IMG.replace('ferry', `ferry-${hour}`)}<figcaption>The old ferry ${hour} in the
      harbour of the island</figcaption></figure></div>`,
  );
  expect(captionsIn(entries.join(''))).toHaveLength(5);
});

test.for([
  ['<span>The old ferry. </span><span>Photo</span><span>: Ada Li</span>', 'Photo: Ada Li'],
  ['<span>The old ferry. </span><span>Photo</span> <span>© Ada Li</span>', 'Photo | © Ada Li'],
])('A sign behind the label of a credit stays alone: %s', ([caption = '', credit = '']) => {
  const [words = ''] = captionsIn(`<figure>${IMG}<figcaption>${caption}</figcaption></figure>`);
  expect(words).toContain(credit);
});

test.each([
  ['a line', 'The old ferry in the harbour of the island', 1],
  ['a paragraph of the story', LINE.repeat(4), 0],
])('What is called a caption and has no picture holds %s', (_what, words, count) => {
  const box = `<div class="photo-text"><div><span>Ada Li</span></div><p>${words}</p></div>`;
  expect(captionsIn(box)).toHaveLength(count);
});

test('The bold words behind a picture in their paragraph are the story’s', () => {
  const words = 'The old ferry leaves the harbour of the island today.';
  const line = `<p><strong>${IMG}${words}</strong></p>`;
  expect(captionsIn(line)).toEqual(['']);
});

test('Words under a picture need no blanks between them to be its caption', () => {
  const words = '完全に片手に収まる船が日本に上陸';
  const table = `<table><tr><th>${IMG}</th></tr><tr><td>${words}</td></tr></table>`;
  expect(captionsIn(table)).toEqual([words]);
});
