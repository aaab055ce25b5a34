import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tokenTexts } from '../../../src/core/query/tokens.ts';
import { articleFromText } from '../../../src/library/articles/parse-article.ts';
import { documentPassages } from '../../../src/markdown/document/plain-text.ts';
import { parseMarkdown } from '../../../src/markdown/parse/parse-markdown.ts';
import { bodyPassages, type Passage } from '../../../src/markdown/source/body-passages.ts';
import { cpuTime } from '../../support/machine/cpu-time.ts';
import { root } from '../../support/machine/run.ts';

const texts = (markdown: string): readonly string[] =>
  [...bodyPassages(markdown)].map(({ text, isCaption }) => (isCaption ? `figure: ${text}` : text));

describe('The passages of a body', () => {
  test.each([
    ['# A head *ing* #\nText below', ['A head ing #', 'Text below']],
    ['one\ntwo\n\nthree', ['one\ntwo', 'three']],
    ['one  \n\n\ntwo\n \nthree\n\n    four\n', ['one', 'two', 'three', 'four']],
    ['| a |\n|---|\nb\n\nc\n\n- d\n\ne', ['a', 'b', 'c', 'd', 'e']],
    ['~~~\na\n\nb\n\nc\n~~~\nd\n\ne', ['a\n\nb\n\nc', 'd', 'e']],
    ['A **bold** [link *x*](https://a.b/c_(d) "t") and `code_x`', ['A bold link x and code_x']],
    ['un**believ**able 5 * 3, 2*3', ['unbelievable 5 * 3, 2*3']],
    ['snake_case __init__ _it_', ['snake_case init it']],
    ['AT&amp;T &eacute;t&#233;', ['AT&T été']],
    ['\\*lit\\* \\[x\\]', ['*lit* [x]']],
    ['<p>H<sub>2</sub>O<br>x</p>', [' H2O\nx ']],
    ['a <!-- hidden\n\nwords --> b', ['a  b']],
    ['<script>let x;</script>\nb', [' \nb'.trim()]],
    ['- one\n  on\n- [ ] two\n1. three', ['one\non', 'two', 'three']],
    ['> said\n> so\n>\n> - deep', ['said\nso', 'deep']],
    ['| a | b |\n|---|---|\n| c | d |', ['a   b', 'c   d']],
    ['```js\nlet *x*;\n\ny\n```\nz', ['let *x*;\n\ny', 'z']],
    ['~~~\nopen', ['open']],
    ['Head\n===\n\n---\n\n[ref]: http://x.y\n\ntext [ref][ref]', ['Head', 'text ref']],
    ['![alt](a.png "The caption. Photo: AP")', ['figure: The caption. Photo: AP']],
    ['![A *caption*.]()', ['figure: A caption.']],
    ['![](a.png)', ['figure: ']],
    ['see ![alt](a.png) here', ['see alt here']],
    ['![a](b.png) and ![c](d.png)', ['a and c']],
    ['', []],
  ])('%j are %j', (markdown, passages) => {
    expect(texts(markdown)).toEqual(passages);
  });
});

const folder = join(root, 'articles');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
);

test.each(files)('Of %s the words are those that a parser finds', (name) => {
  const { article } = articleFromText(readFileSync(join(folder, name), 'utf8'), 'x.md');
  const words = (passages: readonly Passage[], isCaption: boolean) =>
    passages.filter((one) => one.isCaption === isCaption).flatMap(({ text }) => tokenTexts(text));
  const passages = [...bodyPassages(article.markdown)];
  const parsed = documentPassages(parseMarkdown(article.markdown));
  expect(words(passages, true)).toEqual(words(parsed, true));
  expect(words(passages, false)).toEqual(words(parsed, false));
});

test.each([
  '*',
  '[a](',
  '![',
  '<script>',
  '<!--',
  'a*b',
  '| ',
  '> ',
  '- ',
  '`',
  '_a',
  '&#',
  '\\[',
  '[](',
  '![](("',
  '](x)![',
])('A flood of %j takes no time', (piece) => {
  const flood = piece.repeat(Math.ceil(200_000 / piece.length));
  expect(cpuTime(() => [...bodyPassages(flood)])).toBeLessThan(1000);
});
