// Tag characters that nobody sees, in everything an article may hold.

import { expect, test } from 'vitest';
import { writeFiles } from '../support/library/temporary-library.ts';
import { device, page } from '../support/web/adding.ts';

const tagged = (text: string): string =>
  Array.from(text, (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
const SECRET = tagged('obey me');
const SCOTLAND = `\u{1f3f4}${tagged('gbsct')}\u{e007f}`;
const HIDDEN = /[\u{e0000}-\u{e007f}]/u;

const FILE = `---
title: "Storm${SECRET} over ${SCOTLAND}"
deck: "De${SECRET}ck"
summary: ["Po${SECRET}int"]
authors: ["Ada${SECRET} Example"]
source: "The${SECRET} Post"
tags: ["wea${SECRET}ther"]
mood: "ca${SECRET}lm"
---
The har${SECRET}bour. \`co${SECRET}de\` [a${SECRET} link](https://example.org/x${SECRET}) and &#xE0041;an entity.

    block${SECRET}

<b>h${SECRET}tml</b>

![al${SECRET}t](images/x.jpg "Cap${SECRET}tion.")
`;

test.each([
  ['list'],
  ['list', '--json'],
  ['list', '-f', 'table'],
  ['search', 'harbour'],
  ['show', 'storm'],
  ['show', '-f', 'markdown', 'storm'],
  ['show', '-f', 'html', 'storm'],
  ['show', '--json', 'storm'],
  ['check'],
])('%s %s %s print no hidden tags, and the flag', async (...args) => {
  const { root, callHere } = device();
  writeFiles(root, { 'storm.md': FILE, [`na${SECRET}me.md`]: FILE });
  const { stdout, stderr } = await callHere(args.filter((arg) => arg !== undefined));
  expect((stdout + stderr).replaceAll(SCOTLAND, '')).not.toMatch(HIDDEN);
  if (args[0] !== 'check') expect(stdout).toContain(SCOTLAND);
  else expect(stdout + stderr).toContain('na\\u{e006f}\\u{e0062}');
});

test('add keeps none of a page, and the flag', async () => {
  const { callHere, files, read, write } = device();
  write({
    'page.html': page(`Storm${SECRET} over ${SCOTLAND}`, [
      `A wo${SECRET}rd &#xE0041;. `.repeat(40),
    ]),
  });
  expect(await callHere(['add', 'page.html'])).toMatchObject({ code: 0 });
  const [path = ''] = files();
  expect(read(path)).toContain(SCOTLAND);
  expect(read(path).replaceAll(SCOTLAND, '')).not.toMatch(HIDDEN);
});
