// Whose names are an article's authors, among what a page's data say and what it shows.

import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';

const STORY = [
  'The harbour of Quillport has counted containers since Monday, and nobody has said how long the count will take.',
  'The cranes stand still while the count goes on, and the gulls have taken the hooks for their own.',
  'Nobody has counted so long in Quillport, where the sea itself is said to be numbered.',
]
  .map((text) => `<p>${text}</p>`)
  .join('');
const HEADLINE = 'Cranes stand still as Quillport counts its containers';

function authorsOf({
  head = '',
  above = '',
  byline = '',
  end = '',
  below = '',
  headline = HEADLINE,
}) {
  const article = `<article><h1>${headline}</h1>${byline}${STORY}${end}</article>`;
  const page = `<html lang="en"><head><title>${headline}</title>${head}</head><body>${above}${article}${below}</body></html>`;
  return parseHtml(page, { url: 'https://quillport.test/cranes' }).draft.authors;
}

describe('the authors of a page', () => {
  test('are those it shows where the one its data name stands nowhere on it', () => {
    const head = '<meta name="author" content="Una Orr">';
    expect(authorsOf({ head, byline: '<p>By Ada Li</p>' })).toEqual(['Ada Li']);
  });

  test('are all of the byline where some of the data name a part of it', () => {
    const head =
      '<meta name="author" content="Ada Li"><meta name="article:author_name" content="Ada Li, Bo Ek">';
    const byline = '<div class="byline"><a href="/x">Ada Li</a> <a href="/y">Bo Ek</a></div>';
    expect(authorsOf({ head, byline })).toEqual(['Ada Li', 'Bo Ek']);
  });

  test('are nobody where the data name a list of nothing', () => {
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle","author":[null]}</script>';
    expect(authorsOf({ head })).toEqual([]);
  });

  test.each([
    ['a person', 'Una Quillport', 'footer', []],
    ['a lone name', 'quillport', 'div', ['quillport']],
  ])('are %s on a card of its own, though the site has its name', (_what, name, part, printed) => {
    const card = `<${part}><p class="vcard author">by <a href="/">${name}</a></p></${part}>`;
    const head = '<meta property="og:site_name" content="Una Quillport’s notes">';
    expect(authorsOf({ head, end: card })).toEqual([name]);
    expect(authorsOf({ head, end: card.replace('vcard ', '') })).toEqual(printed);
  });

  test('are found in an aside that says whose names they are', () => {
    const byline = '<aside><a rel="author" href="/profile/ada-li">Ada Li</a></aside>';
    expect(authorsOf({ byline })).toEqual(['Ada Li']);
  });

  const title = 'Gulls of Quillport elect a leader again';
  const other = '<span class="author">Una Orr</span>';
  test.for([
    { below: `<div class="tile"><h4>${title}</h4>${other}</div>` },
    { byline: `<a href="/gulls"><h4>Gulls elect</h4>${other}</a>` },
    { byline: `<div><a href="/gulls">${title}</a> ${other}</div>` },
  ])('are nobody of whom only another story on the page says that he wrote it: %o', (parts) => {
    expect(authorsOf(parts)).toEqual([]);
  });

  test('may be in the headline of what they say themselves', () => {
    const headline = 'Ada Li: the bridge of Quillport must stay open';
    const byline = '<div class="meta"><a href="/author/ada-li">Ada Li</a></div>';
    expect(authorsOf({ headline, byline })).toEqual(['Ada Li']);
  });

  test('are nobody whom a link names that the headline speaks of', () => {
    const headline = 'The harbour thanks Una Orr for the count';
    const byline = '<div><a href="/people/una-orr">Una Orr</a></div>';
    expect(authorsOf({ headline, byline })).toEqual([]);
  });

  test('are nobody whom a path of sections beside the byline names', () => {
    const path =
      '<ul><li itemtype="https://schema.org/ListItem"><a href="/x">Quay Tests</a></li></ul>';
    expect(authorsOf({ byline: `<div class="author">The newsroom ${path}</div>` })).toEqual([]);
  });

  test('are nobody whose words are quoted', () => {
    const byline = '<div class="pull-quote"><span class="author">Una Orr</span></div>';
    expect(authorsOf({ byline })).toEqual([]);
  });

  test.for([
    '<meta name="author" content="quillport.com">',
    '<meta name="author" content="harbour.ch">',
    '<meta name="smartbanner:author" content="Now in the store">',
  ])('are no site and no application: %s', (head) => {
    expect(authorsOf({ head })).toEqual([]);
  });

  test('are no link below a path that only looks like an author’s', () => {
    const below = '<div><a href="/people/stars/12-gulls.html">Una Orr</a></div>';
    expect(authorsOf({ below })).toEqual([]);
  });

  test.each([
    ['<span rel="author">By Paddy</span>', 'Paddy'],
    [
      '<span class="author vcard"><a rel="author" href="/author/adali01">adali01</a></span>',
      'adali01',
    ],
  ])('are the lone name an element says is its author’s: %s', (below, name) => {
    expect(authorsOf({ below })).toEqual([name]);
  });

  test.each([
    ['<a rel="author" href="/a">Harbour Notes</a>', 'Harbour Notes'],
    ['<span class="post-author">von quillport</span>', 'quillport'],
    ['<div class="td-author-name"><a href="/a">Redaktion</a> -</div>', 'Redaktion'],
    ['<b class="author-name">@cranes</b>', 'cranes'],
    ['<p class="author">Von Redaktion Hafenblatt</p>', 'Redaktion Hafenblatt'],
    ['<div class="field-author"><a class="username">Una.Orrelson</a></div>', 'Una.Orrelson'],
  ])('are what the page prints as its author where no person is told: %s', (end, name) => {
    const head = '<meta property="og:site_name" content="Harbour Notes">';
    expect(authorsOf({ head, end })).toEqual([name]);
    expect(authorsOf({ head, byline: '<p>By Ada Li</p>', end })).toEqual(['Ada Li']);
    expect(authorsOf({ head, end: `${end}<p><b>Ada Li</b></p>` })).toEqual(['Ada Li']);
    expect(authorsOf({ head, end: `<nav>${end}</nav>` })).toEqual([]);
  });

  test.each([
    'Views1234',
    'Follow Una',
    'Meet the Author',
    'About the author',
    'Newsletter',
    'Reporter',
    'Anonymous',
    'Harbour University',
    'meet all of our staff',
    'al',
    `${'Gulls '.repeat(40)}staff`,
  ])('are no other line in what is called an author’s: %s', (line) => {
    expect(authorsOf({ below: `<span class="author">${line}</span>` })).toEqual([]);
  });

  test.each([
    '<p class="author-bio">Redaktion</p>',
    `<div><a href="/gulls">${title}</a> <b class="author">gullfan</b></div>`,
    '<p class="photo-author">Redaktion</p>',
    '<p class="username">gullfan</p>',
    '<form><span class="author"><b class="username">gullfan</b></span></form>',
    '<div id="comments"><b class="author">gullfan</b></div>',
    '<ol class="responses"><b class="author">gullfan</b></ol>',
    '<cite class="author-name">gullfan</cite>',
    '<p class="author">Redaktion <q class="pull-quote">Ho!</q></p>',
  ])('are not whom an element of another kind names: %s', (below) => {
    expect(authorsOf({ below })).toEqual([]);
  });

  test('are found in no time where an author’s element is endless', () => {
    expect(authorsOf({ below: `<b class="post-author">${'-'.repeat(199_000)}x</b>` })).toEqual([]);
  });

  test('are a person whom the data name, though he owns the page', () => {
    const head = '<meta name="author" content="Ada Li"><meta name="copyright" content="Ada Li">';
    expect(authorsOf({ head })).toEqual(['Ada Li']);
  });

  test('are the printed one that is nearest to the headline', () => {
    const other = (name: string): string => `<p><b class="author">${name}</b></p>`;
    expect(authorsOf({ byline: other('paddy'), above: other('gullfan') })).toEqual(['paddy']);
  });

  test('are no lone name that the data tell and the page does not print', () => {
    const head = '<meta name="author" content="cranesx">';
    expect(authorsOf({ head })).toEqual([]);
    expect(authorsOf({ head, end: '<p>cranesx counts.</p>' })).toEqual(['cranesx']);
  });

  test('are no account that a weblog’s software names and the page does not print', () => {
    const of = (id: string): string =>
      `<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Person","@id":"https://a.test/#/${id}","name":"Una Orr"}}</script>`;
    expect(authorsOf({ head: of('schema/person/1f') })).toEqual([]);
    expect(authorsOf({ head: of('schema/person/1f'), end: '<p>Una Orr counts.</p>' })).toEqual([
      'Una Orr',
    ]);
    expect(authorsOf({ head: of('people/1f') })).toEqual(['Una Orr']);
  });

  test('are those beside what their story is filed under, however long that is', () => {
    const tag = '<a rel="category tag" href="/t/harbours">Of harbours and their people</a>';
    const byline = `<div><span class="author vcard"><a href="/author/ada">Ada Li</a></span>${tag}</div>`;
    expect(authorsOf({ byline })).toEqual(['Ada Li']);
    const story = tag.replace('rel="category tag"', '');
    expect(authorsOf({ byline: byline.replace(tag, story) })).toEqual([]);
  });

  test('are who publishes their own site', () => {
    const json = (type: string): string =>
      `{"@type":"Article","author":{"name":"Ada Li"},"publisher":{"@type":${type},"name":"Ada Li"}}`;
    const head = (type: string) => `<script type="application/ld+json">${json(type)}</script>`;
    expect(authorsOf({ head: head('["Person","Organization"]') })).toEqual(['Ada Li']);
    expect(authorsOf({ head: head('"Organization"') })).toEqual([]);
    const account = head('["Person","Organization"]').replaceAll('Ada Li', 'quayblog');
    expect(authorsOf({ head: account })).toEqual([]);
  });

  test('are called what their box says it is about', () => {
    const below = '<div class="author-box"><b class="author-name">About Ada Li</b></div>';
    expect(authorsOf({ below })).toEqual(['Ada Li']);
  });

  test('are nobody whom a clause names behind the reporter', () => {
    const byline =
      '<p>（中央社記者王小明台北21日電）院長今天表示，美國蛋價上漲，也出現蛋荒的現象</p>';
    expect(authorsOf({ byline })).toEqual(['王小明']);
  });

  test('are whom a link to an author’s page names behind the word for it', () => {
    expect(authorsOf({ byline: '<a href="/author/180/">著者：後藤大地</a>' })).toEqual([
      '後藤大地',
    ]);
  });

  test.each([
    ['<p>6 November 2023 - By Ada Li</p>', ['Ada Li']],
    ['<p class="byline">6 November 2023 | Lower Venn</p>', []],
  ])('stand behind the date of their line where a word says so: %s', (byline, names) => {
    expect(authorsOf({ byline })).toEqual(names);
  });

  test.each([
    ['Ada (A.J.) Li', ['Ada (A.J.) Li']],
    ['Ada Li (Quillport)', []],
  ])('may have a nickname in brackets and nothing else: %s', (content, names) => {
    expect(authorsOf({ head: `<meta name="author" content="${content}">` })).toEqual(names);
  });

  test.each([
    ['<p>Published 6 November 2023 by Ada Li</p>', 'Ada Li'],
    ['<p class="firma"><em>Ada Li</em> | Madrid</p>', 'Ada Li'],
    ['<div class="article-auteur">Ada Li</div>', 'Ada Li'],
    ['<div class="comments_date"><p><span>By ADA LI</span> 6 November 2023</p></div>', 'Ada Li'],
  ])('stand in the header of the story: %s', (byline, name) => {
    expect(authorsOf({ byline })).toEqual([name]);
  });

  test('may stand at the end of the deck', () => {
    const deck =
      '<div class="standfirst">Nobody has said how long the count takes. Von Ada Li</div>';
    expect(authorsOf({ byline: deck })).toEqual(['Ada Li']);
  });

  test.each([
    ['<p><b>Nobody has said how long the count takes. Von Ada Li</b></p>', ['Ada Li']],
    ['<p>Nobody has said how long the count takes. Photos by Ada Li</p>', []],
  ])('may stand at the end of the first paragraph: %s', (byline, names) => {
    expect(authorsOf({ byline })).toEqual(names);
  });

  test('may be told in brackets whom they wrote with', () => {
    const byline = '<p class="byline">Par Ada Li (avec Bo Ek et Una Orr)</p>';
    expect(authorsOf({ byline })).toEqual(['Ada Li', 'Bo Ek', 'Una Orr']);
    const photos = '<p class="byline">Von Ada Li (mit Fotos von Bo Ek)</p>';
    expect(authorsOf({ byline: photos })).toEqual(['Ada Li']);
  });

  const card = (name: string): string =>
    `<div class="sidebar"><div class="author"><b>${name}</b> All articles</div></div>`;
  test('are whom each author’s card of the page names, though beside the story', () => {
    expect(authorsOf({ below: card('Ada Li') + card('Ada Li') })).toEqual(['Ada Li']);
    expect(authorsOf({ below: card('Ada Li') + card('Una Orr') })).toEqual([]);
  });

  test('are nobody whom a paragraph of the story links to', () => {
    const below = `<p>${'Nobody has counted so long. '.repeat(8)}<a href="/author/una-orr">Una Orr</a> said so.</p>`;
    expect(authorsOf({ below })).toEqual([]);
  });
});
