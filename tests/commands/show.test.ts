import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import {
  temporaryFolder,
  temporaryLibrary,
  writeFiles,
} from '../support/library/temporary-library.ts';
import { run, runShell } from '../support/machine/run.ts';
import { expectWrongCall } from '../support/machine/wrong-call.ts';
import { SAMPLE } from './sample.ts';

const HARBOUR = `THE POST · SHIPPING

Harbour reopens after the storm

Ships return to a mended quay.

By Ada Example and Ben Example in Northport · 19 July 2021 · 1 min read

▪ The quay is whole again.
▪ The first ship came at dawn.

The harbour opened again on Monday. See the notice[1].

╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
┆ The quay at dawn.
┆ Photo: AP

A second paragraph.

Links
[1] https://example.org/notice
`;
const PLAIN = `A plain note

1 min read

With four more words.
`;
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

const showIn = (root: string, ...args: string[]) =>
  run(['show', '--library', root, ...args], { isHere: true });
const showHere = (...args: string[]) =>
  run(['show', '--library', temporaryLibrary(SAMPLE), ...args], { isHere: true });

test.each([
  ['its ID', '2021-07-19-harbour-reopens'],
  ['the start of its ID', '2021-07-19'],
  ['the start of its ID after the date', 'harb'],
  ['its URL', 'https://example.org/harbour'],
])('An article is shown as a page by %s', async (_, what) => {
  const { code, stdout, stderr } = await showHere(what);
  expect(stdout).toBe(HARBOUR);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('Texts of any size come whole, one after the other', async () => {
  const texts = [10, 4000, 9000, 3, 1500].map((count) =>
    Array(count).fill('wörter — 漢字').join(' '),
  );
  const head = '---\ntitle: T\nreading_minutes: 1\n---\n';
  const files = Object.fromEntries(texts.map((text, at) => [`a-${at}.md`, `${head}${text}\n`]));
  const env = { NEWSPRINT_LIBRARY: temporaryLibrary(files) };
  const ids = texts.map((_, at) => `a-${at}`);
  const { stdout } = await run(['show', ...ids, '--width', '0'], { env });
  const pages = texts.map((text) => `T\n\n1 min read\n\n${text}\n`);
  expect(stdout).toBe(pages.join(`\n${'─'.repeat(20)}\n\n`));
});

test('Articles of hundreds of words are shown in their order, and words without one are named', async () => {
  const id = '2021-07-19-harbour-reopens';
  const words = Array.from({ length: 250 }, (_, at) => (at % 100 === 30 ? `none-${at}` : id));
  words[120] = 'harb';
  const { code, stdout, stderr } = await showHere(...words);
  expect(stdout.split(`\n${'─'.repeat(20)}\n\n`)).toEqual(Array(247).fill(HARBOUR));
  expect(stderr.match(/none-\d+/g)).toEqual(['none-30', 'none-130', 'none-230']);
  expect(code).toBe(1);
});

test('A file outside the library is shown, also from a pipe that is a file', async () => {
  const root = temporaryFolder();
  writeFiles(root, { 'notes/one.md': '# A plain note\n\nWith four more words.\n' });
  const path = join(root, 'notes/one.md');
  expect((await run(['show', path], { isHere: true })).stdout).toBe(PLAIN);
  expect((await runShell(`newsprint show <(cat ${path})`)).stdout).toContain(
    'With four more words.',
  );
});

test.each([
  ['UTF-16', Buffer.from('\ufeff# Größe\n\nEin Satz.\n', 'utf16le')],
  ['Latin-1', Buffer.from('# Größe\n\nEin Satz.\n', 'latin1')],
  ['UTF-32', Buffer.from(Uint32Array.from('# Größe\n', (sign) => sign.charCodeAt(0)).buffer)],
])('A file in %s is shown as add would keep it', async (_, bytes) => {
  const path = join(temporaryFolder(), 'a.md');
  writeFileSync(path, bytes);
  const { code, stdout } = await run(['show', path], { isHere: true });
  expect([code, stdout.split('\n', 1)[0]]).toEqual([0, 'Größe']);
});

test('A file that is no text is refused, as by add', async () => {
  const path = join(temporaryFolder(), 'picture.bin');
  writeFileSync(
    path,
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1, 2, 3]),
  );
  expect(await run(['show', path], { isHere: true })).toMatchObject({
    code: 1,
    stdout: '',
    stderr: `newsprint: ${path}: not an article: neither text nor a page\n`,
  });
});

