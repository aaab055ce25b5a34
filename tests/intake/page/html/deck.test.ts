// The deck of a page: what stands between its headline and its story.
import { expect, test } from 'vitest';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';

const LINE =
  'The ferry crosses the sound four times a day, and nobody has ever counted the gulls. ';
const PARAGRAPHS = [1, 2, 3, 4, 5, 6].map((hour) => `<p>${LINE.repeat(3)}At ${hour} it left.</p>`);
const STORY = `<div class="story">${PARAGRAPHS.join('')}</div>`;

function deckOf(head: string, { meta = '', story = STORY } = {}): string | null {
  const html = `<html><head><title>A bridge for the sound</title>${meta}</head><body>
    <div class="tagline">All the news of the island, every morning</div>
    <main><article>${head}${story}</article></main></body></html>`;
  return parseHtml(html).draft.deck;
}

const H1 = '<h1>A bridge for the sound</h1>';

test.each([
  ['standfirst', 'The council voted late at night, seven to six'],
  ['article-header__lead', 'Der Rat stimmte spät am Abend ab, sieben zu sechs'],
  ['article__excerpt', 'Le conseil a voté tard dans la nuit, sept contre six'],
  ['nota-bajada', 'El concejo votó tarde en la noche, siete contra seis'],
  ['SubTitulo', 'A câmara votou tarde da noite, sete contra seis'],
  ['article_sottotitolo__a1B2c', 'Il consiglio ha votato a tarda notte, sette a sei'],
  ['article__ingress', 'Rådet röstade sent på kvällen, sju mot sex'],
  ['perex', 'Rada hlasovala pozdě v noci, sedm ku šesti'],
])('What is called %s under the headline is the deck', (name, text) => {
  expect(deckOf(`${H1}<p>By Ada Li</p><div class="${name}">${text}</div>`)).toBe(text);
});

test.each(['By Ada Li', 'Click here for our gulls'])('%s in a deck is no part of it', (line) => {
  const deck = 'Seven members voted for it, six against, and the mayor slept';
  expect(deckOf(`${H1}<div class="standfirst"><p>${deck}</p><p>${line}</p></div>`)).toBe(deck);
});

test('A heading right under the headline is the deck', () => {
  const deck = 'Seven members voted for it, six against, and the mayor slept';
  expect(deckOf(`<header>${H1}<h2>${deck}</h2></header>`)).toBe(deck);
});

test.each([
  [
    'a teaser that was cut off',
    `${H1}<h2>The council voted late at night, seven to...</h2>${STORY}`,
  ],
  ['the story itself', `${H1}<div itemprop="description articleBody">${PARAGRAPHS.join('')}</div>`],
  ['a field of the whole text', `${H1}<div class="text-with-summary">${PARAGRAPHS.join('')}</div>`],
  ['an agency’s opening', `${H1}<h2>QUILLPORT, Calif. (AP) -- ${LINE}</h2>${STORY}`],
  [
    'that of another story',
    `${H1}<div><a href="/b"><div>Gulls of the sound</div></a><p class="item__dek">All of them, counted</p></div>${STORY}`,
  ],
  ['a line of a slideshow', `${H1}<div class="slideshow-description">${LINE}</div>${STORY}`],
  [
    'who wrote it',
    `${H1}<div class="author-dropdown"><div class="description"><p>${LINE}</p></div></div>${STORY}`,
  ],
  ['what plays', `${H1}<div class="player-box"><p class="title">${LINE}</p></div>${STORY}`],
  [
    'the first of paragraphs that breaks part',
    `${H1}<p class="words">${[1, 2, 3, 4, 5].map((at) => `${at} ${LINE}`).join('<br><br>')}</p>${STORY}`,
  ],
  ['a motto', `${H1}<div><blockquote class="motto"><p>${LINE}</p></blockquote>${STORY}</div>`],
  [
    'a line of a table',
    `${H1}<table class="notice"><tr><td><h2>${LINE}</h2></td></tr></table>${STORY}`,
  ],
  [
    'a heading between the rows of one',
    `${H1}<table><tr class="subheading"><td>${LINE}</td></tr><tr><td>a</td><td>b</td></tr></table>${STORY}`,
  ],
  [
    'what stands in a sidebar',
    `${H1}<div class="widget rights"><div><h2>${LINE}</h2></div></div>${STORY}`,
  ],
  ['an opening', `${H1}<p class="place">QUILLPORT, 4 May 2022 – ${LINE}</p><div>${STORY}</div>`],
])('No deck is %s', (_what, head) => {
  expect(deckOf(head, { story: '' })).toBeNull();
});

test('A deck in several paragraphs is whole, without the label of one', () => {
  const [one, two] = ['Seven members voted for it.', 'The mayor slept through it all.'];
  const deck = `<div class="deck"><p class="x-subtitle"><b class="slug">Analysis</b> ${one}</p><p>${two}</p></div>`;
  expect(deckOf(`${H1}${deck}`)).toBe(`${one} ${two}`);
});

test('A deck may be a row of a table that lays out the page', () => {
  const deck = 'Seven members voted for it, six against, and the mayor slept';
  expect(deckOf(`${H1}<table><tr class="standfirst"><td>${deck}</td></tr></table>`)).toBe(deck);
});

