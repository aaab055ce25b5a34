// The day of an article where neither its data nor its markup names one.

import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';

const STORY = `The harbour of Quillport has counted containers since Monday, and nobody has said how long
  the count will take, while the cranes stand still and the gulls have taken the hooks.`;

const publishedOf = (top: string, opening = ''): string | null =>
  parseHtml(
    `<html lang="de"><body><main><h1>Cranes stand still as Quillport counts</h1>${top}
      <p>${opening}${STORY}</p><p>${STORY}</p><p>${STORY}</p></main></body></html>`,
  ).draft.published;

describe('the date of a page without data', () => {
  test('may be a line of a list below the headline', () => {
    expect(publishedOf('<ul><li>Hafen</li><li>8.3.2023</li><li>Ada Li</li></ul>')).toBe(
      '2023-03-08',
    );
  });

  test('may be the title of an abbreviation of it', () => {
    const line =
      '<cite class="byline">Ada Li <abbr title="2023-03-08T01:40:40Z">1 hr ago</abbr></cite>';
    expect(publishedOf(line)).toBe('2023-03-08T01:40:40Z');
  });

  test('may be what the story opens with', () => {
    expect(publishedOf('', '8.3.2023 – ')).toBe('2023-03-08');
  });

  test('is not that of a correction', () => {
    expect(publishedOf('', 'Korrektur, 8.3.2023: ')).toBeNull();
    expect(publishedOf('', 'Quillport, 8.3.2023: ')).toBe('2023-03-08');
  });
});

test.each([
  ['<span class="date">8.3.2023</span>', '2023-03-08', '2024-05-04T17:27:31+01:00'],
  ['<p>8.3.2023</p>', '2023-03-08', '2024-05-04T17:27:31+01:00'],
  [
    `${'<p>Gulls</p>'.repeat(6)}<span class="timestamp">8.3.2023</span>`,
    '2023-03-08',
    '2024-05-04T17:27:31+01:00',
  ],
  ['<p>Ada Li</p>', '2024-05-04T17:27:31+01:00', null],
])('When a page was changed is no day of its own beside %s', (line, published, updated) => {
  const hidden = '<span class="updated snippet-hidden">2024-05-04T17:27:31+01:00</span>';
  const page = `<html lang="de"><body><main><h1>Cranes stand still</h1><div>${hidden}${line}</div>
    <p>${STORY}</p><p>${STORY}</p></main></body></html>`;
  expect(parseHtml(page).draft).toMatchObject({ published, updated });
});

test.each([
  ['', '', '2022-05-04T17:27:31Z'],
  ['<p>8.3.2023</p>', '', '2023-03-08'],
  ['', '<span class="timestamp">8.3.2023</span>', '2022-05-04T17:27:31Z'],
])('What the data say of the page itself is surer than dates below: %s %s', (line, below, day) => {
  const data = { '@type': 'WebPage', datePublished: '2022-05-04T17:27:31Z' };
  const page = (own: object): string =>
    `<html lang="de"><head><script type="application/ld+json">${JSON.stringify(own)}</script></head>
    <body><main><h1>Cranes stand still</h1>${line}<p>${STORY}</p><p>${STORY}</p>${'<p>Gulls</p>'.repeat(6)}
    ${below}</main></body></html>`;
  const { published, updated } = parseHtml(
    page({ ...data, dateModified: '2024-05-04T17:27:31Z' }),
  ).draft;
  expect([published, updated]).toEqual([day, '2024-05-04T17:27:31Z']);
  const article = { '@type': 'NewsArticle', headline: 'Cranes', datePublished: '2021-05-04' };
  expect(parseHtml(page({ '@graph': [data, article] })).draft.published).toBe('2021-05-04');
});

test('The date below a headline is the story’s, not that of another above it', () => {
  const title = 'Cranes stand still as Quillport counts';
  const { published } = parseHtml(
    `<html lang="de"><head><title>${title}</title></head><body><div><h3>Gulls in the harbour, live</h3>
      <span>9.3.2023 16:28</span></div><main><h2>${title}</h2><small>Erstellt am: 8.3.2023 18:36</small>
      <p>${STORY}</p><p>${STORY}</p><p>${STORY}</p></main></body></html>`,
  ).draft;
  expect(published).toBe('2023-03-08T18:36');
});

test('The date right below a headline is surer than what is called one elsewhere', () => {
  const { published } = parseHtml(
    `<main><div class="ranking-date">9 March 2023</div><h1>Cranes stand still</h1><p>Quillport</p>
      <p>8 March 2023</p><p>${STORY}</p><p>${STORY}</p></main>`,
  ).draft;
  expect(published).toBe('2023-03-08');
});

test.each([
  'news/20190302-ferries/',
  'news/2019/03/02/ferries',
  'news/2019_03_02/ferries',
  'news/2019/3/2/ferries',
  'news/ferries-of-02.03.2019',
])('A date of digits in the address %s is the last to be taken', (path) => {
  const { published } = parseHtml(`<h1>Ferries</h1><p>${STORY}</p>`, {
    url: `https://paper.example/${path}`,
  }).draft;
  expect(published).toBe('2019-03-02');
});

test('A date that the data put after the reading is none', () => {
  const html = `<html><head><meta property="article:published_time" content="2031-01-01T00:00:00Z"></head>
    <body><main><h1>Cranes stand still</h1><time datetime="2024-05-04"></time><p>${STORY}</p></main></body></html>`;
  const { published } = parseHtml(html, { now: new Date('2024-11-26T12:00:00Z') }).draft;
  expect(published).toBe('2024-05-04');
});

test('The day of another story in a list is none of the page’s own', () => {
  const other =
    '<ul><li><h3>Gulls</h3><meta itemprop="datePublished" content="2024-05-04"></li></ul>';
  const own = '<p><time itemprop="datePublished" datetime="2023-03-08">8.3.2023</time></p>';
  expect(publishedOf(`${other}${own}`)).toBe('2023-03-08');
  expect(
    publishedOf(`${other.replaceAll('meta', 'time').replace('content', 'datetime')}${own}`),
  ).toBe('2023-03-08');
});

test('The second 0 of a program’s clock is no day', () => {
  const time = '<time itemprop="datePublished" datetime="1970-01-01T01:00:00+01:00"></time>';
  expect(publishedOf(`${time}<p>8.3.2023</p>`)).toBe('2023-03-08');
});

test('Two-digit numbers are no day to come, though nobody says when the page was read', () => {
  const head = '<meta property="article:published_time" content="14-12-49">';
  const page = `<html lang="en"><head>${head}</head><body><main><h1>Cranes stand still</h1>
    <span itemprop="datePublished">Monday 29 Dec 2014</span><p>${STORY}</p><p>${STORY}</p></main></body></html>`;
  expect(parseHtml(page).draft.published).toBe('2014-12-29');
  expect(parseHtml(page.replace('14-12-49', '14-12-29')).draft.published).toBe('2014-12-29');
});
