// Drafts of articles made of feeds' entries.

import { describe, expect, test } from 'vitest';
import type { Entry, Feed } from '../../../src/intake/feed/entry.ts';
import { entryDraft } from '../../../src/intake/feed/entry-draft.ts';
import { FEED_URL, NO_ENTRY } from './read.ts';

const FEED: Feed = {
  title: 'The Paper',
  site: 'https://paper.example/',
  lang: 'en-GB',
  isCut: false,
  entries: [],
};
const BASE = 'https://paper.example/news/';
const STORY = `<p>The cranes in the harbour have stood still since Monday, and nobody at the port can say when they are going to move again.</p>
<p>Ships wait outside, and the crews play cards on deck while the owners count what every day of it costs them in the end.</p>`;

const EPISODE = {
  url: 'https://pod.example/1',
  type: 'audio/mpeg',
  length: 23456789,
  seconds: null,
  title: 'The cranes',
};
const DOCUMENT = { ...EPISODE, url: 'https://pod.example/1.pdf', type: null };

/** What a service sets under what somebody submitted, with a link to it. */
const submitted = (url: string) => ` &#32; submitted by &#32; <a href="/user/ada"> /u/ada </a> <br/>
  <span><a href="${url}">[link]</a></span> &#32; <span><a href="/1">[comments]</a></span>`;

const draftOf = (entry: Partial<Entry>) =>
  entryDraft(
    { ...NO_ENTRY, url: `${BASE}1`, base: BASE, title: 'Cranes', ...entry },
    FEED,
    FEED_URL,
  );

test('An entry with its text is an article with all that the feed says of it', () => {
  const { draft, images, dropped } = draftOf({
    guid: 'g-1',
    url: 'https://paper.example/news/1?utm_source=rss',
    authors: ['Ada Li'],
    published: '2021-07-19T10:00:00Z',
    updated: '2021-07-20T10:00:00Z',
    summary: '<p>Why nothing moves at the pier.</p>',
    content: `${STORY}<p>More <a href="2">here</a>.</p>`,
    tags: ['Ports & Ships', 'Uncategorized', 'Non classé', 'Sin categoría'],
    comments: '7',
  });
  expect(draft).toMatchObject({
    title: 'Cranes',
    deck: 'Why nothing moves at the pier.',
    authors: ['Ada Li'],
    source: 'The Paper',
    url: 'https://paper.example/news/1',
    published: '2021-07-19T10:00:00Z',
    updated: '2021-07-20T10:00:00Z',
    lang: 'en-GB',
    tags: ['ports-ships'],
    comments: '7',
    guid: 'g-1',
    feed: FEED_URL,
    excerpt: false,
  });
  expect(draft.markdown).toContain('More [here](https://paper.example/news/2).');
  expect([images, dropped]).toEqual([[], []]);
});

test('An entry of a file and nothing else has its name for a headline', () => {
  const { draft } = draftOf({ title: null, enclosures: [EPISODE] });
  expect(draft).toMatchObject({ title: 'The cranes', enclosures: [EPISODE], markdown: '' });
});

