// Captions that a page calls so: in figures, beside their pictures, by their names.
import { expect, test } from 'vitest';
import { captionsIn, IMG } from './captions-in.ts';
import { markdownWith } from './story-with.ts';

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

test('Brackets around nothing are no credit', () => {
  const words = '<p class="caption">The old ferry <em>( )</em></p>';
  expect(captionsIn(`<figure>${IMG}${words}</figure>`)).toEqual(['The old ferry']);
});

test.each([
  [
    '<table>',
    '<tr><td>A longer row about a boat of the sound</td><td>90</td></tr>'.repeat(5),
    '</table>',
  ],
  ['<pre><code>', 'const boats = await port.boats();\nconsole.log(boats);', '</code></pre>'],
])('The words under %s are no picture’s', (open, inside, close) => {
  const words = 'The boats of the sound, counted on Monday.';
  const figure = `<figure>${open}${inside}${close}<figcaption>${words}</figcaption></figure>`;
  expect(markdownWith(figure)).toContain(`\n\n${words}\n\n`);
});

test.each(['Bild vergrößern', 'Agrandir l’image', 'View full size', '画像を拡大'])(
  'A button’s label behind a caption is none of it: %s',
  (label) => {
    const words = `<figcaption>The old ferry in the harbour. <span>${label}</span></figcaption>`;
    expect(captionsIn(`<figure>${IMG}${words}</figure>`)).toEqual([
      'The old ferry in the harbour.',
    ]);
  },
);