test('A file that begins with a rule keeps the text up to the next', async () => {
  const input = '---\nWhat stands first.\n\n---\n\nWhat follows.\n';
  const { stdout } = await run(['show', '-'], { input, isHere: true });
  expect(stdout).toContain('What stands first.');
  expect(stdout).toContain('What follows.');
});

test('Standard input is shown, and needs no library', async () => {
  const input = '---\ntitle: A plain note\n---\nWith four more words.\n';
  const env = { NEWSPRINT_LIBRARY: '/nowhere' };
  const { code, stdout, stderr } = await run(['show', '-'], { input, env });
  expect(stdout).toBe(PLAIN);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('Of several, those that can be had are shown, a rule between them; the others are named', async () => {
  const { code, stdout, stderr } = await run([
    ...['show', '--library', temporaryLibrary(SAMPLE)],
    ...['harb', 'nowhere', 'plain'],
  ]);
  expect(stdout).toBe(`${HARBOUR}\n${'─'.repeat(20)}\n\n${PLAIN}`);
  expect(code).toBe(1);
  expect(stderr).toBe("newsprint: no article 'nowhere'\nnewsprint list names the articles\n");
});

test('An ambiguous start names the candidates', async () => {
  const { code, stdout, stderr } = await showHere('2021-07');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toBe(
    "newsprint: '2021-07' may be any of 2 articles\n  2021-07-20-kisha\n  2021-07-19-harbour-reopens\n",
  );
});

test('Markdown is the file as it lies there, without controls', async () => {
  const root = temporaryLibrary(SAMPLE);
  const text = readFileSync(join(root, '2021/2021-07-19-harbour-reopens.md'), 'utf8');
  expect((await showIn(root, '-f', 'markdown', 'harb')).stdout).toBe(text);
  const { stdout } = await run(['show', '-f', 'markdown', '-'], {
    input: 'a\u001b[31mb\u009bc\n',
    isHere: true,
  });
  expect(stdout).toBe('a[31mbc\n');
});

test('JSON is an object for one argument and an array for several, whatever became of them', async () => {
  const root = temporaryLibrary(SAMPLE);
  const one = JSON.parse((await showIn(root, '--json', 'harb')).stdout);
  expect(Object.keys(one)).toEqual(
    (
      'schema id path title deck summary authors place source url published updated added lang tags ' +
      'comments reading_minutes minutes words guid feed excerpt also enclosures extra figures links state ' +
      'markdown text'
    ).split(' '),
  );
  expect(one).toMatchObject({
    authors: ['Ada Example', 'Ben Example'],
    links: [{ text: 'the notice', href: 'https://example.org/notice' }],
    text: 'The harbour opened again on Monday. See the notice.\n\nA second paragraph.',
    words: 12,
    minutes: 1,
  });
  const several = JSON.parse((await showIn(root, '--json', 'harb', 'nowhere')).stdout);
  expect(several).toEqual([one]);
});

test('JSON lines hold one article each', async () => {
  const { stdout } = await showHere('-f', 'jsonl', 'harb', 'plain');
  const lines = stdout.trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).id)).toEqual(['2021-07-19-harbour-reopens', 'plain']);
});

test('HTML is one page with an article each', async () => {
  const root = temporaryLibrary({ ...SAMPLE, '2021/quay.md': '# Quay\n\n![a](../images/a.png)' });
  const { stdout } = await showIn(root, '-f', 'html', 'harb', 'kisha', 'quay');
  expect(stdout).toMatch(/^<!doctype html>/i);
  expect(stdout.match(/<article/g)).toHaveLength(3);
  expect(stdout).toContain('<figcaption>');
  expect(stdout).toContain(`<img src="${pathToFileURL(join(root, 'images/a.png'))}"`);
});

test('A width of 0 puts every paragraph on one line', async () => {
  const { stdout } = await run(['show', '--width', '0', '-'], {
    input: `${'word '.repeat(200)}\n`,
    isHere: true,
  });
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('word '.repeat(200).trimEnd());
});

