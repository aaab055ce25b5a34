// What spoils a page that was read: stray marks, other stories, signs among the pictures.
import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';
import { LINE, markdownWith, paragraph } from './story-with.ts';

describe('a line break', () => {
  test.each([
    ['at the end of a paragraph', `<p>${LINE}<br></p>`],
    ['inside bold at the end', `<p><strong>${LINE}<br></strong></p>`],
    ['in bold of its own', `<p>${LINE}</p><p><strong><br></strong></p>`],
    ['before a list', `<div>${LINE}<br><ul><li>Gulls, terns and one crow</li></ul></div>`],
    ['at the end of an item', `<ul><li>${LINE}<br></li><li>Terns<br></li></ul>`],
    [
      'at the end of a cell',
      `<table><tr><th>Birds<br></th><th>Day</th></tr><tr><td>9<br></td><td>1</td></tr></table>`,
    ],
  ])('%s leaves no backslash', (_where, part) => {
    const markdown = markdownWith(part);
    expect(markdown).toContain(LINE.trim());
    expect(markdown).not.toContain('\\');
  });

  test('alone in a quote leaves no backslash', () => {
    const quote = `<blockquote><p>${LINE}</p><div><br></div><p>${LINE}</p></blockquote>`;
    expect(markdownWith(quote)).not.toContain('\\');
  });

  test('in a heading is a space', () => {
    expect(markdownWith('<h2>Gulls<br>and terns</h2>')).toMatch(/^## Gulls +and terns$/m);
  });

  test('between two lines stays', () => {
    expect(markdownWith(`<p>${LINE}<br>${LINE}</p>`)).toContain('gulls.\\\nThe ferry');
  });

  test('parts paragraphs where a block has many lines as long as those', () => {
    const lines = [1, 2, 3, 4].map((hour) => `${LINE.repeat(2)}At ${hour} it left.`).join('<br>');
    const story = parseHtml(`<main><h1>A bridge</h1><div>${lines}</div></main>`).draft.markdown;
    expect(story.match(/it left\.$/gm)).toHaveLength(4);
    expect(story).not.toContain('\\');
  });
});

test('A list of definitions has its terms in bold type', () => {
  const list =
    '<dl><dt>Old boat</dt><dd>Forty seats</dd><dt><b>New boat</b></dt><dd>Twelve</dd></dl>';
  expect(markdownWith(`<p>${LINE}</p>${list}`)).toContain(
    '**Old boat**\n\nForty seats\n\n**New boat**\n\nTwelve',
  );
});

describe('markup', () => {
  test.each([
    ['an address with signs', 'https://a.test/x*y*z_', 'https://a.test/x*y*z_'],
    ['what looks like an entity', 'Write &amp;lt;b&amp;gt; for it.', 'Write \\&lt;b\\&gt; for it.'],
    ['tildes', 'From ~~3 to 4', 'From \\~\\~3 to 4'],
    ['raised numbers', '10<sup>6</sup> and 10<sup>-3</sup> m', '10⁶ and 10⁻³ m'],
    ['lowered numbers', 'CO<sub>2</sub>', 'CO₂'],
    ['raised letters', 'the 21<sup>st</sup>', 'the 21st'],
    [
      'an address that a link says',
      '<a href="https://b.test/">https://a.test/x]y*z*</a>',
      '[https://a.test/x\\]y\\*z\\*](https://b.test/)',
    ],
    ['a quotation', 'He said <q>no</q> again.', 'He said “no” again.'],
  ])('keeps %s', (_what, html, kept) => {
    expect(markdownWith(`<p>${LINE}${html}</p>`)).toContain(kept);
  });

  test.each([
    [
      'what was struck out',
      `<p><del>Four</del> <s>five</s><del> </del> ${LINE}</p>`,
      '~~Four~~ ~~five~~ ',
    ],
    [
      'a heading in a link',
      '<p>See <a href="/g"><h3>Gulls</h3></a> here</p>',
      '[Gulls](https://a.example/g)',
    ],
    ['a link to a place of the page', `<p><a href="#top">Up</a>, ${LINE}</p>`, '\nUp, The ferry'],
    ['a link that leads nowhere', `<p><a href="https://[x">Up</a>, ${LINE}</p>`, '\nUp, The ferry'],
    ['code', '<pre>a\r\n  b\n</pre>', '\n```\na\n  b\n```\n'],
    ['code that has a fence', '<pre>\n````\nx</pre>', '\n`````\n````\nx\n`````\n'],
    [
      'an empty item',
      '<ul><li>Gulls and terns</li><li> </li><li>A crow</li></ul>',
      '- Gulls and terns\n- A crow\n',
    ],
    [
      'a cell over two columns',
      '<table><tr><th colspan="2">Day</th><th>Sea</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>',
      '| Day |  | Sea |',
    ],
    [
      'the address of a picture',
      '<p><img src="/a(1) b.jpg" width="900" height="600"></p>',
      '](https://a.example/a%281%29%20b.jpg)',
    ],
  ])('%s is told in Markdown', (_what, part, markdown) => {
    expect(markdownWith(part)).toContain(markdown);
  });

  test('of code that is empty leaves nothing', () => {
    expect(markdownWith('<pre> </pre>')).not.toContain('`');
  });
});

test('A lone link above the story is no part of it', () => {
  const html = `<main><article><header><a href="/news">News</a><h1>A bridge</h1></header>
    ${paragraph(1)}${paragraph(2)}${paragraph(3)}</article></main>`;
  expect(parseHtml(html).draft.markdown).not.toContain('News');
});

describe('another story', () => {
  const story = (title: string, hours: readonly number[]): string =>
    `<div class="story"><h1 class="title">${title}</h1><time datetime="2023-05-0${hours[0]}"></time>
    ${hours.map(paragraph).join('')}</div>`;

  test('below the first in a block like it is left out', () => {
    const first = story('A bridge for the sound', [1, 2, 3]);
    const { draft } = parseHtml(
      `<title>A bridge for the sound</title><main>${first}${story('A tunnel', [4, 5, 6])}</main>`,
    );
    expect(draft.markdown).toContain('At 3 it left.');
    expect(draft.markdown).not.toContain('At 4 it left.');
    expect(draft.published).toBe('2023-05-01');
  });
});

test('rules in a row are one', () => {
  expect(markdownWith('<hr><hr>').match(/---/g)).toHaveLength(1);
});

describe('a line between paragraphs', () => {
  test.each([
    'Реклама',
    'פרסומת',
    'विज्ञापन',
    'Sign up for our newsletter',
    'Artikel teilen',
    'Helfen Sie mit!',
    '(3 Kommentare)',
    'Top Stellenangebote',
    'この記事をシェア',
    'While you are here, think of the gulls.',
    `If you buy something using links in our stories, we may get a share of it, which
      helps our journalists to count gulls.`.replace(/\s+/g, ' '),
  ])('%s is no part of the story', (line) => {
    expect(markdownWith(`<p>${line}</p>`)).not.toContain(line);
  });

  test('is part of it where it is known in one place only', () => {
    expect(markdownWith('<p>They share it.</p>')).toContain('They share it.');
  });
});

test('A page of tables without data has the headline it shows, without the name behind it', () => {
  const html = `<html><head><title>A bridge for the sound - Quay Post</title></head><body><table><tr><td>
    <font size="5"><b>A bridge for the sound</b></font><br>
    <font size="1">By Ada Li<br>4 May 2003</font><p>${LINE.repeat(3)}<p>${LINE.repeat(2)}</td></tr></table>`;
  const { title, authors, published } = parseHtml(html).draft;
  expect([title, authors, published]).toEqual(['A bridge for the sound', ['Ada Li'], '2003-05-04']);
});

test('a date alone above the story is no part of it', () => {
  const { markdown } = parseHtml(
    `<html lang="en"><head><title>A bridge for the sound</title></head><body><main><article>
    <h1>A bridge for the sound</h1><time datetime="2025-03-04">4 March 2025</time>${paragraph(1)}
    ${paragraph(2)}${paragraph(3)}</article></main></body></html>`,
  ).draft;
  expect(markdown).toMatch(/^The ferry/);
});

test.each([
  [
    'what leads to another story',
    '<p>Also read: <a href="/y">Nobody counts the terns in May</a></p>',
  ],
  ['a card that is a link', '<a href="/y"><h4>Nobody counts terns in the month of May</h4></a>'],
  [
    'the picture of a card',
    '<a href="/nobody-counts-terns"><img src="t.jpg" alt="Nobody counts terns"></a>',
  ],
  ['a label before a bar', '<p>READ ON | <a href="/y">Nobody counts the terns in May</a></p>'],
  ['a line over other stories', '<p>Most read</p>'],
  ['the sign of the site', '<p><img src="/sign.jpg" alt="The Sound"></p>'],
  ['a portrait of who wrote it', '<p><img src="/ada.jpg" alt="Ada Li"></p>'],
  ['a film instead of a picture', '<p><img src="https://film.example/embed/1" alt="A film"></p>'],
  ['the name of a button', '<figure><figcaption>Most read now</figcaption></figure>'],
  ['a quotation of nothing', '<blockquote><p> </p></blockquote>'],
])('%s is no part of a story', (_what, part) => {
  const head =
    '<meta name="author" content="Ada Li"><meta property="og:site_name" content="The Sound">';
  const { markdown } = parseHtml(
    `<head>${head}</head><main><article><h1>A bridge for the sound</h1>${paragraph(1)}${paragraph(2)}
    ${part}${paragraph(3)}</article></main>`,
    { url: 'https://a.example/x' },
  ).draft;
  expect(markdown.match(/At \d it left\./g)).toHaveLength(3);
  expect(markdown).not.toMatch(/!\[|\]\(|Nobody|Most read|^>/m);
});

test.each([
  [
    'a figure with the byline',
    '<figure><img src="a.jpg"><figcaption><address>By <a rel="author" href="/ada">Ada Li</a></address><time>1 May 2024</time></figcaption></figure>',
  ],
  [
    'the job and the hour',
    '<span><a rel="author">Ada Li</a> <span>Sea Reporter</span><div><time>16 September 2024 9:33pm</time></div></span>',
  ],
  [
    'the way to the headline',
    '<p><a href="/">Home</a> » <a href="/b">Bridges</a> » A bridge for the sound of old Quillport</p>',
  ],
  ['the headline behind a label', '<h2>Bridges: A bridge for the sound of old Quillport</h2>'],
  ['the headline in other words', '<hgroup><h2>The sound gets its bridge</h2></hgroup>'],
])('%s above a story is no part of it', (_what, part) => {
  const { markdown } = parseHtml(
    `<main><article><h1>A bridge for the sound of old Quillport</h1>${part}${paragraph(1)}${paragraph(2)}
    ${paragraph(3)}</article></main>`,
    { url: 'https://a.example/x' },
  ).draft;
  expect(markdown).toMatch(/^The ferry crosses/);
});

test.each([
  'Tags:',
  'Spread the news:',
  'Share this article',
  '(Visited 215 times, 55 visits today)',
])('%s below a story is no part of it', (line) => {
  const html = `<main><h1>A bridge</h1>${paragraph(1)}${paragraph(2)}${paragraph(3)}<p>${line}</p></main>`;
  expect(parseHtml(html).draft.markdown).toMatch(/At 3 it left\.$/);
});

test('A rule between a picture and the first words separates nothing', () => {
  const picture =
    '<figure><img src="/pier.jpg" width="800"><figcaption>A pier.</figcaption></figure>';
  const { markdown } = parseHtml(
    `<main><article><h1>A bridge</h1>${picture}<hr>${[1, 2, 3].map(paragraph).join('')}</article></main>`,
    { url: 'https://a.example/x' },
  ).draft;
  expect(markdown).toContain('A pier.');
  expect(markdown).not.toContain('---');
});

test('Rules at the end of a story, and one below another, separate nothing', () => {
  const { markdown } = parseHtml(
    `<main><article><h1>A bridge</h1>${paragraph(1)}<hr><hr>${paragraph(2)}${paragraph(3)}<hr></article></main>`,
  ).draft;
  expect(markdown.match(/^---$/gm)).toHaveLength(1);
  expect(markdown).toMatch(/left\.$/);
});

test.each([
  ['https://www.sound.example', 'sound.example'],
  ['The Sound Weekly | News, Weather and Ferries | Harbour', 'The Sound Weekly'],
  ['{$plugin.site_name}', null],
])('a site called %s is %s', (name, source) => {
  const html = `<head><meta property="og:site_name" content="${name}"></head><h1>A bridge</h1>${paragraph(1)}`;
  expect(parseHtml(html).draft.source).toBe(source);
});

test.each([
  ['goes where the story says it too', 'Nobody has ever counted the gulls', false],
  ['stays where nothing else says it', 'Nobody will ever count the herons', true],
])('A pull quote %s', (_what, words, isKept) => {
  const quote = `<aside class="Pull-Quote"><blockquote>“${words}.”</blockquote></aside>`;
  expect(markdownWith(quote).includes(words)).toBe(isKept);
});

test('A line that leads to the last picture of a story stays', () => {
  const picture = '<p><img src="/letter-of-the-mayor.jpg" width="800"></p>';
  const html = (end: string): string =>
    `<title>A bridge</title><main><article><h1>A bridge</h1><div>${paragraph(1)}${paragraph(2)}
    ${paragraph(3)}<p>She wrote this:</p>${end}</div></article></main>`;
  const markdownOf = (end: string): string =>
    parseHtml(html(end), { url: 'https://a.example/x' }).draft.markdown;
  expect(markdownOf(picture)).toMatch(/She wrote this:\n\n!\[\]\(.*letter-of-the-mayor\.jpg\)$/);
  expect(markdownOf('')).not.toContain('She wrote this:');
});