describe('the text', () => {
  test('keeps figures with their captions and drops what counts readers or shares', () => {
    const { draft, images } = draftOf({
      content: `<figure><img src="/a.jpg" alt="A crane"><figcaption>The pier. Photo: AP</figcaption></figure>${STORY}
        <div class="feedflare"><a href="http://feeds.feedburner.com/~ff/x"><img src="http://feeds.feedburner.com/~ff/x?d=1"></a></div>
        <p><a href="https://www.facebook.com/sharer.php?u=x">Share</a> <a href="https://twitter.com/intent/tweet?x"><img src="t.png"></a></p>
        <img src="https://pixel.wp.com/b.gif" width="1" height="1">
        <p>The post <a href="x">Cranes</a> appeared first on <a href="/">The Paper</a>.</p>`,
    });
    expect(draft.markdown).toMatch(
      /^!\[A crane\]\(https:\/\/paper\.example\/a\.jpg "The pier\. Photo: AP"\)\n\nThe cranes/,
    );
    expect(draft.markdown).toMatch(/in the end\.$/);
    expect(images).toEqual(['https://paper.example/a.jpg']);
  });

  test.for([
    ['a counter without a size', '<img src="http://feeds.feedburner.com/~ff/Blog?d=x">'],
    ['a counter of one pixel', '<p><img src="https://stats.example/hit" width="1" height="1"></p>'],
    ['a link around a counter', '<p><a href="/x"><img src="https://pixel.wp.com/b.gif"></a></p>'],
    ['a block of buttons', '<div class="feedflare"><a href="/digg">Digg this!</a></div>'],
    [
      'a picture in a box of a plugin',
      '<div class="a2a_kit"><img src="/share.png" alt="Share"></div>',
    ],
    [
      'a button in a picture',
      '<p><a href="https://www.facebook.com/sharer.php?u=x"><img src="/fb.png" alt="Facebook"></a></p>',
    ],
  ])('is without %s', ([, added]) => {
    const { draft, images } = draftOf({ content: STORY + added });
    expect([draft.markdown.slice(-11), images]).toEqual(['in the end.', []]);
  });

  test('gives its summary points to the front matter', () => {
    const { draft } = draftOf({
      content: `<h3>Key points</h3><ul><li>The cranes stand still.</li><li>Nobody knows for how long.</li></ul>${STORY}`,
    });
    expect(draft.summary).toEqual(['The cranes stand still.', 'Nobody knows for how long.']);
    expect(draft.markdown).toMatch(/^The cranes in the harbour/);
  });

  test('sets pictures that open or close a paragraph apart from its line', () => {
    const content =
      '<p>Soup. <a href="/b">More</a> <img src="/1.jpg"> <img src="/2.jpg"></p><p>Pie.</p>';
    expect(draftOf({ content }).draft.markdown.split('\n\n')).toEqual([
      'Soup. [More](https://paper.example/b)',
      '![](https://paper.example/1.jpg)',
      '![](https://paper.example/2.jpg)',
      'Pie.',
    ]);
  });

  test('sets what can be folded apart from its title', () => {
    const content =
      '<p>Out now.</p><details><summary>All changes</summary>The <b>parser</b> is fixed.</details>';
    expect(draftOf({ content }).draft.markdown.split('\n\n')).toEqual([
      'Out now.',
      'All changes',
      'The **parser** is fixed.',
    ]);
  });

  test('has a smiley for a picture of one', () => {
    const content =
      '<p>Soup <img src="/72x72/1f642.png" alt="🙂" class="wp-smiley emoji"> today, <img src="/icon.png" class="icon" alt="new">pie.</p>';
    expect(draftOf({ content }).draft.markdown).toBe('Soup 🙂 today, pie.');
  });

  test('is illustrated by the entry’s pictures where it has none of its own', () => {
    const pictures = [
      { src: 'https://img.example/a.jpg', caption: 'The pier', credit: 'AP' },
      { src: 'https://img.example/b.jpg', caption: null, credit: null },
    ];
    const { draft, images } = draftOf({ content: STORY, pictures });
    expect(draft.markdown).toMatch(
      /^!\[\]\(https:\/\/img\.example\/a\.jpg "The pier Credit: AP"\)\n\nThe/,
    );
    expect(images).toEqual(['https://img.example/a.jpg']);
    expect(draftOf({ content: `<img src="/c.jpg">${STORY}`, pictures }).images).toEqual([
      'https://paper.example/c.jpg',
    ]);
  });

  test('has paragraphs where two lines were broken, and no break at its edges', () => {
    const content = `One line<br>and the next<br /> <br/>A new paragraph.<br>
      <div class="feedflare"></div><br clear="all"><img src="http://feeds.feedburner.com/~r/x" height="1">`;
    expect(draftOf({ content }).draft.markdown).toBe(
      'One line\\\nand the next\n\nA new paragraph.',
    );
    const spread =
      '<span>One<br></span><span><br></span><div>Two<b><br></b></div><p><b><br></b></p>';
    expect(draftOf({ content: spread }).draft.markdown).toBe('One\n\nTwo');
    const code = '<pre>a<br><br>b</pre>';
    expect(draftOf({ content: code }).draft.markdown).toMatch(/^```/);
  });

  test('keeps line breaks behind addresses', () => {
    const content = '<p>See https://a.example/?a=1&amp;b_c.<br>And https://b.example<br>#gull</p>';
    expect(draftOf({ content }).draft.markdown).toBe(
      'See [https://a.example/?a=1&b_c](https://a.example/?a=1&b_c).\\\nAnd [https://b.example](https://b.example/)\\\n#gull',
    );
  });

  test('of links and nothing else stays', () => {
    const list =
      '<ul><li><a href="a">A long enough title</a></li><li><a href="b">Another one</a></li></ul>';
    expect(draftOf({ content: list }).draft.markdown).toContain('[Another one]');
  });

  test('keeps an address that it ends with', () => {
    const end = (link: string) =>
      draftOf({ content: `${STORY}<p>${link}</p>` }).draft.markdown.slice(-30);
    expect(end('<a href="https://a.example/x">https://a.example/x</a>')).toMatch(/example\/x\)$/);
    expect(end('<a href="https://a.example/x">a.example/x</a>')).toMatch(/example\/x\)$/);
    expect(end('<a href="https://a.example/x">Reply by e-mail</a>')).toMatch(/in the end\.$/);
  });

  test.for<[name: string, html: string, markdown: string]>([
    [
      'a text',
      `<div class="md"><p>Mine has warped.</p> </div>${submitted('/1')}`,
      'Mine has warped.',
    ],
    [
      'a picture',
      `<table> <tr><td> <a href="/1"> <img src="/a.jpg" alt="A wall"> </a> </td><td> ${submitted('/a-large.jpg')} </td></tr></table>`,
      '![A wall](https://paper.example/a.jpg)',
    ],
    ['a page', submitted('https://b.example/x'), '[https://b.example/x](https://b.example/x)'],
  ])('is without who submitted %s to a service', ([, content, markdown]) => {
    expect(draftOf({ content }).draft).toMatchObject({ markdown, excerpt: false });
  });

  test('with more elements than any article is kept as its words', () => {
    const { draft } = draftOf({ content: '<p>a *b*</p>'.repeat(40_000) });
    expect(draft.markdown.slice(0, 18)).toBe('a \\*b\\*\n\na \\*b\\*\n\n');
  });
});

describe('an excerpt', () => {
  test.for<[name: string, entry: Partial<Entry>, isExcerpt: boolean, end: RegExp]>([
    ['a short description', { summary: '<p>Short.</p>' }, true, /^Short\.$/],
    ['a long description', { summary: STORY.repeat(6) }, false, /end\.$/],
    [
      'a text that goes on elsewhere',
      { content: `${STORY}<p><a href="1">Continue reading…</a></p>` },
      true,
      /in the end\.$/,
    ],
    ['a text that is cut off', { content: `${STORY}<p>And then […]</p>` }, true, /And then/],
    ['a whole text', { content: STORY, summary: '<p>Short […]</p>' }, false, /end\.$/],
    [
      'a text shorter than its description',
      { content: '<p>Tiny.</p>', summary: STORY },
      false,
      /end\.$/,
    ],
    [
      'a text that begins its last line like a link',
      { content: `${STORY}<p>Full text of the deal is to be had at the port.</p>` },
      false,
      /port\.$/,
    ],
    [
      'a long text that ends in dots',
      { content: `${STORY.repeat(6)}<p>And then...</p>` },
      false,
      /then\.\.\.$/,
    ],
    ['a note without a headline', { title: null, summary: 'Short.' }, false, /^Short\.$/],
    ['a note without a page', { url: null, summary: 'Short.' }, false, /^Short\.$/],
    ['a note of a picture', { title: null, summary: '<img src="/a.jpg">' }, false, /a\.jpg\)$/],
    ['a note that is cut off', { title: null, summary: 'And then…' }, true, /then…$/],
    ['nothing', {}, true, /^$/],
    ['an address and nothing else', { title: null }, true, /^$/],
    ['nothing but a document', { enclosures: [DOCUMENT] }, false, /^$/],
    ['the notes of an episode', { summary: 'Short.', enclosures: [EPISODE] }, false, /^Short\.$/],
    ['a few words on a document', { summary: 'Short.', enclosures: [DOCUMENT] }, true, /^Short\.$/],
  ])('%s', ([, entry, isExcerpt, end]) => {
    const { draft } = draftOf(entry);
    expect(draft.excerpt).toBe(isExcerpt);
    expect(draft.markdown).toMatch(end);
  });
});

test('A text in another language than English is not in English, whatever the feed says', () => {
  const german =
    '<p>Die Kräne stehen seit Montag still, und niemand im Hafen weiß, wann sie sich wieder drehen und was es kostet, denn auch die Reeder sind nicht zu sprechen. Das ist nach einem Tag mit dem Wind aus dem Westen und bei so viel Regen auch nicht anders zu erwarten.</p>';
  expect(draftOf({ content: german }).draft.lang).toBe('de');
  expect(draftOf({ content: german, lang: 'nl' }).draft.lang).toBe('nl');
  expect(draftOf({ content: STORY }).draft.lang).toBe('en-GB');
});

describe('what is missing', () => {
  test.for<[name: string, html: string, title: string | null]>([
    [
      'a sentence',
      '<p>Cranes stand still today. Nobody knows why.</p>',
      'Cranes stand still today.',
    ],
    [
      'a long sentence',
      STORY,
      'The cranes in the harbour have stood still since Monday, and nobody at the port can say…',
    ],
    ['Chinese', '<p>港口的起重机今天停止工作。没有人知道。</p>', '港口的起重机今天停止工作。'],
    ['no text', '<p></p>', null],
  ])('the headline is taken from %s', ([, html, title]) => {
    expect(draftOf({ title: null, content: html }).draft.title).toBe(title);
  });

  test('an entry that only says when it was changed is of that time', () => {
    const { draft } = draftOf({ updated: '2021-07-20T10:00:00Z' });
    expect(draft).toMatchObject({ published: '2021-07-20T10:00:00Z', updated: null });
  });
});

test('What an entry plays is a link, and takes no picture from it', () => {
  const player = '<iframe src="https://www.youtube.com/embed/Ab-1"></iframe>';
  const picture = { src: 'https://paper.example/crane.jpg', caption: null, credit: null };
  const { draft } = draftOf({ content: `${STORY}<p>${player}</p>`, pictures: [picture] });
  expect(draft.markdown).toMatch(/^!\[\]\(https:\/\/paper\.example\/crane\.jpg\)/);
  expect(draft.markdown).toContain('[▶ youtube.com](https://www.youtube.com/watch?v=Ab-1)');
});
