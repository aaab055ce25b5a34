// Bold type, italics and numbers of a page, as Markdown takes them for such.
import { describe, expect, test } from 'vitest';
import { LINE, markdownWith } from './story-with.ts';

test.each([
  ['a paragraph', `<p>&nbsp;&nbsp;Nobody counts. ${LINE}</p>`, '\n\nNobody counts.'],
  ['bold type', `<p><b>&nbsp;Nobody</b> counts. ${LINE}</p>`, '\n\n**Nobody** counts.'],
  ['a heading', `<h2>&nbsp; Nobody counts</h2><p>${LINE}</p>`, '\n\n## Nobody counts'],
  ['an item', `<ul><li>&nbsp;One gull</li><li>Two</li></ul><p>${LINE}</p>`, '- One gull\n- Two'],
  ['a line of a poem', `<p>O gull,<br>&nbsp;&nbsp;my gull</p>`, 'O gull,\\\n\u00a0\u00a0my gull'],
  ['code', '<pre>if gull:\n&nbsp; count()</pre>', 'if gull:\n\u00a0 count()'],
])('No-break spaces before %s set in nothing but poems and code', (_what, html, markdown) => {
  expect(markdownWith(`<p>${LINE}</p>${html}<p>${LINE}</p>`)).toContain(markdown);
});

describe('bold type', () => {
  test.each([
    ['beside a letter', `<p><b>Good:</b>${LINE}</p>`, '**Good**:The ferry'],
    ['behind a letter', `<p>${LINE.trim()} He said<b>“no”</b>and left.</p>`, 'said“**no**”and'],
    ['side by side', `<p><b>Good</b><b>will</b>, ${LINE}</p>`, '**Goodwill**, The ferry'],
    ['twice around', `<p><b><strong>Good</strong></b>, ${LINE}</p>`, '**Good**, The ferry'],
    ['over two lines', `<p><b>Good<br>will</b>, ${LINE}</p>`, '**Good**\\\n**will**, The'],
    ['over a line break', `<p><b>Good?&nbsp;<br></b>${LINE}</p>`, '**Good?**\u00a0\\\n'],
    ['around a sign', `<p><b>.</b> ${LINE}</p>`, '. The ferry'],
    [
      'from a blank and a quotation mark on',
      `<p>He said<b> «&nbsp;no&nbsp;»,</b> ${LINE}</p>`,
      'He said **«\u00a0no\u00a0»,** The',
    ],
    [
      'to a quotation mark that stands before a letter',
      `<p>He said <b>no, “</b>and left, ${LINE}</p>`,
      'said **no,** “and left',
    ],
    ['before a blank', `<p><b>Good: </b>${LINE}</p>`, '**Good:** The ferry'],
    [
      'with a sign in an element of its own',
      `<p>He said<b><small>“</small>no</b>, ${LINE}</p>`,
      'said“**no**, The',
    ],
    [
      'side by side with italics in it',
      `<p><b><i>“Good”</i></b><b><i>will</i></b>, ${LINE}</p>`,
      '***“Good”will***, The',
    ],
    [
      'around italics in a word',
      `<p><b>The <i>gull</i>s left.</b> ${LINE}</p>`,
      '**The gulls left.** The',
    ],
    [
      'around a link beside a letter',
      `<p>The <b><a href="/g">gull</a></b>s, ${LINE}</p>`,
      'The [gull](https://a.example/g)s,',
    ],
  ])('%s is whole', (_where, part, markdown) => {
    expect(markdownWith(part)).toContain(markdown);
  });
});

describe('the number of an item', () => {
  test.each([
    ['a block of its own', '<span>1</span><p>Tie the ferry.</p>', '1. Tie the ferry.'],
    ['a dot', '<span>1.</span> Tie the ferry.', '1. Tie the ferry.'],
    ['a bracket', '1) Tie the ferry.', '1. Tie the ferry.'],
    ['no sign', '1 ferry and a rope', '1. 1 ferry and a rope'],
    ['another number', '2. Tie the ferry.', '1. 2\\. Tie the ferry.'],
  ])('is told once where its words begin with it and %s', (_what, item, markdown) => {
    const list = `<ol><li>${item} ${LINE}</li><li>Count the gulls, ${LINE}</li></ol>`;
    expect(markdownWith(list)).toContain(`\n${markdown}`);
  });
});
