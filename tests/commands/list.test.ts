import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  temporaryFolder,
  temporaryLibrary,
  writeFiles,
} from '../support/library/temporary-library.ts';
import { run } from '../support/machine/run.ts';
import { expectWrongCall } from '../support/machine/wrong-call.ts';
import { SAMPLE } from './sample.ts';

const HERE = { isHere: true } as const;
const list = (root: string, ...args: string[]) => run(['list', '--library', root, ...args], HERE);
const listHere = (...args: string[]) =>
  run(['list', '--library', temporaryLibrary(SAMPLE), ...args], HERE);

test('A pipe gets ID, date, source and title between tabs, newest first', async () => {
  const { code, stdout, stderr } = await run(['list', '--library', temporaryLibrary(SAMPLE)]);
  expect(stdout).toBe(
    '2021-07-20-kisha\t2021-07-20\t朝刊\t記者の一日\n' +
      '2021-07-19-harbour-reopens\t2021-07-19\tThe Post\tHarbour reopens after the storm\n' +
      'plain\t2001-02-03\t\tA plain note\n',
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('By minutes the shortest to read comes first, and reversed the longest', async () => {
  const root = temporaryLibrary({
    'a.md': `# A\n\n${'word '.repeat(900)}`,
    'b.md': '---\nreading_minutes: 9\n---\n# B\n',
    'c.md': '# C\n',
  });
  const ids = async (...more: string[]) =>
    (await run(['list', '--library', root, '--sort', 'minutes', '-f', 'ids', ...more], HERE))
      .stdout;
  expect([await ids(), await ids('--reverse')]).toEqual(['c\na\nb\n', 'b\na\nc\n']);
});

test.each([
  ['every word must fit', ['harbour', 'STORM'], ['2021-07-19-harbour-reopens']],
  ['a phrase keeps its words together', ['"quay is whole"'], ['2021-07-19-harbour-reopens']],
  ['a minus takes away', ['--', '-harbour', '-note'], ['2021-07-20-kisha']],
  ['a tag is one of the article', ['tag:shipping'], ['2021-07-19-harbour-reopens']],
  ['a source is a part of the name', ['source:post'], ['2021-07-19-harbour-reopens']],
  ['Japanese is found inside a sentence', ['一日'], ['2021-07-20-kisha']],
  ['nothing is starred', ['is:starred'], []],
  ['a limit cuts', ['--limit', '1'], ['2021-07-20-kisha']],
  ['an offset leaves out', ['--offset', '2'], ['plain']],
  ['by title', ['--sort', 'title', '--limit', '1'], ['plain']],
  ['reversed', ['--reverse', '--limit', '1'], ['plain']],
  [
    'the best first',
    ['--sort', 'relevance', 'four OR harbour', '--limit', '1'],
    ['2021-07-19-harbour-reopens'],
  ],
  ['whole words only', ['harb'], []],
  ['the start of a word', ['harb*'], ['2021-07-19-harbour-reopens']],
  ['a word of the body', ['notice'], ['2021-07-19-harbour-reopens']],
  [
    'one of two',
    ['notice OR 一日', '-f', 'ids'],
    ['2021-07-20-kisha', '2021-07-19-harbour-reopens'],
  ],
  ['what has a figure', ['has:figure'], ['2021-07-19-harbour-reopens']],
  ['a span of days', ['after:2021-07-19', 'before:2021-07-20'], ['2021-07-19-harbour-reopens']],
])('In a list of ids %s', async (_, args, ids) => {
  const { code, stdout } = await listHere('-f', 'ids', ...args);
  expect(stdout).toBe(ids.map((id) => `${id}\n`).join(''));
  expect(code).toBe(0);
});

test('Paths can be opened as they are', async () => {
  const root = temporaryLibrary(SAMPLE);
  const { stdout } = await list(root, '-f', 'paths', 'plain');
  expect(stdout).toBe(`${join(root, 'plain.md')}\n`);
});

test('JSON is an array whose rows hold every key but the body', async () => {
  const { stdout } = await list(temporaryLibrary(SAMPLE), '--json', 'harbour');
  const [row, ...others] = JSON.parse(stdout);
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    schema: 1,
    path: '2021/2021-07-19-harbour-reopens.md',
    summary: ['The quay is whole again.', 'The first ship came at dawn.'],
    updated: null,
    tags: ['shipping', 'weather'],
    extra: { mood: 'calm' },
    figures: [
      {
        caption: 'The quay at dawn.',
        credit: 'Photo: AP',
        alt: 'A mended quay',
        src: 'images/quay.png',
      },
    ],
    state: { read: false, starred: false, progress: 0 },
  });
  expect(row).not.toHaveProperty('markdown');
  expect(row).not.toHaveProperty('links');
});

test('JSON lines are one object a line, and no article is an empty array', async () => {
  const root = temporaryLibrary(SAMPLE);
  const lines = (await list(root, '-f', 'jsonl')).stdout.trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).id)).toHaveLength(3);
  expect((await list(root, '-f', 'jsonl', 'nowhere')).stdout).toBe('');
  expect((await list(root, '--json', 'nowhere')).stdout).toBe('[]\n');
});

test('An empty list is done, and says what to do on standard error', async () => {
  const { code, stdout, stderr } = await list(temporaryFolder());
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toContain('newsprint add URL keeps a page');
  expect(stderr).toContain('newsprint fetch brings in its articles');
  expect((await list(temporaryFolder(), '--quiet')).stderr).toBe('');
});

test('A broken file hides no other, and one line names it and check', async () => {
  const root = temporaryLibrary(SAMPLE);
  writeFiles(root, { 'bad.md': '---\ntitle: Bad\npublished: 2021-13-45\n---\nBody.\n' });
  const { code, stdout, stderr } = await list(root, '-f', 'ids');
  expect(stdout.split('\n')).toContain('bad');
  expect(code).toBe(0);
  expect(stderr).toBe(
    `newsprint: bad.md:3:12: bad date '2021-13-45' in "published"; newsprint check names every problem\n`,
  );
});

test('A table has date, source, title, minutes and the ID where it fits', async () => {
  const args = ['-f', 'table', '--width', '100'];
  const { stdout } = await list(temporaryLibrary(SAMPLE), ...args, 'harbour');
  expect(stdout).toBe(
    '●  19 Jul 2021  The Post  Harbour reopens after the storm  1 min  2021-07-19-harbour-reopens\n',
  );
});

test.each(['-fids', '-f=ids'])('A value may stand right behind its letter: %s', async (flag) => {
  expect((await listHere(flag)).stdout).toBe((await listHere('--format', 'ids')).stdout);
});

test.each([
  [['--sort', 'relevance'], '--sort relevance needs words to look for'],
  [['--sort', 'age'], "bad value 'age' for --sort"],
  [['--limit', 'many'], "bad value 'many' for --limit"],
  [['--width', '19'], "bad value '19' for --width"],
  [['--width'], '--width needs a value'],
  [['--color', 'red'], "bad value 'red' for --color"],
  [['-f', 'xml'], "bad value 'xml' for --format"],
  [['--json', '-f', 'tsv'], '--json and --format tsv exclude each other'],
  [['--links', 'none'], '--links does not go with newsprint list'],
  [['--colour', 'red'], 'unknown flag --colour'],
  [['--quiet=yes'], '--quiet takes no value'],
  [['--reverse=true'], '--reverse takes no value'],
  [['-xids'], 'unknown flag -xids'],
  [['colour:red'], "unknown key 'colour:' in the query"],
  [['is:blue'], 'is:'],
])('The call list %j is wrong', async (args, message) => {
  expectWrongCall(await listHere(...args), message);
});
