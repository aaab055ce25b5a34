// Films and sounds of a page: a link where the player stood.
import { describe, expect, test } from 'vitest';
import { markdownWith, paragraph } from './story-with.ts';

const FILM = '[▶ The crossing](https://www.youtube.com/watch?v=Ab-1_x)';

describe('what plays', () => {
  test.each([
    [
      '<iframe title="The crossing" src="https://www.youtube.com/embed/Ab-1_x?rel=0"></iframe>',
      FILM,
    ],
    [
      '<iframe title="The crossing" data-src="//www.youtube-nocookie.com/embed/Ab-1_x"></iframe>',
      FILM,
    ],
    ['<lite-youtube videoid="Ab-1_x" title="The crossing"></lite-youtube>', FILM],
    ['<amp-youtube data-videoid="Ab-1_x" title="The crossing"></amp-youtube>', FILM],
    [
      '<iframe title="YouTube video player" src="https://www.youtube.com/embed/Ab-1_x"></iframe>',
      '[▶ youtube.com](https://www.youtube.com/watch?v=Ab-1_x)',
    ],
    [
      '<iframe src="https://www.youtube.com/embed/Ab-1_x"><a href="/">The crossing</a></iframe>',
      FILM,
    ],
    [
      '<iframe src="https://player.vimeo.com/video/7"><p>Your browser does not support iframes.</p></iframe>',
      '[▶ vimeo.com](https://vimeo.com/7)',
    ],
    [
      '<iframe src="https://www.youtube.com/embed/videoseries?list=PL1"></iframe>',
      '[▶ youtube.com](https://www.youtube.com/embed/videoseries?list=PL1)',
    ],
    [
      '<iframe src="https://player.vimeo.com/video/7?h=1"></iframe>',
      '[▶ vimeo.com](https://vimeo.com/7)',
    ],
    [
      '<video controls><source src="/films/the-crossing.mp4" type="video/mp4"></video>',
      '[▶ the-crossing.mp4](https://a.example/films/the-crossing.mp4)',
    ],
    [
      '<audio controls src="https://b.example/horn.mp3"></audio>',
      '[▶ horn.mp3](https://b.example/horn.mp3)',
    ],
  ])('%s is a link to it', (player, link) => {
    expect(markdownWith(`<p>${player}</p>`)).toContain(`left.\n\n${link}\n\nThe ferry`);
  });

  test.each([
    '<iframe src="https://ads.example/frame?id=1"></iframe>',
    '<iframe src="https://www.youtube.com/subscribe_embed?channel=1"></iframe>',
    '<iframe src="javascript:play()"></iframe>',
    '<video autoplay src="/loop.mp4"></video>',
    '<audio controls src="blob:https://a.example/1"></audio>',
  ])('%s is none for readers', (player) => {
    expect(markdownWith(`<p>${player}</p>`)).not.toContain('▶');
  });

  test('stands above the caption of its figure, once', () => {
    const player =
      '<iframe title="The crossing" src="https://www.youtube.com/embed/Ab-1_x"></iframe>';
    const figure = `<figure><div>${player}</div><figcaption>The ferry, seen from the pier.</figcaption></figure>`;
    expect(markdownWith(`${figure}${paragraph(9)}${figure}`).split('▶')).toHaveLength(2);
    expect(markdownWith(figure)).toContain(`${FILM}\n\n![The ferry, seen from the pier.]()`);
  });

  test('keeps its title from being Markdown', () => {
    const player = '<iframe title="[x](http://b) `c`" src="https://vimeo.com/1"></iframe>';
    const known = player.replace('vimeo.com/', 'player.vimeo.com/video/');
    expect(markdownWith(known)).toContain('[▶ \\[x\\](http://b) \\`c\\`](https://vimeo.com/1)');
    expect(markdownWith(player)).not.toContain('▶');
  });
});
