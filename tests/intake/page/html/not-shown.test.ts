// What a page draws with signs, hides, or sets in one block too many.
import { expect, test } from 'vitest';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';
import { LINE, markdownWith, paragraph, storyWith } from './story-with.ts';

test.each(['***', '* * *', '____', '—', '+++'])('A line of %s is a rule', (signs) => {
  expect(markdownWith(`<p><strong>${signs}</strong></p>`)).toContain('\n\n---\n\n');
});

test('A quotation mark alone is nothing', () => {
  expect(markdownWith('<div>“</div>')).not.toContain('“');
});

test('A heading with a block in it is a heading', () => {
  expect(markdownWith('<h2 class="subline"><div>Gulls and terns</div></h2>')).toContain(
    '## Gulls and terns',
  );
});

test('What readers may write or copy is no text, in a field that is hidden or shown', () => {
  const field = `<textarea hidden><p>${LINE}Terns came.</p></textarea>`;
  expect(markdownWith(field)).not.toContain('Terns');
});

test('Words that are only read aloud are left out, but for a label of who made a picture', () => {
  const credit = '<span class="visually-hidden">Photo:</span> Ada Li';
  const figure = `<figure><img src="/bell.jpg"><figcaption>The bell. ${credit}</figcaption></figure>`;
  const words =
    '<div class="visually-hidden">The story goes on</div><section><h3>Gulls</h3></section>';
  const markdown = markdownWith(`${figure}${words}`);
  expect(markdown).toContain('"The bell. Photo: Ada Li"');
  expect(markdown).toContain('### Gulls');
  expect(markdown).not.toContain('goes on');
});

test('A note that shows itself only beside its number is no part of the sentence', () => {
  const note = '<sup>[1]</sup><span class="footnote_tooltip">Counted at noon.</span>';
  expect(markdownWith(`<p>${LINE}Many${note} were terns.</p>`)).toMatch(/Many.{3,9} were terns\./);
});

test('What a style hides is judged alike, however the style is written', () => {
  const notice = (style: string): string =>
    `<div style="${style}">Sign up for our newsletter to read about gulls</div>
    ${[5, 6, 7, 8].map(paragraph).join('')}`;
  const { dropped } = storyWith(notice('color:red;display:none'));
  expect(dropped.map(({ text }) => text)).toHaveLength(1);
  expect(storyWith(notice(' display : none; color : red;')).dropped).toEqual(dropped);
});

test('A box that asks for consent is left out', () => {
  const box = `<div id="onetrust-consent-sdk"><h2>About what we store</h2>${paragraph(9)}</div>`;
  const { markdown } =
    parseHtml(`<html><head><title>A bridge for the sound</title></head><body><main>
    <h1>A bridge for the sound</h1>${paragraph(1)}${paragraph(2)}</main>${box}</body></html>`).draft;
  expect(markdown).toContain('At 2 it left');
  expect(markdown).not.toMatch(/store|At 9/);
});

test('A list of items with paragraphs in them is kept whole', () => {
  const items = ['02:10 why the bell has a key', '17:45 the gulls', '31:00 a piano on wheels'];
  const list = items.map((item) => `<li><p>${item}</p></li>`).join('');
  const markdown = markdownWith(`<h2>In this episode</h2><ul>${list}</ul>`);
  expect(markdown).toContain(`## In this episode\n\n- ${items.join('\n- ')}`);
});

test('A gallery that opens over the page is left out, and no paragraph with it', () => {
  const gallery = `<amp-lightbox hidden><figure><img src="/tern.jpg"><figcaption>A tern of
    another story</figcaption></figure></amp-lightbox>`;
  expect(markdownWith(gallery)).not.toContain('tern');
  expect(markdownWith('<amp-lightbox hidden>')).toContain('At 4 it left');
});

test('What readers wrote is no part of the story', () => {
  const comment = `<div itemprop="comment"><p>${LINE}So says a reader.</p></div>`;
  expect(markdownWith(comment)).not.toContain('reader');
});

test('A credit in a figure without a caption is its caption', () => {
  const figure = '<figure><img src="/bell.jpg"><span><cite>Ada Li/The Gull</cite></span></figure>';
  expect(markdownWith(figure)).toContain('![](https://a.example/bell.jpg "Ada Li/The Gull")');
});

test('A cell over several rows leaves its column empty in those below', () => {
  const rows = [
    '<tr><th>Boat</th><th>Hour</th><th>Seats</th></tr>',
    '<tr><td rowspan="2">Old</td><td>4</td><td>40</td></tr>',
    '<tr><td>6</td><td>41</td></tr>',
    '<tr><td>New</td><td colspan="2" rowspan="2">none</td></tr>',
    '<tr><td>Third</td></tr>',
  ];
  expect(markdownWith(`<table>${rows.join('')}</table>`)).toContain(
    '| Old | 4 | 40 |\n|  | 6 | 41 |\n| New | none |  |\n| Third |  |  |',
  );
});

test('Cells from above are counted in rows that end before them', () => {
  const rows = [
    '<tr><td>A</td><td>B</td><td rowspan="2">C</td></tr>',
    '<tr><td>D</td></tr>',
    '<tr><td>E</td><td>F</td><td>G</td></tr>',
  ];
  expect(markdownWith(`<table>${rows.join('')}</table>`)).toContain(
    '| A | B | C |\n| D |  |  |\n| E | F | G |',
  );
});

test.each(['60', '0'])('A cell over %s rows takes its column as far as it reaches', (span) => {
  const row = (at: number) => `<tr><td>town ${at}</td><td>${at}</td></tr>`;
  const rest = Array.from({ length: 59 }, (_, at) => row(at)).join('');
  const table = `<table><tr><td rowspan="${span}">2020</td><td>Town</td><td>Votes</td></tr>${rest}</table>`;
  expect(markdownWith(table)).toContain('|  | town 58 | 58 |');
});

test.each([
  [['right', 'right', 'left'], '---:'],
  [['center', 'right', 'center'], ':---:'],
  [['left', 'right'], '---'],
])('A column stands where most of its cells do: %s', (sides, rule) => {
  const row = (side: string) => `<tr><td>Boat</td><td align="${side}">40</td></tr>`;
  const head = '<tr><th>What</th><th align="center">Seats</th></tr>';
  const table = `<table>${head}${sides.map(row).join('')}</table>`;
  expect(markdownWith(table)).toContain(`| What | Seats |\n| --- | ${rule} |`);
});

test('A small table that claims to be a huge one is no table', () => {
  const row = `<tr>${'<td rowspan="1000" colspan="1000">x</td>'.repeat(30)}</tr>`;
  expect(markdownWith(`<table>${row.repeat(20)}</table>`).length).toBeLessThan(100_000);
});

test('A heading within the story may be what its site is called', () => {
  expect(markdownWith('<h2>a.example</h2>')).toContain('## a.example');
});

test('A line that only names the site is left out', () => {
  expect(markdownWith('<p>a.example</p>')).not.toContain('a.example');
});

test('What is shown when a pointer rests is left out', () => {
  const hint = '<span role="tooltip">The count of a word is a guess of gulls.</span>';
  expect(markdownWith(`<p>${LINE}${hint}</p>`)).not.toContain('guess');
});
