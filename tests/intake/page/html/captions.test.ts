// Captions of a page: in figures, beside their pictures, and where only their names tell them.
import { expect, test } from 'vitest';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';
import { documentFigures } from '../../../../src/markdown/document/figures.ts';
import { parseMarkdown } from '../../../../src/markdown/parse/parse-markdown.ts';
import { markdownWith } from './story-with.ts';

const LINE =
  'The ferry crosses the sound four times a day, and nobody has ever counted the gulls. ';
const PARAGRAPHS = [1, 2, 3, 4, 5].map((hour) => `<p>${LINE.repeat(3)}At ${hour} it left.</p>`);
const IMG = '<img src="https://a.example/ferry.jpg" width="800" height="600">';

/** Caption and credit of each figure of a story with this after its first paragraph. */
function captionsIn(part: string): readonly string[] {
  const [first, ...rest] = PARAGRAPHS;
  const html = `<html><head><title>A bridge</title></head><body><main><article>
    <h1>A bridge for the sound</h1><div class="story">${first}${part}${rest.join('')}</div>
    </article></main></body></html>`;
  const { draft } = parseHtml(html, { url: 'https://a.example/x' });
  return documentFigures(parseMarkdown(draft.markdown)).map(({ caption, credit }) =>
    [caption, credit].filter((text) => text !== null && text !== '').join(' | '),
  );
}

test.each([
  ['caption', 'The old ferry in the harbour'],
  ['bildunterschrift', 'Die alte Fähre im Hafen der Insel'],
  ['image-legend', 'Le vieux bac dans le port de l’île'],
  ['pie-de-foto', 'El viejo transbordador en el puerto'],
  ['didascalia', 'Il vecchio traghetto nel porto dell’isola'],
  ['ArticleImageDescription', 'A velha balsa no porto da ilha'],
  ['kuvateksti', 'Vanha lautta saaren satamassa'],
])('A block called %s behind a picture is its caption', (name, text) => {
  expect(captionsIn(`<div>${IMG}</div><p class="${name}">${text}</p>`)).toEqual([text]);
  expect(captionsIn(`<a href="/ferry.jpg">${IMG}</a><div class="${name}">${text}</div>`)).toEqual([
    text,
  ]);
});

test('A caption without a name stands beside the box of its picture, which may be there twice', () => {
  const words = '<div><figcaption>The old ferry in the harbour</figcaption></div>';
  const figure = `<div><figure>${IMG}</figure></div>`;
  for (const box of [figure, `<div>${figure}${figure}</div>`])
    expect(captionsIn(`<section>${box}${words}</section>`)).toEqual([
      'The old ferry in the harbour',
    ]);
});

test('The caption of a figure that holds others is that of the last of them', () => {
  const inner = ['ferry', 'gulls'].map(
    (name) => `<figure>${IMG.replace('ferry', `${name}-of-the-sound`)}</figure>`,
  );
  const words = '<figcaption>The old ferry and the gulls in the harbour</figcaption>';
  expect(captionsIn(`<figure>${inner.join('')}${words}</figure>`)).toEqual([
    '',
    'The old ferry and the gulls in the harbour',
  ]);
});

test('Words in a figure that are no caption go, and part no caption behind it from its picture', () => {
  const figure = `<figure>${IMG}<span>Enlarge the picture</span></figure>`;
  const words = '<p class="caption">The old ferry in the harbour</p>';
  expect(captionsIn(`<section>${figure}</section>${words}`)).toEqual([
    'The old ferry in the harbour',
  ]);
  expect(markdownWith(figure)).not.toContain('Enlarge');
});

test.each(['<div>The old ferry in the harbour</div>', '<h4>The old ferry. Photo: Bo Ek</h4>'])(
  'Few words in the block of a figure or a picture alone are its caption: %s',
  (words) => {
    for (const picture of [IMG, `<figure>${IMG}</figure>`])
      expect(captionsIn(`<div>${picture}${words}</div>`)[0]).toContain('The old ferry');
  },
);

test('A block called after its caption may hold the picture, too', () => {
  const box = (words: string) => `<div class="photo-caption"><figure>${IMG}</figure>${words}</div>`;
  expect(captionsIn(box('<p>The old ferry in the harbour</p>'))).toEqual([
    'The old ferry in the harbour',
  ]);
  expect(captionsIn(box(''))).toEqual(['']);
});

test.each([
  [
    'goes behind it',
    '<span class="copyright">© Ada Li</span> Bo Ek and Ada Li beside the old ferry',
    'Bo Ek and Ada Li beside the old ferry. | © Ada Li',
  ],
  [
    'stays with the agency behind it',
    '<span class="credit">Photo by Ada Li</span> /Quill Images',
    'Photo by Ada Li /Quill Images',
  ],
])('A credit before its caption %s', (_what, words, expected) => {
  const metadata = `<div class="image-metadata">${words}</div>`;
  expect(captionsIn(`<figure><div>${IMG}</div>${metadata}</figure>`)).toEqual([expected]);
});

test('A label that only some pages read aloud stays where it labels the credit', () => {
  const all = ['Image source, The old ferry', 'Image source: Quill'];
  const captions = [...all, 'Image caption: The gulls', 'Photo 1 of 13: The new ferry'].map(
    (words) => captionsIn(`<figure>${IMG}<figcaption>${words}</figcaption></figure>`)[0],
  );
  expect(captions).toEqual(['The old ferry', 'Image source: Quill', 'The gulls', 'The new ferry']);
});

