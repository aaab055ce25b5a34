// Lines below a story that tell what it is from stay with it.

import { expect, test } from 'vitest';
import { isSource } from '../../../src/intake/label/story-units.ts';
import { DomElement } from '../../../src/intake/page/html/dom/nodes.ts';
import { parseHtml } from '../../../src/intake/page/html/parse-html.ts';
import { paragraph } from '../page/html/story-with.ts';

const behind = (line: string): string =>
  parseHtml(
    `<html><head><title>A bridge for the sound</title></head><body><nav>${'<p>Menu</p>'.repeat(9)}</nav>
    <main><article><h1>A bridge for the sound</h1><div>${[1, 2, 3, 4].map(paragraph).join('')}
    <p class="footer-note"><small><em>${line}</em></small></p></div></article></main></body></html>`,
    { url: 'https://a.example/x' },
  ).draft.markdown;

test.each([
  'The Daily’s Ada Li and Bo Berg contributed to this report.',
  'Additional reporting by Ada Li in Aker',
  'Sources: Aker Council, The Harbour News',
  'Excerpted from “Gulls of the Sound: What a Ferryman Saw in Forty Years”. Copyright © 2019 by Ada Li. Used with permission of the Pier Press, Aker.',
  'Special thanks to the ferrymen of Aker.',
  'Quellen: Rat von Aker, Hafenblatt',
  'Quelle: Rat von Aker',
  'Fuente: Consejo de Aker',
  'Fonte: Consiglio di Aker',
  'Источник: совет Акера',
  'Reporting by Ada Li in Aker; Editing by Bo Berg',
  '(Via The Harbour News and The Gull)',
  'This essay was first published in The Harbour News.',
  '（本記事は、「港新聞」に掲載した記事からの転載です）',
])('%s', (line) => {
  expect(behind(line)).toContain(line);
});

const list = (
  name = '',
) => `<ol class="${name}"><li><a href="https://b.example/gulls">Gulls of the sound</a></li>
  <li><a href="https://b.example/terns">Terns of the sound</a></li></ol>`;
const below = (html: string, name = 'more'): string =>
  parseHtml(
    `<html><head><title>A bridge for the sound</title></head><body><nav>${'<p>Menu</p>'.repeat(9)}</nav>
    <main><article><h1>A bridge for the sound</h1><div>${[1, 2, 3, 4, 5, 6].map(paragraph).join('')}</div>
    <div class="${name}">${html}</div></article></main></body></html>`,
    { url: 'https://a.example/x' },
  ).draft.markdown;

test.each(['Sources', 'Literatur', 'Références', 'Fuentes:', 'Źródła', 'Источники', '参考文献'])(
  'The list under "%s" below a story is its own, though it is all links',
  (head) => {
    expect(below(`<h3>${head}</h3>${list()}`)).toMatch(new RegExp(`${head}[^]*Terns of the sound`));
  },
);

test('One above the story is none of it', () => {
  const above = `<div><h3>Sources</h3>${list()}</div>`;
  const story = `<div>${[1, 2, 3, 4, 5, 6].map(paragraph).join('')}</div>`;
  const html = `<title>A bridge</title><main><article>${above}<h1>A bridge</h1>${story}</article></main>`;
  expect(parseHtml(html).draft.markdown).not.toContain('Terns');
});

test('A list that calls itself notes is part of it; one under another heading or of readers is not', () => {
  expect(below(list('footnotes'))).toContain('Terns of the sound');
  expect(below(`<h3>Harbours</h3>${list()}`)).not.toContain('Terns');
  expect(below(`<h3>Sources</h3>${list()}`, 'comment-text')).not.toContain('Terns');
  expect(below(`<h3>Sources</h3>${list()}`, 'widget')).not.toContain('Terns');
  expect(below(`<h3><a href="/literatur">Literatur</a></h3>${list()}`)).not.toContain('Terns');
  expect(below(`</div></article><div><h3>Literatur</h3>${list()}`)).not.toContain('Terns');
});

test('A credit beside a picture is no source line, nor is what a reader writes below a story', () => {
  const { markdown } = parseHtml(
    `<html><head><title>A bridge for the sound</title></head><body><main><article>
    <h1>A bridge for the sound</h1><div>${paragraph(1)}<figure><img src="/f.jpg"><figcaption>The old ferry
    in the harbour</figcaption></figure><p>Quelle: dpa</p>${[2, 3, 4, 5, 6, 7].map(paragraph).join('')}</div>
    <div class="comments"><p>Quelle: Wikipedia</p></div></article></main></body></html>`,
  ).draft;
  expect(markdown).toContain('At 7 it left');
  expect(markdown).not.toContain('Quelle');
});

test.each([
  ['Rat von Aker', true],
  ['<a href="https://aker.example/rat">Rat von Aker</a>', true],
  ['<a href="/rat">Rat von Aker</a>', false],
])(
  'A source below a part of the story stays there, but for a page of the paper: %s',
  (source, stays) => {
    const { markdown } = parseHtml(
      `<html><head><title>A bridge for the sound</title></head><body><main><article>
    <h1>A bridge for the sound</h1><div>${[1, 2].map(paragraph).join('')}<p><em>Quelle: ${source}</em></p>
    ${[3, 4, 5, 6, 7, 8, 9].map(paragraph).join('')}</div></article></main></body></html>`,
      { url: 'https://paper.example/bridge' },
    ).draft;
    expect(markdown.includes('Rat von Aker')).toBe(stays);
  },
);

test('Sources stay that are links as well', () => {
  const links = '<a href="/aker">Aker Council News</a>, <a href="/harbour">The Harbour News</a>';
  expect(behind(`Sources: ${links}`)).toContain('Sources: [Aker Council News]');
});

test.each([
  ['Navy Beach / https://www.harbour.example', 'https://www.harbour.example/', 0.7, true],
  ['The boats: www.harbour.example/boats', 'https://harbour.example/boats', 0.5, true],
  ['Bell Beach /harbour.example', 'http://harbour.example/', 0.7, true],
  ['The boats: harbour.example', 'https://shop.example/?to=1', 0.7, false],
  ['The boats: harbour.example', 'https://harbour.example/', 0.4, false],
  [`${'The boats. '.repeat(14)}harbour.example`, 'https://harbour.example/', 0.7, false],
  ['Boats of the harbour', 'https://harbour.example/', 1, false],
  ['Latitude: 53.36', 'https://maps.example/53.36', 1, false],
])('%s that leads to %s is the address of a source: %s %s', (text, href, linked, is) => {
  const element = new DomElement('p');
  const link = new DomElement('a');
  link.setAttribute('href', href);
  element.append(link);
  const plain = { figure: null, kind: 'p', isMarked: false, appeals: 0 };
  const block = { element, text, linked, ...plain, isFurniture: false, isHead: false };
  const rest = { length: text.length, chance: 0.1, isTaken: false };
  expect(isSource({ element, blocks: [block], ...rest })).toBe(is);
});
