// What stands above, beside and below a story, and is no part of it.
import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';
import { markdownWith, paragraph } from './story-with.ts';

/** The Markdown of a page with more below its story. */
const page = (story: string, below = ''): string =>
  parseHtml(
    `<html><head><title>A bridge for the sound</title></head><body><main><article>
    <h1>A bridge for the sound</h1><div class="story">${story}</div>
    ${below}</article></main></body></html>`,
    { url: 'https://a.example/x' },
  ).draft.markdown;

test('a heading in the page’s head is no part of the story', () => {
  const head = '<h1>A bridge for the sound</h1><h2>The sound gets its crossing, though late</h2>';
  const html = `<header><div>${head}</div></header>${[1, 2, 3].map(paragraph).join('')}`;
  expect(parseHtml(html).draft.markdown).not.toContain('crossing');
});

test('a heading in a box that leads to another story is no part of the story', () => {
  const box = '<aside class="more"><a href="/tips"><h3>Ten tips for the allotment</h3></a></aside>';
  expect(markdownWith(box)).not.toContain('allotment');
});

test.each([
  '<div><h4>Never miss a gull</h4><span>All of them weekly.</span><input type="email"></div>',
  '<div role="dialog"><p>Never miss a gull</p><select><option>Large</option></select></div>',
  '<ul role="menu"><li role="menuitem">Never miss a gull</li></ul>',
])('what asks for an address or an option is no part of the story: %s', (box) => {
  expect(markdownWith(box)).not.toMatch(/gull,|Never|weekly|Large/);
  expect(markdownWith(box)).toContain('At 3 it left');
});

test.each(['https://news.a.example/lamps', '/lamps'])(
  'a line that is all a link to %s is no part of the story',
  (to) => {
    const line = `<p><a href="${to}">A lamp of brass for every pier</a></p>`;
    expect(markdownWith(line)).not.toContain('A lamp of brass');
  },
);

test('a deck that the story’s own head says again is said once', () => {
  const deck = 'Nobody on the island has asked for a bridge, and now it gets two of them.';
  const html = `<main><h1>A bridge for the sound</h1><h2>${deck}</h2><article><header>${deck}
    </header>${[1, 2, 3].map(paragraph).join('')}</article></main>`;
  const { draft } = parseHtml(html);
  expect([draft.deck, draft.markdown.includes(deck)]).toEqual([deck, false]);
});

test('a deck that stands among the first paragraphs, too, is said once', () => {
  const deck = 'Nobody on the island has asked for a bridge, and now it gets two of them.';
  const html = `<main><h1>A bridge for the sound</h1><h2>${deck}</h2><p>Quay</p><p>Pier</p>
    <p>Harbour</p><p>${deck}</p>${[1, 2, 3].map(paragraph).join('')}</main>`;
  const { draft } = parseHtml(html);
  expect([draft.deck, draft.markdown.includes(deck)]).toEqual([deck, false]);
});

test('a line that says what the data call the story is no part of it', () => {
  const html = `<html><head><meta property="og:title" content="The sound gets its bridge at last">
    </head><body><main><h1>A bridge for the sound</h1><article>${[1, 2, 3].map(paragraph).join('')}
    <span>The sound gets its bridge at last</span></article></main></body></html>`;
  const { draft } = parseHtml(html);
  expect([draft.title, draft.markdown.includes('at last')]).toEqual([
    'A bridge for the sound',
    false,
  ]);
});

test('headings in a row at the end of a story are its list', () => {
  const gulls = ['Herring', 'Common', 'Black-headed', 'Little', 'Ivory', 'Mew'];
  const list = gulls.map((name, at) => `<h2>${at + 1}. ${name} gull</h2>`).join('');
  expect(page([1, 2, 3].map(paragraph).join('') + list)).toContain('Mew gull');
});

test('sentences at the end of a story are part of it, though they are set as headings', () => {
  const end = '<h2>Still, the ferry will sail on Sundays.</h2>';
  expect(page([1, 2, 3].map(paragraph).join('') + end)).toContain('on Sundays.');
});

