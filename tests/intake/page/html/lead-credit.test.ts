// The credit of a story's first picture, where its page prints it in a line of its own.
import { expect, test } from 'vitest';
import { type Correction, correctionOf } from '../../../../src/intake/corrections.ts';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';
import { paragraph } from './story-with.ts';

const URL = 'https://a.example/x';
const FERRY = '<figure><img src="/ferry.jpg"><figcaption>The old ferry</figcaption></figure>';

function read(credits: string, picture = FERRY, corrections: readonly Correction[] = []) {
  const story = `${paragraph(1)}${picture}${paragraph(2)}${paragraph(3)}`;
  const html = `<title>A bridge</title><main><article><h1>A bridge for the sound</h1>
    <div>${story}${credits}</div></article></main>`;
  const { draft, dropped } = parseHtml(html, { url: URL, corrections });
  return { markdown: draft.markdown, dropped: dropped.map(({ text }) => text) };
}

test.each([
  ['Photo: Ada Li/Quill', 'Photo: Ada Li/Quill'],
  ['[Featured Image by Ada Li/Getty Images]', 'Featured Image by Ada Li/Getty Images'],
  ['Titelbild: Ada Li', 'Titelbild: Ada Li'],
  ['Featured image by Ada Li/The Quill.', 'Featured image by Ada Li/The Quill.'],
  ['Header photo by Ada Li on Unsplash', 'Header photo by Ada Li on Unsplash'],
  ['Photos by Ada Li (Shutterstock), Bo Ek', 'Photos by Ada Li (Shutterstock), Bo Ek'],
])('%s below the story goes to its first picture', (line, credit) => {
  const { markdown, dropped } = read(`<p>${line}</p>`);
  expect(markdown).toContain(`(https://a.example/ferry.jpg "The old ferry. ${credit}")`);
  expect(markdown.split(credit)).toHaveLength(2);
  expect(dropped).not.toContain(line);
});

test('A credit right below the story is found though the judge leaves it out', () => {
  const line = '<p>Foto: <a href="/u">Getty Images</a> / Ada Li</p>';
  expect(read(line).markdown).toContain('"The old ferry. Foto: Getty Images / Ada Li")');
});

test.each(['author-box', 'about', 'bio'])('A credit in %s is no picture’s of the story', (name) => {
  const { markdown } = read(`<div class="${name}"><p>Photo: Bo Ek</p></div>`);
  expect(markdown).toContain('"The old ferry")');
});

test('Of several pictures the one above the story has the credit that says so', () => {
  const gulls = '<figure><img src="/gulls.jpg"><figcaption>The gulls</figcaption></figure>';
  const page = (lead: string, line: string): string =>
    parseHtml(
      `<title>A bridge</title><main><article><h1>A bridge for the sound</h1><div>${lead}
      ${paragraph(1)}${gulls}${paragraph(2)}${paragraph(3)}<p>${line}</p></div></article></main>`,
      { url: URL },
    ).draft.markdown;
  const bare = '<figure><img src="/ferry.jpg"></figure>';
  const credited = page(bare, 'Beitragsbild: Ada Li');
  expect(credited).toContain('(https://a.example/ferry.jpg "Beitragsbild: Ada Li")');
  expect(credited.endsWith('left.')).toBe(true);
  expect(page(paragraph(4) + bare, 'Beitragsbild: Ada Li')).toMatch(/\n\nBeitragsbild: Ada Li$/);
  expect(page(FERRY, 'Beitragsbild: Ada Li')).toMatch(/\n\nBeitragsbild: Ada Li$/);
  expect(page(bare, 'Fotos: Ada Li, Bo Ek')).toMatch(/\n\nFotos: Ada Li, Bo Ek$/);
  expect(page(bare, 'Fotos: 12')).not.toContain('Fotos');
});

test.each([
  ['that a picture has', `${FERRY.replace('ferry<', 'ferry. Photo: Ada Li<')}`, 'Photo: Ada Li'],
  ['between paragraphs', `<p>Photo: Ada Li</p>${paragraph(8)}`, 'Photo: Ada Li'],
])('A credit %s is not said again', (_which, part, line) => {
  const markdown = read(`${part.startsWith('<p>') ? part : `<p>${line}</p>`}`, part).markdown;
  expect(markdown.split(line).length).toBeLessThan(3);
  expect(markdown).not.toMatch(/\n\nPhoto: Ada Li/);
});

