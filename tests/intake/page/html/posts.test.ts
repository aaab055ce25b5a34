// Posts of networks that a story shows.
import { expect, test } from 'vitest';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';
import { markdownWith, paragraph } from './story-with.ts';

const ADDRESS = 'https://twitter.com/gull/status/12345';
const WORDS = '<p lang="en">Gulls! <a href="https://t.co/x">pic.twitter.com/x</a></p>';
const SIGNED = `Ada Li (@gull) <a href="${ADDRESS}">May 4, 2026</a>`;

test.each([
  ['beside its words', `${WORDS}— ${SIGNED}`],
  ['in a paragraph of its own', `${WORDS}<p>— ${SIGNED}</p>`],
])('A post has its words and whose it is, where that stands %s', (_where, post) => {
  const markdown = markdownWith(`<blockquote class="post">${post}</blockquote>`);
  expect(markdown).toContain(
    `> Gulls! [pic.twitter.com/x](https://t.co/x)\n>\n> — Ada Li (@gull) [May 4, 2026](${ADDRESS})`,
  );
});

/** A page with this above its story. */
const storyAbove = (above: string): string =>
  parseHtml(`<body><div>${above}</div><main><article><h1>A bridge for the sound</h1>
    ${[1, 2, 3, 4].map(paragraph).join('')}</article></main></body>`).draft.markdown;

test('A post stays of which the story tells the words, and one whose first line is short', () => {
  const words =
    'The gulls of the sound have come back, and nobody has counted them so far this year';
  const post = (text: string): string =>
    `<figure class="wp-block-embed"><blockquote class="twitter-tweet"><p>${text}</p>— ${SIGNED}</blockquote></figure>`;
  const markdown = markdownWith(`${post(words)}<p>“${words},” said Ada Li of the harbour.</p>`);
  expect(markdown).toContain(`> ${words}\n>\n> — Ada Li`);
  const short = `<figure class="wp-block-embed"><div><blockquote class="twitter-tweet" data-dnt="true"><p>🐦<br><br>
    Gulls: all of them, at noon <a href="https://t.co/y">https://t.co/y</a></p>— ${SIGNED}</blockquote></div></figure>`;
  expect(markdownWith(short)).toContain('Gulls: all of them');
  const aside = `</div><aside><h3>Latest posts</h3>${short}</aside><div>`;
  expect(storyAbove(aside)).not.toContain('Gulls:');
});

test('A post of the story’s own author is signed, too', () => {
  const post = `<blockquote>${WORDS}— ${SIGNED}</blockquote>`;
  expect(markdownWith(`<p class="byline">By Ada Li</p>${post}`)).toContain('> — Ada Li (@gull)');
});

test.each([
  'View this post on Instagram',
  'Sieh dir diesen Beitrag auf Instagram an',
  'Voir cette publication sur Instagram',
])('%s is no word of a post', (line) => {
  const post = `<blockquote class="post"><div>${line}</div>${WORDS}— ${SIGNED}</blockquote>`;
  const markdown = markdownWith(post);
  expect(markdown).toContain('> Gulls!');
  expect(markdown).not.toContain(line);
});
