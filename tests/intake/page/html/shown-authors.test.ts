// Whose bylines the page shows: those of its story, not those of posts and other stories in it.
import { expect, test } from 'vitest';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';
import { LINE, paragraph } from './story-with.ts';

const STORY = [1, 2, 3].map(paragraph).join('');
const authorsOf = (above: string, story = STORY, below = '', head = ''): readonly string[] =>
  parseHtml(
    `<html lang="en"><head><title>A bridge for the sound</title>${head}</head><body>${above}
      <div class="story">${story}</div>${below}</body></html>`,
    { url: 'https://a.example/x' },
  ).draft.authors;

const TITLE = '<h1>A bridge for the sound</h1>';

test('Who posted what a story quotes is no author of it', () => {
  const post = '<blockquote><p>No gulls today.</p><p>Posted by Ada Li on Monday</p></blockquote>';
  expect(authorsOf(TITLE, `${paragraph(1)}${post}${STORY}`)).toEqual([]);
});

test('The authors of another story in a list are no authors of this one', () => {
  const text = `<p>${LINE.repeat(4)}</p>`;
  const other = `<li><h1><a href="/lamps">A lamp of brass for every pier</a></h1>${text}<p class="author"><a href="/authors/ada-li">Ada Li</a></p></li>`;
  expect(authorsOf(TITLE, STORY, `<ul>${other}</ul>`)).toEqual([]);
});

test('The box about an author, however long, names the author', () => {
  const about = (id: string): string =>
    `<div id="${id}"><p><b><a href="/author/adali/">Ada Li</a></b> ${LINE.repeat(4)}</p></div>`;
  expect(authorsOf(TITLE, STORY, about('authorinfobox'))).toEqual(['Ada Li']);
  expect(authorsOf(TITLE, STORY, about('infobox'))).toEqual([]);
});

test('The byline stands below the line that says the headline, where that is no heading', () => {
  const menu = `<h1>The Quill</h1>${'<div><p>Boats</p></div>'.repeat(100)}`;
  const title = '<div class="title">A bridge for the sound</div><p>by <a href="/b">Ada Li</a></p>';
  const head = `<meta property="og:title" content="A bridge for the sound">`;
  expect(authorsOf(`${menu}<div>${title}</div>`, STORY, '', head)).toEqual(['Ada Li']);
});

test('The address of an author’s page is no name', () => {
  const head = '<meta property="article:author" content="https://a.example/ferry/author/admin/">';
  expect(authorsOf(TITLE, STORY, '', head)).toEqual([]);
});
