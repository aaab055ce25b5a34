// The credit of a story's first picture, where its page prints it in a line of its own.
import { expect, test } from 'vitest';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';
import { paragraph } from './story-with.ts';

const FERRY = '<figure><img src="/ferry.jpg"><figcaption>The old ferry</figcaption></figure>';

function read(credits: string, picture = FERRY) {
  const story = `${paragraph(1)}${picture}${paragraph(2)}${paragraph(3)}`;
  const html = `<title>A bridge</title><main><article><h1>A bridge for the sound</h1>
    <div>${story}${credits}</div></article></main>`;
  const { draft, dropped } = parseHtml(html, { url: 'https://a.example/x' });
  return { markdown: draft.markdown, dropped: dropped.map(({ text }) => text) };
}

test.each([
  ['Photo: Ada Li/Quill', 'Photo: Ada Li/Quill'],
  ['[Featured Image by Ada Li/Getty Images]', 'Featured Image by Ada Li/Getty Images'],
  ['Titelbild: Ada Li', 'Titelbild: Ada Li'],
])('%s below the story goes to its first picture', (line, credit) => {
  const { markdown, dropped } = read(`<p>${line}</p>`);
  expect(markdown).toContain(`(https://a.example/ferry.jpg "The old ferry. ${credit}")`);
  expect(markdown.split(credit)).toHaveLength(2);
  expect(dropped).not.toContain(line);
});

test('A picture without a caption has the credit for one', () => {
  const { markdown } = read('<p>Photo: Ada Li</p>', '<p><img src="/ferry.jpg"></p>');
  expect(markdown).toContain('![](https://a.example/ferry.jpg "Photo: Ada Li")');
});

test.each([
  ['two of them', '<p>Photo: Ada Li</p><p>Photo: Bo Ek</p>', FERRY],
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
  expect(read('<p>Photo: Ada Li</p>', lone).dropped).toContain('Photo: Ada Li');
});