test('A deck of cards is none', () => {
  const cards = `<div class="card-deck">${LINE}</div>`;
  const deck = 'Seven members voted for it, six against, and the mayor slept';
  const meta = `<meta name="description" content="${deck}">`;
  expect(deckOf(`${H1}${cards}<h2>${deck}</h2>`, { meta })).toBe(deck);
});

test('What is called by the word of the trade is the deck, whatever is a description', () => {
  const deck = 'Seven members voted for it, six against, and the mayor slept';
  const motto = '<div class="section-desc">All that the council does</div>';
  const meta = `<meta name="description" content="${LINE.trim()}">`;
  const head = `${motto}${H1}${motto}<h3>${LINE}</h3><h2 class="article-dek">${deck}</h2>`;
  expect(deckOf(head, { meta })).toBe(deck);
});

test('The description is the deck where the page shows it as no other paragraph', () => {
  const deck = 'Seven members voted for it, six against, and the mayor slept through it all.';
  const meta = `<meta name="description" content="${deck}">`;
  const shown = `${H1}<figure><img src="a.jpg"></figure><p class="bold">${deck}</p>`;
  expect(deckOf(shown, { meta })).toBe(deck);
});

test('The first paragraph of the story is no deck', () => {
  const meta = `<meta name="description" content="${LINE.repeat(3)}At 1 it left.">`;
  expect(deckOf(H1, { meta })).toBeNull();
  expect(deckOf(H1, { story: STORY.replace('</p>', '</p><div>Advertisement</div>') })).toBeNull();
});

test.each([
  '<div class="lead">By Ada Li | 4 May 2026</div>',
  '<div class="image-description">The ferry in the harbour of the island</div>',
  '<div class="author-intro">Ada Li writes about the islands of the north</div>',
  `<h2>How the vote went</h2>${PARAGRAPHS.join('')}`,
  '<h2>More of the island</h2><div>…</div>',
  '<p class="subtitle">An 11 minute read</p>',
  '<div class="modal-text"><h2>The bridge cannot be shown by the program that you use today</h2></div>',
  '<ul><li><h2>What the ferry does on the nights when nobody waits for it</h2></li></ul>',
  '<section>Topics of the page: <a href="/a">Harbours of the north</a> and <a href="/b">Gulls</a></section>',
  '<p class="none" style="display: none">Nobody has shared a story with you today, so come back soon</p>',
  '<p class="lead"><a href="/x">Six more bridges that nobody ever crossed at all</a></p>',
])('It is no deck: %s', (head) => {
  expect(deckOf(H1 + head)).toBeNull();
});

test('What is called a deck at the end of the headline’s element is one', () => {
  const deck = 'The council voted late at night, seven members to six';
  const heading = (name: string) =>
    `<h1>A bridge for the sound <span class="${name}">${deck}</span></h1>`;
  expect(deckOf(heading('entry-subtitle'))).toBe(deck);
  expect(deckOf(heading('entry-more'))).toBeNull();
  const short = 'The council voted late at night';
  expect(deckOf(heading('entry-subtitle').replace(deck, short))).toBe(short);
  expect(deckOf(heading('entry-subtitle').replace(deck, 'Voted late'))).toBeNull();
});

test('Words under the headline in a menu are no deck', () => {
  const menu =
    '<header><div><div><div><div><h2>A bridge for the sound</h2></div></div></div></div>';
  const words =
    '<p class="old">Please take another program to look at these pages, and come back</p>';
  expect(
    parseHtml(`<body>${menu}</header>${words}<main>${H1}${STORY}</main></body>`).draft.deck,
  ).toBeNull();
});

test('A headline without letters hides no deck', () => {
  const deck = 'The council voted late at night, seven to six, and went home';
  const html = `<title>???</title><article><h1>???</h1><p class="standfirst">${deck}</p>${STORY}</article>`;
  expect(parseHtml(html).draft).toMatchObject({ title: '???', deck });
});

test.each([
  ['<blockquote class="standfirst">', '</blockquote>'],
  ['<div class="panel widget widget_editor"><p class="deck">', '</p></div>'],
])('What is called a deck in %s is one', (open, close) => {
  const deck = 'Seven members voted for it, six against, and the mayor slept';
  expect(deckOf(`${H1}${open}${deck}${close}`)).toBe(deck);
});

test('A label in the same heading is no part of the deck', () => {
  const deck = 'Seven members voted for it, six against, and the mayor slept';
  expect(deckOf(`${H1}<h2><span class="slug">Analysis</span> ${deck}</h2>`)).toBe(deck);
});

test('A line that calls itself the subtitle of a post is its deck, not the first paragraph', () => {
  const meta = `<meta property="og:description" content="${LINE.repeat(3)}At 1 it left.">`;
  const post = (name: string, at: number): string =>
    `<p class="${name}">${PARAGRAPHS[at]?.slice(3)}`;
  const story = `${post('a', 0)}${post('b', 1)}${post('b', 2)}${post('b', 3)}`;
  const subtitle = '<div><h2 class="pw-subtitle-paragraph is">Move over, gulls</h2></div>';
  expect(deckOf(`${H1}${subtitle}`, { meta, story })).toBe('Move over, gulls');
});