test('The buttons of what plays are no caption', () => {
  const tools =
    '<a class="button button-block" href="#">EMBED</a><textarea>&lt;b&gt;</textarea><button>Play</button>';
  const words = `<div class="image-caption">${tools}<p>The old ferry in the harbour</p></div>`;
  expect(captionsIn(`<div>${IMG}${words}</div>`)).toEqual(['The old ferry in the harbour']);
});

test('The credit behind a caption stays with it', () => {
  const words =
    '<p><span class="media-legend">The old ferry in the harbour.</span><i>© Bo Ek</i></p>';
  expect(captionsIn(IMG + words)).toEqual(['The old ferry in the harbour. | © Bo Ek']);
});

test('The credit of a picture with an article element of its own stays with it', () => {
  const words = `<div class="field-image-caption"><p>The old ferry in the harbour of Aker</p></div>
    <div class="field-image-credits"><p>Photo: Bo Ek</p></div>`;
  expect(captionsIn(`<article class="media">${IMG}${words}</article>`)).toEqual([
    'The old ferry in the harbour of Aker. | Photo: Bo Ek',
  ]);
});

test('A credit of one word is told though the caption has the word', () => {
  const caption = '<figcaption><span class="caption-text">Aker’s old ferry in the harbour</span>';
  const figure = `<figure>${IMG}${caption}<span class="credit">Aker</span></figcaption></figure>`;
  expect(captionsIn(figure)).toEqual(['Aker’s old ferry in the harbour. Aker']);
});

test.each([
  '<span>Photo</span><span><span>Photo…</span><span>Ada Li</span></span>',
  '<b>Photo</b><span>Ada Li</span>',
  '<b>Photo</b>: <span>Ada Li</span>',
])('The label of a credit stands once before the name, and apart from it: %s', (credit) => {
  const words = `<span>The old ferry in the harbour.</span><span>${credit}</span>`;
  expect(captionsIn(`<figure>${IMG}<figcaption>${words}</figcaption></figure>`)).toEqual([
    'The old ferry in the harbour. | Photo: Ada Li',
  ]);
});

test('A credit that only a style sheet sets apart begins a sentence', () => {
  const caption = '<span>The old ferry sank in the harbour.</span><span>Bo Ek—Harbour Board</span>';
  expect(captionsIn(`<figure>${IMG}<figcaption>${caption}</figcaption></figure>`)).toEqual([
    'The old ferry sank in the harbour. Bo Ek—Harbour Board',
  ]);
});

test('Pictures with one short line below each are several', () => {
  const figures = ['one', 'two'].map(
    (
      name,
    ) => `<figure><img src="https://i.example/${name}-of-the-ferries.jpg" width="800" height="600">
      <figcaption>Bo Ek/QPL</figcaption></figure><p>The ferry crosses the sound. It is late.</p>`,
  );
  expect(captionsIn(figures.join(''))).toHaveLength(2);
});

test('A caption stands even where only a script shows its picture', () => {
  const words =
    '<div class="gallery"><p class="caption">The old ferry in the harbour of the island</p></div>';
  expect(captionsIn(words)).toEqual(['The old ferry in the harbour of the island']);
});

test('A caption that is there cut off and whole is told once, without its place in a row', () => {
  const whole = 'The old ferry in the harbour of the island, seen from the new bridge at noon';
  const words = `Image 1 of 5 <div>${whole} less</div><div>${whole.slice(0, 60)} ... more</div>`;
  expect(captionsIn(`<div class="slide">${IMG}<div class="caption">${words}</div></div>`)).toEqual([
    whole,
  ]);
});

test('A caption for small screens and for large ones is told once where it stands by its picture', () => {
  const words = `<b class="caption">The old ferry in the harbour of Aker, at noon.</b>
    <i class="credit">Photo: Ada Li</i>`;
  const both = `<span class="FerryCaptionText--mobile">${words}</span><span class="FerryCaptionText--desktop">${words}</span>`;
  const part = `<div class="top">${IMG}</div><div class="FerryCaption">${both}</div>`;
  expect(captionsIn(part)).toEqual([
    'The old ferry in the harbour of Aker, at noon. | Photo: Ada Li',
  ]);
});

test('A caption of two pictures that begins twice alike is whole', () => {
  const both = `The old lady Ann Ekdal at the harbour wall in 1920 with her dog; The old lady Ann
    Ekdal at the harbour wall in 2020`;
  const words = `<span class="caption-text">${both}</span> Photo: Ada Li`;
  const part = `<div class="top">${IMG}</div><div class="caption">${words}</div>`;
  expect(captionsIn(part)[0]).toContain('in 2020');
});

test('A name stays though its agency’s credit begins with it', () => {
  const words = '<figcaption>Marie Kern</figcaption><span class="credit">Marie Kern/dpa</span>';
  expect(captionsIn(`<figure>${IMG}${words}</figure>`)[0]).toMatch(/Marie Kern.+Marie Kern/);
});

test('What a caption and its credit begin with is told once', () => {
  const words = `<figcaption>Bo Bergman.</figcaption><div class="attribution">Bo Bergman. Photo: The Gull</div>`;
  expect(captionsIn(`<figure>${IMG}${words}</figure>`)).toEqual(['Bo Bergman. | Photo: The Gull']);
});

test('A picture shown for small and for large screens is one figure', () => {
  const figure = `<figure>${IMG}<figcaption>The old ferry in the harbour</figcaption></figure>`;
  expect(captionsIn(figure + figure)).toEqual(['The old ferry in the harbour']);
});

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
