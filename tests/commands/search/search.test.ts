import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  type Files,
  temporaryFolder,
  temporaryLibrary,
} from '../../support/library/temporary-library.ts';
import { program, run, runShell } from '../../support/machine/run.ts';
import { expectWrongCall } from '../../support/machine/wrong-call.ts';
import { openTerminal } from '../../support/reader/terminal.ts';
import { SAMPLE } from '../sample.ts';

const search = (root: string, ...args: string[]) => run(['search', '--library', root, ...args]);
const searchHere = (root: string, ...args: string[]) =>
  run(['search', '--library', root, ...args], { isHere: true });

const LONG = 'Nothing of note was said. '.repeat(20);
const LIBRARY: Files = {
  ...SAMPLE,
  'long.md': `---\ntitle: A long day\npublished: 2021-07-01\n---\n${LONG}Then the **quay** of the\nharbour burned. ${LONG}\n`,
};

test('A pipe gets the columns of list, and the snippet', async () => {
  const { code, stdout, stderr } = await search(temporaryLibrary(SAMPLE), '"quay is whole"');
  expect(stdout).toBe(
    '2021-07-19-harbour-reopens\t2021-07-19\tThe Post\tHarbour reopens after the storm\tThe quay is whole again.\n',
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test.each([
  ['a word of the body', ['paragraph'], ['2021-07-19-harbour-reopens']],
  ['a word of a caption', ['title:harbour photo'], ['2021-07-19-harbour-reopens']],
  ['a phrase over a line end', ['"quay of the harbour"'], ['long']],
  ['Japanese inside a sentence', ['短い'], ['2021-07-20-kisha']],
  ['no part of a word', ['harb'], []],
  ['the start of a word', ['title:harb*'], ['2021-07-19-harbour-reopens']],
  [
    'either of two',
    ['短い OR paragraph', '--sort', 'published'],
    ['2021-07-20-kisha', '2021-07-19-harbour-reopens'],
  ],
  ['by title', ['quay', '--sort', 'title'], ['long', '2021-07-19-harbour-reopens']],
  ['the headline before the body', ['harbour'], ['2021-07-19-harbour-reopens', 'long']],
  ['the second of them', ['harbour', '--offset', '1', '--limit', '1'], ['long']],
  ['the other way round', ['harbour', '--reverse'], ['long', '2021-07-19-harbour-reopens']],
  [
    'keys alone, the newest first',
    ['after:2021-07-10'],
    ['2021-07-20-kisha', '2021-07-19-harbour-reopens'],
  ],
])('Search finds %s', async (_, args, ids) => {
  const { code, stdout } = await searchHere(temporaryLibrary(LIBRARY), '-f', 'ids', ...args);
  expect(stdout).toBe(ids.map((id) => `${id}\n`).join(''));
  expect(code).toBe(0);
});

test('Paths can be opened as they are', async () => {
  const root = temporaryLibrary(SAMPLE);
  expect((await searchHere(root, '-f', 'paths', 'plain')).stdout).toBe(
    `${join(root, 'plain.md')}\n`,
  );
});

test.each([
  [
    'burned',
    { snippet: expect.stringContaining('quay of the harbour burned'), hit: { paragraph: 0 } },
  ],
  ['title:long', { snippet: null, hit: null }],
  ['is:unread', { snippet: null, hit: null }],
])('JSON of %s has the snippet and its paragraph', async (query, found) => {
  const root = temporaryLibrary({ 'long.md': LIBRARY['long.md'] ?? '' });
  const [row] = JSON.parse((await searchHere(root, '--json', query)).stdout);
  expect(row).toMatchObject({ schema: 1, id: 'long', ...found });
  expect(row).not.toHaveProperty('markdown');
});

test('The paragraph of a hit is that of the page: figures count, what stands above does not', async () => {
  const root = temporaryLibrary(SAMPLE);
  const hit = async (query: string) =>
    JSON.parse((await searchHere(root, '--json', query)).stdout)[0].hit;
  expect(await hit('second')).toEqual({ paragraph: 2 });
  expect(await hit('photo')).toEqual({ paragraph: 1 });
  expect(await hit('mended')).toEqual({ paragraph: null });
});

test('Nothing found is done, and says so on standard error', async () => {
  const root = temporaryLibrary(SAMPLE);
  const { code, stdout, stderr } = await searchHere(root, 'nowhere');
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toContain('no article fits the query');
  expect((await searchHere(root, '--json', 'nowhere')).stdout).toBe('[]\n');
  expect((await searchHere(root, '--quiet', 'nowhere')).stderr).toBe('');
});

test('A terminal gets the table, the words marked in headline and snippet', async () => {
  const args = [program, 'search', '--library', temporaryLibrary(LIBRARY), 'harbour'];
  const terminal = openTerminal(process.execPath, args, { columns: 60, rows: 10 });
  await terminal.waitFor('burned');
  expect(await terminal.exit()).toMatchObject({ code: 0 });
  const rows = terminal.rows();
  expect(rows[0]).toMatch(/^● {2}19 Jul 2021 {2}The Post {2}Harbour reopens/);
  expect(rows[1]).toBe('   The harbour opened again on Monday. See the notice.');
  expect(rows[3]).toMatch(/^ {3}….*quay of the harbour burned\. .*…$/);
  const column = (row: number, word: string) => rows[row]?.indexOf(word) ?? -1;
  expect(terminal.cell(column(0, 'Harbour'), 0).reverse).toBe(true);
  expect(terminal.cell(column(0, 'reopens'), 0).reverse).toBe(false);
  expect(terminal.cell(column(1, 'harbour'), 1)).toMatchObject({ reverse: true, dim: false });
  expect(terminal.cell(column(1, 'opened'), 1)).toMatchObject({ reverse: false, color: 102 });
});

test.each([20, 33, 80])('At width %i no line is wider', async (width) => {
  const args = ['-f', 'table', '--width', String(width), 'harbour OR 記者'];
  const { stdout } = await searchHere(temporaryLibrary(LIBRARY), ...args);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines) {
    const wide = line.match(/[\u3000-\u9fff]/g)?.length ?? 0;
    expect(line.length + wide).toBeLessThanOrEqual(width);
  }
});

test('No control of an article reaches the terminal', async () => {
  const root = temporaryLibrary({
    'evil.md':
      '---\ntitle: "Evil \\e[2J title"\n---\nwords &#27;[31m before \u001b[2J the quarry &#x202e;x\u009b1m after\n',
  });
  for (const format of ['tsv', 'table', 'json']) {
    const { stdout } = await searchHere(root, '-f', format, 'quarry');
    expect(stdout).toContain('quarry');
    expect(stdout).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
  }
});

test('A reader that has seen enough ends it quietly', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [
      `a${at}.md`,
      `# Harbour ${at}\n\nThe harbour. ${LONG}\n`,
    ]),
  );
  const root = temporaryLibrary(files);
  const { stdout, stderr } = await runShell(
    `newsprint search --library ${root} --json harbour | head -c 20; echo; echo "\${PIPESTATUS[0]}"`,
  );
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('0');
  expect(stderr).toBe('');
});

test('An empty library is said to be one', async () => {
  const { code, stderr } = await searchHere(temporaryFolder(), 'x');
  expect(code).toBe(0);
  expect(stderr).toContain('newsprint add URL keeps a page');
});

test.each([
  [[], 'search needs words to look for'],
  [['  '], 'search needs words to look for'],
  [['"" !!!'], 'search needs words to look for'],
  [['tag:x', '--sort', 'relevance'], '--sort relevance needs words'],
  [['-harbour'], 'unknown flag -harbour'],
  [['-harbour'], 'a word that starts with - needs -- before it'],
  [['harbour', '--sort', 'age'], "bad value 'age' for --sort"],
  [['harbour', '--links', 'none'], '--links does not go with newsprint search'],
  [['sauce:post'], "unknown key 'sauce:' in the query"],
  [['after:soon'], 'after: takes a date'],
  [['storm OR'], 'OR has nothing on one side'],
])('The call search %j is wrong', async (args, message) => {
  expectWrongCall(await searchHere(temporaryLibrary(SAMPLE), ...args), message);
});
