// What the user put right in a page is obeyed in the next one of its source.
import { describe, expect, test } from 'vitest';
import { type Correction, correctedSource, correctionOf } from '../../src/intake/corrections.ts';
import { parseHtml } from '../../src/intake/page/html/parse-html.ts';
import { parsePasted } from '../../src/intake/page/pasted/parse-pasted.ts';

const STORY = [
  'The ferry crosses the sound four times a day, and nobody on the quay counts the gulls any more.',
  'A toll of four crowns is asked each way, said the woman who keeps the house beside the bridge.',
  'In the autumn the timetable is painted anew, and the old boards go to the school for its plays.',
  'Nobody could say how long the work would take, but everybody on the island had a guess to offer.',
];
const BOX =
  'The harbour fund has paid for every lamp on this pier since the winter of the long storm.';

function page(box: string, rows = STORY): string {
  const paragraphs = rows.map((text) => `<p class="body-text">${text}</p>`);
  paragraphs.splice(2, 0, `<div class="fund-note"><p class="fund-line">${box}</p></div>`);
  return `<html><head><title>The ferry runs again</title></head><body><article>
    <h1>The ferry runs again</h1>${paragraphs.join('')}</article>
    <div class="sign-up"><p>Subscribe to our newsletter</p></div></body></html>`;
}

const read = (html: string, corrections: readonly Correction[]) =>
  parseHtml(html, { url: 'https://a.example/x', corrections });

describe('a piece of a page', () => {
  test('that was taken out is left out, and named so', () => {
    const { draft, dropped, corrected } = read(page(BOX), [correctionOf(BOX, 'out')]);
    expect(draft.markdown).not.toContain('harbour fund');
    for (const text of STORY) expect(draft.markdown).toContain(text);
    expect(dropped).toContainEqual({ text: BOX, why: 'taken out by you' });
    expect(corrected).toMatchObject([{ take: 'out', shape: 'div.fund-note/p.fund-line' }]);
  });

  test('is known by its shape in a page where it says something else', () => {
    const { corrected = [] } = read(page(BOX), [correctionOf(BOX, 'out')]);
    const other =
      'Somebody left the fund eleven boats in a will, and two of them are still afloat.';
    const rows = STORY.map((text) => `${text} It rained.`);
    expect(read(page(other, rows), []).draft.markdown).toContain(other);
    const { draft } = read(page(other, rows), corrected);
    expect(draft.markdown).not.toContain(other);
    for (const text of rows) expect(draft.markdown).toContain(text);
  });

  test('that was taken in again stays', () => {
    const first = read(page(BOX), [correctionOf(BOX, 'out')]).corrected ?? [];
    const { draft } = read(page(BOX), [...first, correctionOf(BOX, 'in')]);
    expect(draft.markdown).toContain(BOX);
  });

  test('that nobody would keep stays where it was taken in', () => {
    const line = 'Subscribe to our newsletter';
    const html = page(line);
    expect(read(html, []).draft.markdown).not.toContain(line);
    expect(read(html, [correctionOf(line, 'in')]).draft.markdown).toContain(line);
  });

  test('of the shape of the story is taken out by its words alone', () => {
    const [first = '', second = ''] = STORY;
    const { draft, corrected } = read(page(BOX), [correctionOf(first, 'out')]);
    expect(corrected).toMatchObject([{ shape: '' }]);
    expect(draft.markdown).not.toContain(first);
    expect(draft.markdown).toContain(second);
  });

  test.each(['Nothing of it', '', '***'])('that is not there corrects nothing: "%s"', (text) => {
    const rows = [...STORY, '* * *'];
    expect(read(page(BOX, rows), [correctionOf(text, 'out')])).toEqual({
      ...read(page(BOX, rows), []),
      corrected: [],
    });
  });
});

describe('a line of a paste', () => {
  const paste = ['The ferry runs again', 'By Ada Example', ...STORY, BOX].join('\n\n');

  test('goes or stays as it was put right', () => {
    const out = parsePasted(paste, { corrections: [correctionOf(BOX, 'out')] });
    expect(parsePasted(paste).draft.markdown).toContain(BOX);
    expect(out.draft.markdown).not.toContain(BOX);
    expect(out.dropped).toContainEqual({ text: BOX, why: 'taken out by you' });
    const more = `${paste}\n\nSubscribe to our newsletter\n`;
    const line = 'Subscribe to our newsletter';
    expect(parsePasted(more).draft.markdown).not.toContain(line);
    const taken = parsePasted(more, { corrections: [correctionOf(line, 'in')] });
    expect(taken.draft.markdown).toContain(line);
  });
});

test.each([
  ['https://www.a.example/x', 'The Paper', 'a.example'],
  ['https://news.a.example/', null, 'news.a.example'],
  [null, 'The Paper', 'the paper'],
  [null, null, null],
  ['no address', ' ', null],
])('of %s, %s the source is %s', (url, name, source) => {
  expect(correctedSource(url, name)).toBe(source);
});