test.each([
  ['a date', '<p>Published: 4 May 2026</p>', '4 May'],
  ['a link', '<p><a href="/">Front page</a></p>', 'Front page'],
])('%s alone below a story is no part of it', (_what, part, text) => {
  const { markdown } = parseHtml([1, 2, 3].map(paragraph).join('') + part).draft;
  expect(markdown).not.toContain(text);
});

test.each([
  ['a credit', '<p>(Foto: Ada Li/dpa)</p>', 'dpa'],
  ['a way to another story', '<p>You might also like: Nobody counts the terns</p>', 'terns'],
  ['what cannot be seen', '<p>\u200c</p>', '\u200c'],
  ['the name of a picture', '<p>old pier at low tide.jpg</p>', 'jpg'],
  ['minutes of reading', '<p>Lesezeit: ca. 3 Minuten</p>', 'Lesezeit'],
  ['the number of a page', '<p>Page 1 of 2</p>', 'of 2'],
  ['the headline', '<h2>A bridge for the sound</h2>', 'bridge'],
  ['the headline behind a label', '<h1>Quayside: A bridge for the sound</h1>', 'bridge'],
  ['what readers are called to', '<p>Want more of the quay? Here is how.</p>', 'quay'],
  ['what a paper has beside', '<p>Schon gelesen?</p>', 'gelesen'],
  ['a byline without a name', '<h4><span>By:</span></h4>', 'By:'],
  ['a post that is missing', '<p>https://www.instagram.com/p/Gulls123/?hl=en</p>', 'instagram'],
])('%s between paragraphs is no part of the story', (_what, part, text) => {
  expect(markdownWith(part)).not.toContain(text);
});

test.each([
  'Our website is the place for the latest on ferries. Sign up for our letter, Gulls.',
  'We independently select every lamp. Buying through us may earn us a commission.',
  'Brass lamps cost less on Mondays, copper ones on Tuesdays, tin ones in the week of the regatta, and we may earn a small commission on each.',
  'The Quay takes your privacy seriously. We never sell an address.',
  'Be kind to a gull and share this story with a friend!',
  'This story is part of a series on bridges.',
  'This work is licensed under a Creative Commons licence of the fourth kind.',
  'Gallery: Gulls of the sound | 9 Photos',
  'Mit einem Stern markierte Links sind Partner-Links: Wer dort eine Lampe kauft, hilft uns.',
  'Die Kai-App steht im App Store zum Herunterladen bereit.',
  'Die aktuelle Ausgabe des Kais jetzt an jedem Kiosk.',
  'Namentlich gekennzeichnete Beiträge geben nur die Meinung des Fährmanns wieder.',
  'Dieser Beitrag entstand in Kooperation mit der Reederei Sund.',
  'Weniger Fähren heißt auch weniger Lampen. Deshalb freuen wir uns über jede Spende!',
])('what a paper says of itself below a story is no part of it: %s', (line) => {
  const story = [1, 2, 3].map(paragraph).join('');
  expect(page(`${story}<p><em>${line}</em></p>`)).not.toContain(line.slice(0, 12));
});

test.each([
  '<section><h2>Find out now</h2><ul><li><a href="/t">Nobody counts the terns of it</a></li></ul></section>',
  '<div><div class="title">More from the quay:</div><ul><li><a href="/t">Nobody counts the terns</a></li><li><a href="/g">A gull that knows the hour</a></li></ul></div>',
  '<ul><li><b>More from the quay on ferries:</b></li><li><a href="/t">Nobody counts the terns</a></li><li><a href="/g">A gull that knows the hour</a></li></ul>',
])('a label goes with the links that are all it stands over: %s', (box) => {
  expect(markdownWith(box)).not.toMatch(/Find out|More from|terns/);
});

test('a heading is part of the story, though it is a link to another site with a colon in it', () => {
  const heading =
    '<h3><a href="https://b.example/gull">“The Gull: A Boat of Twelve Seats”</a></h3>';
  expect(markdownWith(heading)).toContain('“The Gull');
});