test('A credit may be links to who made the picture, and where it is from', () => {
  const line = '<p>Bild: <a href="https://a.test/ada">Ada Li</a> via <a href="/u">Unsplash</a></p>';
  const html = `<title>A bridge</title><main><article><h1>A bridge for the sound</h1>${line}
    <div>${FERRY}${[1, 2, 3, 4].map(paragraph).join('')}</div></article></main>`;
  expect(parseHtml(html, { url: URL }).draft.markdown).toContain(
    '"The old ferry. Bild: Ada Li via Unsplash"',
  );
});

test('A picture without a caption has the credit for one', () => {
  const { markdown } = read('<p>Photo: Ada Li</p>', '<p><img src="/ferry.jpg"></p>');
  expect(markdown).toContain('![](https://a.example/ferry.jpg "Photo: Ada Li")');
});

test('A caption keeps its own brackets before the credit', () => {
  const picture = FERRY.replace('ferry<', 'ferry (right)<');
  expect(read('<p>(Photo: Ada Li)</p>', picture).markdown).toContain(
    '"The old ferry (right) Photo: Ada Li"',
  );
});

test('A credit between the headline and the story is its first picture’s, whatever else it shows', () => {
  const more = '<figure><img src="/b.jpg"><figcaption>The gulls</figcaption></figure>';
  const line = '<p>Illustration by Ada Li</p>';
  const page = (above: string, head: string): string =>
    parseHtml(
      `<title>A bridge</title>${above}<main><article><h1>A bridge for the sound</h1>${head}
      <div>${FERRY}${paragraph(1)}${paragraph(2)}${more}${paragraph(3)}</div></article></main>`,
      { url: URL },
    ).draft.markdown;
  expect(page('', line)).toContain('"The old ferry. Illustration by Ada Li"');
  expect(page(line, '')).not.toContain('Illustration');
});

test('A credit in another part below the story is another’s', () => {
  const html = (line: string): string => `<title>A bridge</title><main><article>
    <h1>A bridge for the sound</h1><div>${FERRY}${paragraph(1)}${paragraph(2)}${paragraph(3)}</div>
    </article></main><section><h2>Most read</h2>${line}</section>`;
  expect(parseHtml(html('<p>Photo: Ada Li</p>'), { url: URL }).draft.markdown).not.toContain(
    'Photo',
  );
});

test.each([
  ['in', true],
  ['out', false],
] as const)('What the user took %s is no credit of a picture', (as, isTold) => {
  const line = 'Photo: Ada Li';
  const { markdown } = read(`<p>${line}</p>`, FERRY, [correctionOf(line, as)]);
  expect(markdown).toContain('"The old ferry")');
  expect(markdown.endsWith(line)).toBe(isTold);
});

test.each([
  ['two of them', '<p>Photo: Ada Li</p><p>Photo: Bo Ek</p>', FERRY],
  ['that of a picture above it', '<p><img src="/b.jpg"></p><p>Photo: Ada Li</p>', FERRY],
  ['a title of a gallery', '<p><a href="/g">PHOTOS: The Gulls</a></p>', FERRY],
  ['where the story is from', '<p>Quelle: Ada Li</p>', FERRY],
  [
    'one for a picture that has one',
    '<p>Photo: Ada Li</p>',
    FERRY.replace('ferry<', 'ferry. © Bo<'),
  ],
])('No credit of the first picture is %s', (_what, lines, picture) => {
  const { markdown } = read(lines, picture);
  const title = /ferry\.jpg "([^"]*)"/.exec(markdown)?.[1];
  expect(title).toBe(picture === FERRY ? 'The old ferry' : 'The old ferry. © Bo');
});

test('No credit goes to a picture that is not at hand', () => {
  const lone = '<p class="caption">The old ferry in the harbour</p>';
  expect(read('<p>Photo: Ada Li</p>', lone).markdown).toMatch(/\n\nPhoto: Ada Li$/);
});
