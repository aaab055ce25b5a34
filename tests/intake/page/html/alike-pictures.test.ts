// Pictures with the same words, and what stands beside a picture and is no caption of it.
import { expect, test } from 'vitest';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';
import { LINE, markdownWith, paragraph } from './story-with.ts';

const figure = (file: string, caption: string, alt = ''): string =>
  `<figure><img src="/${file}.jpg" alt="${alt}"><figcaption>${caption}</figcaption></figure>`;

test.each([
  'Photo: Ada Li/Quill',
  'Courtesy of the harbour',
  'The old ferry leaves the harbour of the island',
])('Each of several pictures has the caption %s', (caption) => {
  const markdown = markdownWith(figure('ferry', caption) + paragraph(9) + figure('gulls', caption));
  expect(markdown.split(caption)).toHaveLength(3);
  expect(markdown).toMatch(/ferry\.jpg[\s\S]*gulls\.jpg/);
});

test('A caption alone is that of the picture which has the same', () => {
  const caption = 'The old ferry leaves the harbour of the island';
  const lone = `<p class="caption">${caption}</p>`;
  expect(markdownWith(figure('ferry', caption) + paragraph(9) + lone)).not.toContain('![The');
});

test.each([
  ['says the same', 'The old ferry - Photo: Ada Li', 'The old ferry. Photo: Ada Li'],
  ['says something else', 'A boat (Photo: Ada Li)', 'The old ferry'],
])('A caption has the credit of an alternative text that %s', (_what, alt, title) => {
  expect(markdownWith(figure('ferry', 'The old ferry', alt))).toContain(`ferry.jpg "${title}")`);
});

test('What a button says is no part of a caption', () => {
  const close = '<span class="close-button js">Close</span>';
  const subtitles = '<div class="vjs-captions-button vjs-control">captions</div>';
  for (const html of [
    figure('ferry', `The old ferry${close}`),
    figure('ferry', 'The old ferry').replace(
      '<figcaption',
      '<figcaption class="caption--with-button"',
    ),
    figure('ferry', 'The old ferry').replace('<img', `${subtitles}<img`),
  ])
    expect(markdownWith(html)).toContain('ferry.jpg "The old ferry")');
});

test.each(['View photos', '<span class="category-title">Harbours of the north</span>'])(
  'A label beside a picture alone is no caption: %s',
  (label) => {
    const box = `<div class="photo"><img src="/ferry.jpg" alt=""><div>${label}</div></div>`;
    expect(markdownWith(`<p>${LINE}</p>${box}`)).not.toContain('ferry.jpg "');
  },
);

const linked = (to: string, caption: string): string =>
  `<figure><a href="${to}"><img src="/regatta.jpg" alt=""></a><figcaption><a href="${to}">${caption}</a></figcaption></figure>`;

test.each([
  ['https://a.example/ferries/', '?image_id=7', true],
  ['https://a.example/ferries/', '/ferries/bell-of-old/', true],
  ['https://a.example/ferries', '/ferries/Bell-of-OLD/', true],
  ['https://a.example/ferries/', '/ferries/quay-of-old/', false],
  ['https://a.example/ferries/', '/ferries/image/7#image', true],
  ['https://a.example/ferry.html', '/ferry.html?image_id=7', true],
  ['https://a.example/ferries', '/ferries-of-old/', false],
  ['https://a.example/story?id=1', '/story?id=1#bell', true],
  ['https://a.example/story?id=1', '/story?id=2', false],
  ['https://a.example/', '/?p=7', false],
  ['https://a.example/?p=7', '/?p=7#bell', true],
  ['https://a.example/', '/#bell', true],
  ['https://a.example/', '/bell-of-old/', false],
  ['https://a.example/ferries/', '/bells/bell-of-old/', false],
  ['https://a.example/ferries/', '?utm_campaign=quay', false],
])('On %s a picture that leads to %s is the story’s: %s', (url, to, isStory) => {
  const picture = `<p><a href="${to}"><img src="https://b.example/bell-of-old-640x480.jpg"></a></p>`;
  const story = [1, 2, 3, 4].map(paragraph).join('');
  const html = `<title>A bridge</title><main><article><h1>A bridge for the sound</h1>
    <div>${story}${picture}${story.replaceAll('left', 'came')}</div></article></main>`;
  expect(parseHtml(html, { url }).draft.markdown.includes('bell-of-old')).toBe(isStory);
});

test('A picture that opens a paragraph is the story’s where it leads to its own page', () => {
  const opening = (to: string): string =>
    markdownWith(`<p><a href="${to}"><img src="/bell-of-old.jpg"></a>${LINE}</p>`);
  expect(opening('/x/image/7')).toContain('bell-of-old');
  expect(opening('/y/image/7')).not.toContain('bell-of-old');
});

test.each([
  ['https://b.example/bell-of-1912', true],
  ['https://b.example/bells-of-old', false],
  ['https://b.example/b1912', false],
])('A picture below the address %s that it leads to is the story’s: %s', (to, isStory) => {
  const picture = `<p><a href="${to}"><img src="${to}/w-640"></a></p>`;
  expect(markdownWith(picture).includes('w-640')).toBe(isStory);
});

test.each(['_brlbs-content-blocker', 'embed-privacy-container'])(
  'What stands in %s for a post until the reader agrees is no picture',
  (name) => {
    const box = `<div class="${name}"><img src="/bell-of-old.png"><p>Load the post</p></div>`;
    expect(markdownWith(box)).not.toContain('bell-of-old');
    expect(markdownWith(box.replace('Load', LINE.repeat(6)))).toContain('bell-of-old');
  },
);

test('A picture is another story’s where it and its caption lead there', () => {
  expect(markdownWith(linked('/regatta', 'The regatta was won by nobody'))).not.toContain(
    'regatta',
  );
  expect(markdownWith(linked('/regatta', 'The regatta. Photo: Ada Li'))).toContain('regatta.jpg');
  for (const to of [
    '/gallery/photo-7',
    '/report.pdf',
    '/?attachment_id=7',
    '/x',
    'https://b.example/7',
  ])
    expect(markdownWith(linked(to, 'The regatta was won at dawn'))).toContain('regatta.jpg');
});