test('the days of a programme are headings below as above', () => {
  const days = [4, 5, 6].map((day) => `<h2>Saturday, ${day} May 2026</h2>${paragraph(day)}`);
  expect(page(paragraph(1) + days.join('')).match(/^## /gm)).toHaveLength(3);
});

test('a paragraph that ends in whose it is, is part of the story', () => {
  const end =
    'フェリーは一日に四回海峡を渡るが、カモメの数を数えた人は誰もいないと船長は話した。(c)Ada Li';
  expect(markdownWith(`<p>${end}</p>`)).toContain('船長は話した');
});

test('a byline in an element of that name is no part of the story', () => {
  const html = `<main><h1>A bridge</h1><byline>By Ada Li, Press</byline>${[1, 2, 3].map(paragraph).join('')}</main>`;
  const { draft } = parseHtml(html);
  expect([draft.authors, draft.markdown.includes('Ada')]).toEqual([['Ada Li'], false]);
});

test.each([
  ['a byline', '<p>By Ada Li</p>', 'Ada'],
  ['a date', '<p>4 May 2026</p>', '2026'],
])('%s behind the first paragraph is no part of the story', (_what, part, text) => {
  const byline = '<p class="byline">By Ada Li</p>';
  const { draft } = parseHtml(
    `<main><h1>A bridge</h1>${byline}${paragraph(1)}${part}${[2, 3, 4].map(paragraph).join('')}</main>`,
  );
  expect(draft.markdown).toContain('At 2 it left.');
  expect(draft.markdown).not.toContain(text);
});

test.each([
  ['code', '<pre>2026-05-04T12:00:00Z\n2026-05-04T12:00:01Z</pre>'],
  ['a table', '<table><tr><td>4 May 2026</td><td>12 comments</td></tr></table>'],
  ['a list', '<ul><li>4 May 2026</li><li>Nine gulls</li></ul>'],
  ['a subhead', '<h2>4 May 2026</h2>'],
])('a date in %s behind the first paragraph is part of the story', (_what, part) => {
  expect(page(paragraph(1) + part + paragraph(2) + paragraph(3))).toMatch(/4 May 2026|2026-05-04/);
});

test('no rule takes a table or a list apart', () => {
  const table =
    '<table><tr><td>Bridge</td><td>12 comments</td><td>3 min read</td></tr>' +
    '<tr><td>Ferry</td><td>&#8203;</td><td>By Ada Li</td></tr></table>';
  const list = '<ul><li>3 min read</li><li>Nine gulls</li></ul>';
  const byline = '<p class="byline">By Ada Li</p>';
  const { markdown } = parseHtml(
    `<main><h1>A bridge</h1>${byline}${[1, 2, 3].map(paragraph).join('')}${table}${paragraph(4)}
    ${list}${[5, 6, 7, 8].map(paragraph).join('')}</main>`,
  ).draft;
  expect(markdown).toMatch(
    /\| Bridge \| 12 comments \| 3 min read \|\n\| Ferry \| +\S* *\| By Ada Li \|/,
  );
  expect(markdown).toContain('- 3 min read\n- Nine gulls');
});

test('a subhead that begins with the headline is part of the story', () => {
  expect(markdownWith('<h2>A bridge for the sound: its price</h2>')).toContain('its price');
});

test('a story whose headline stands in a list above it, too, is kept', () => {
  const list = '<div class="box"><h3>A bridge for the sound</h3></div>';
  const others = '<h3>Nobody counts the terns</h3><time>4 May</time>';
  const story = `<h1>A bridge for the sound</h1>${[1, 2, 3].map(paragraph).join('')}`;
  const { draft } = parseHtml(`<main>${list}<div class="box">${others}${story}</div></main>`);
  expect(draft.markdown).toContain('At 3 it left.');
});

describe('a teaser', () => {
  const words = 'Nobody knows how many terns there are, and nobody will ever ask one of them.';
  const teaser = (name: string, at: string): string =>
    `<div class="${name}"><h3><a href="${at}">Nobody counts the terns ${at}</a></h3><p>${words}</p></div>`;
  const story = [1, 2, 3, 4, 5].map(paragraph).join('');

  test('goes with its words where others stand beside it', () => {
    expect(page(story, teaser('box', '/y') + teaser('box', '/z'))).not.toContain('terns');
  });

  test('goes with as many words as a summary has', () => {
    const long = `<p>${words.repeat(6)}</p>`;
    const cards = ['/y', '/z'].map((at) => teaser('box', at).replace(/<p>.*<.p>/, long));
    expect(page(story, cards.join(''))).not.toContain('terns');
  });

  test('goes where its block is called one', () => {
    expect(page(story, teaser('row-teaser', '/y'))).not.toContain('terns');
  });

  test('is a part of the story where it leads to another site', () => {
    const shop = (name: string, at: number): string =>
      `<div class="box"><h3><a href="https://${name}.example/t">The lamp of ${name}’s shop</a></h3>
      ${paragraph(at + 7)}</div>`;
    const shops = ['Ada', 'Bo', 'Cai'].map(shop).join('');
    expect(page(story + shops).match(/At [789] it left/g)).toHaveLength(3);
    expect(page(story + shops.replaceAll(/https:..\w+.example/g, ''))).not.toMatch(/At [789]/);
  });
});

describe('a picture of another story', () => {
  const story = [1, 2, 3, 4].map(paragraph).join('');
  const own = `<figure><img src="/pier.jpg" width="800" height="600" alt="">
    <figcaption>The pier at low tide. Photo: Ada Li</figcaption></figure>`;
  const teaser = `<a href="/regatta"><figure><img src="/regatta.jpg" width="400" height="300"
    alt=""><figcaption>Regatta: who won the cup</figcaption></figure></a>`;
  const footer = '<footer><p>Harbour Post Ltd, 4 Quay Street</p></footer>';
  const read = page(own + story + teaser + story, footer);

  test('goes with its caption', () => {
    expect(read).not.toMatch(/regatta/i);
  });

  test('does not take the story’s own with it', () => {
    expect(read).toContain('The pier at low tide. Photo: Ada Li');
  });
});

test.each(['sharedaddy sd-like', 'jp-relatedposts', 'addtoany_share', 'kk-star-ratings'])(
  'a short box that its software calls %s is no part of the story',
  (name) => {
    const box = `<div class="${name}"><p>Gulls and terns of the sound are counted here.</p></div>`;
    const html = [1, 2, 3].map(paragraph).join(box);
    expect(page(html)).not.toContain('terns');
    expect(page(html.replaceAll(name, 'plain'))).toContain('terns');
    expect(page(html.replaceAll('here.', `here.${' Nobody knows why.'.repeat(30)}`))).toContain(
      'terns',
    );
  },
);

test.each([
  ['<article class="post tag-shariff author-omar-shariff">', '</article>'],
  ['<article class="shariff"><h2 class="yarpp">Omar Shariff</h2>', '</article>'],
  ['<section id="sharedaddy"><h2 id="shariff">Omar Shariff</h2>', '</section>'],
])('a story in %s stays, however short', (open, close) => {
  const story = '<p>Gulls and terns of the sound are counted here.</p><p>Nobody knows why.</p>';
  const { markdown } = parseHtml(`<main>${open}<h1>A bridge</h1>${story}${close}</main>`).draft;
  expect(markdown).toContain('terns');
  if (open.includes('h2')) expect(markdown).toContain('## Omar Shariff');
});

test('what an encyclopedia sets beside its headings and sources is none of the story', () => {
  const edit = '<span class="mw-editsection">[<a href="/edit">edit</a>]</span>';
  const heading = `<h2>The count${edit}</h2>`;
  const source = (at: number): string =>
    `<li><span class="mw-cite-backlink">^ <a href="#r">a</a></span> <cite>Ada Li (20${at}). <a href="/wiki/gulls">The gulls of the sound</a>. Quill.</cite></li>`;
  const list = `<div><h2>References</h2>${edit}</div><div class="reflist"><ol class="references">${[10, 11, 12].map(source).join('')}</ol></div>`;
  const told = page(`${paragraph(1)}${heading}${paragraph(2)}${paragraph(3)}${list}`);
  expect(told).toContain('## The count\n');
  expect(told).toContain('## References\n\n1. Ada Li (2010)');
  expect(told).toContain('3. Ada Li (2012)');
});

test.each([
  'Enter your postcode to hear of ferries near you',
  'For the full story and more gulls, subscribe now and read at once.',
  'Zapraszamy też do subskrypcji tygodnika.',
])('“%s” is no part of the story', (line) => {
  expect(markdownWith(`<p><b>${line}</b></p>`)).not.toContain(line);
});