test.each([20, 33, 80])('No line is wider than %d columns', async (width) => {
  const { stdout } = await showHere('--width', String(width), 'harb');
  const widest = Math.max(...stdout.split('\n').map((line) => [...line].length));
  expect(widest).toBeLessThanOrEqual(width);
});

test.each([
  ['footnote', 'the notice[1]', '[1] https://example.org/notice'],
  ['inline', 'the notice', '(https://example.org/notice)'],
])('Links are written as %s', async (links, text, target) => {
  const { stdout } = await showHere('--links', links, 'harb');
  expect(stdout).toContain(text);
  expect(stdout.replace(/\s+/g, ' ')).toContain(target);
});

test('Links are left out where none are wanted', async () => {
  const { stdout } = await showHere('--links', 'none', 'harb');
  expect(stdout).not.toContain('https://');
});

test('A closed pipe ends the command quietly with 0', async () => {
  const root = temporaryLibrary({ 'long.md': 'A paragraph of some words.\n\n'.repeat(6_000) });
  const script = `set -o pipefail; newsprint show --library ${root} long | head -1`;
  expect(await runShell(script)).toMatchObject({ code: 0, stdout: 'long\n', stderr: '' });
});

test('Nothing in a hostile article reaches the pipe as a control', async () => {
  const evil = 'a\u001b]0;owned\u0007b&#27;[31m\u009b31m\u202ec';
  const input = `---\ntitle: "${'T\\x1b[2J'}"\n---\n${evil}\n\n[x](<http://e/${evil}>)\n`;
  for (const format of ['text', 'markdown', 'html', 'json']) {
    const { stdout } = await run(['show', '-f', format, '--color', 'never', '-'], {
      input,
      isHere: true,
    });
    expect(stdout).not.toMatch(CONTROL);
    expect(stdout).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  }
});

test.each([
  [[], 'show needs an article'],
  [['-f', 'table', 'harb'], "bad value 'table' for --format"],
  [['-f', 'markdown', 'harb', 'plain'], '--format markdown takes one article'],
  [['--links', 'all', 'harb'], "bad value 'all' for --links"],
  [['--width', '7', 'harb'], "bad value '7' for --width"],
])('The call show %j is wrong', async (args, message) => {
  expectWrongCall(await showHere(...args), message);
});

test.each([
  ['a folder', '/tmp/', 'folder'],
  ['a URL nobody answers', 'http://127.0.0.1:65432/none', 'refused'],
  ['a file that is not there', './nowhere.md', 'no article'],
])('For %s the way out is told', async (_, what, message) => {
  const { code, stdout, stderr } = await showHere(what);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(message);
});

test('What is wrong with an article is said, and it is shown', async () => {
  const root = temporaryLibrary({
    'bad.md': '---\ntitle: Bad\npublished: 2021-13-45\n---\nBody.\n',
  });
  const { code, stdout, stderr } = await showIn(root, 'bad');
  expect(stdout).toContain('Body.');
  expect(stderr).toBe(`newsprint: bad.md:3:12: bad date '2021-13-45' in "published"\n`);
  expect(code).toBe(0);
});

test('Nothing on standard input is no article', async () => {
  const { code, stderr } = await run(['show', '-'], { input: '', isHere: true });
  expect(stderr).toBe('newsprint: standard input is empty\n');
  expect(code).toBe(1);
});

test('Text from right to left is put in order where it is asked for, and never for a pipe', async () => {
  const root = temporaryLibrary({ '2026-11-02-story.md': '# אבג abc\n\nדהו (12) ז.\n' });
  const { stdout } = await showIn(root, '2026-11-02-story', '--bidi', 'on', '--width', '20');
  expect(stdout.split('\n')[0]).toBe('             abc גבא');
  expect(stdout).toContain('         .ז (12) והד\n');
  const env = { XTERM_VERSION: 'XTerm(398)', TERM: 'xterm' };
  const piped = await run(['show', '--library', root, '2026-11-02-story'], { env });
  expect(piped.stdout).toContain('אבג abc\n');
  const wrong = await showIn(root, '2026-11-02-story', '--bidi', 'left');
  expectWrongCall(wrong, "bad value 'left' for --bidi");
});
