// What markup says that its text alone does not: line ends in code, ruby, formulas, notes.
import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';
import { markdownWith, paragraph } from './story-with.ts';

const NUMBERS = '<pre><span>1\n</span><span>2\n</span></pre>';
const CODE = '<pre>gulls = 12\nterns = 3</pre>';
const TEX = '<annotation encoding="application/x-tex">\\bar{R} = 2a</annotation>';
const MATH = `<math><semantics><mrow><mi>R</mi><mo>¯</mo></mrow>${TEX}</semantics></math>`;

describe('in a story', () => {
  test.each([
    [
      'breaks in code end its lines',
      '<pre>gulls = 12<br>terns = 3</pre>',
      '```\ngulls = 12\nterns = 3\n```',
    ],
    [
      'the numbers of code’s lines are no code',
      `<table><tr><td>${NUMBERS}</td><td>${CODE}</td></tr></table>`,
      'left.\n\n```\ngulls = 12\nterns = 3\n```',
    ],
    ['code may be a row of numbers', `<pre>1\n2\n3</pre>`, '```\n1\n2\n3\n```'],
    [
      'ruby stands in brackets behind its word',
      `<p>Die Möwe heißt <ruby>鴎<rt>かもめ</rt></ruby> dort. ${paragraph(7)}</p>`,
      '鴎（かもめ） dort',
    ],
    [
      'ruby keeps its own brackets',
      `<p>Die Möwe heißt <ruby>鴎<rp>(</rp><rt>かもめ</rt><rp>)</rp></ruby> dort. ${paragraph(7)}</p>`,
      '鴎(かもめ) dort',
    ],
    [
      'a formula is what its author wrote',
      `<p>The mean is ${MATH} on most days of the year.</p>`,
      'is `\\bar{R} = 2a` on',
    ],
    [
      'a formula that is typeset twice stands once',
      `<p>The mean is <span class="katex"><span>${MATH}</span><span class="katex-html">R=2a</span></span> on most days.</p>`,
      'is `\\bar{R} = 2a` on',
    ],
    [
      'a plain formula is no code',
      '<p>The number <math alttext="n"><mi>n</mi></math> of gulls is not known to anybody.</p>',
      'number n of',
    ],
    [
      'a formula without TeX keeps its signs',
      '<p>The number <math><mi>n</mi></math> of gulls.</p>',
      'number n of',
    ],
    [
      'the sign of a link to a heading is none of its words',
      `<h2>Gulls<a href="#g">#</a></h2>${paragraph(9)}`,
      '## Gulls\n',
    ],
  ])('%s', (_rule, part, written) => {
    expect(markdownWith(part)).toContain(written);
  });
});

describe('notes', () => {
  const to = (note: string) => `<sup><a href="#${note}">${note}</a></sup>`;
  const notes = `<div><h3>Notes</h3><ol><li id="1">Of 1911, page four. <a href="#r1">↩</a></li>
    <li id="2">She told <i>me</i> so.&nbsp;<a href="#r2">↑</a></li></ol></div>`;

  test('that a story’s lines lead to belong to it, without the way back', () => {
    const story = `<p>The county had recorded four hundred brooks.${to('1')} She found nine hundred.${to('2')}</p>`;
    const written = markdownWith(`${story}${paragraph(9)}${notes}`);
    expect(written).toContain('brooks.¹ She');
    expect(written).toContain('### Notes\n\n1. Of 1911, page four.\n2. She told *me* so.\n');
  });

  test('are none where nothing leads to them', () => {
    const other = '<ul class="menu"><li id="7"><a href="/7">Lamps</a></li></ul>';
    expect(markdownWith(`<p>Brooks.${to('8')}</p>${other}`)).not.toContain('Lamps');
  });
});

test('The paragraph that begins with a large letter is no deck', () => {
  const opening =
    'The last boat left at a quarter past six, with nine passengers and a crate of oysters.';
  const html = `<html><body><main><article><h1>A bridge for the sound</h1><div class="entry">
    <p class="has-drop-cap">${opening}</p>${[1, 2, 3].map(paragraph).join('')}</div></article></main></body></html>`;
  const { draft } = parseHtml(html);
  expect([draft.deck, draft.markdown.startsWith(opening)]).toEqual([null, true]);
});

test('The minutes of reading that a page states near its headline are kept', () => {
  const page = (line: string) =>
    parseHtml(`<main><h1>A bridge for the sound</h1><p>${line}</p>${paragraph(1)}${paragraph(2)}
      ${'<p>Lamps for every pier</p>'.repeat(6)}<p>9 min read</p></main>`).draft.readingMinutes;
  expect([page('Lesezeit: 4 Min.'), page('Spring 2022 · 22-minute read')]).toEqual([4, 22]);
  expect(page('The council, at night')).toBeNull();
});

test('A letter keeps its greeting', () => {
  const html = `<main><h1>Letters from a slow train</h1><article><p>Dear readers,</p>
    ${[1, 2, 3].map(paragraph).join('')}</article></main>`;
  expect(parseHtml(html).draft.markdown).toMatch(/^Dear readers,\n/);
});

test('A saved page’s links start from the address that it names', () => {
  const html = `<html><head><link rel="canonical" href="https://b.example/x/sound"></head><body>
    <main><h1>A bridge for the sound</h1>${paragraph(1)}<p>The pilot told us more of <a href="/gulls">gulls</a> than anybody had asked him for.</p>
    <figure><img src="Sound_files/gull.jpg"><figcaption>A gull on the pier</figcaption></figure>
    <figure><img src="/tern.jpg"><figcaption>A tern on the pier</figcaption></figure>
    ${paragraph(2)}${paragraph(3)}</main></body></html>`;
  const { markdown } = parseHtml(html).draft;
  expect(markdown).toContain('[gulls](https://b.example/gulls)');
  expect(markdown).toContain('![](https://b.example/tern.jpg "A tern on the pier")');
  expect(markdown).toContain('![A gull on the pier]()');
});
