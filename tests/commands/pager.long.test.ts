// The pager of `show`, `list` and `search`, each test in a terminal.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { temporaryCache } from '../support/library/temporary-cache.ts';
import { temporaryFolder, temporaryLibrary } from '../support/library/temporary-library.ts';
import { program } from '../support/machine/run.ts';
import { openTerminal } from '../support/reader/terminal.ts';

const paragraphs = Array.from({ length: 30 }, (_, at) => `Paragraph ${at + 1}.`);
const articles = Array.from({ length: 40 }, (_, at) => [`story-${at + 10}.md`, `# Story ${at}\n`]);
const LIBRARY = {
  ...Object.fromEntries(articles),
  'long.md': `# A long story\n\n${paragraphs.join('\n\n')}\n`,
};

/** A call in a terminal of 24 rows; what it takes for lines of the pager begins with a bracket. */
function call(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const { TERM = 'xterm-256color' } = more;
  const words = [process.execPath, program, ...args, '--library', temporaryLibrary(LIBRARY)];
  const homes = { HOME: temporaryFolder(), XDG_CACHE_HOME: temporaryCache() };
  const env = { ...homes, PAGER: 'sed s/^/]/', ...more };
  const terminal = openTerminal('/usr/bin/env', [`TERM=${TERM}`, ...words], { env });
  return terminal;
}

test.each([
  ['list', ['list', '--sort', 'title']],
  ['show', ['show', 'long']],
  ['search', ['search', 'story']],
  ['JSON', ['list', '--json']],
])(
  'What %s prints goes through the pager where the terminal has no room for it',
  async (_, args) => {
    const terminal = call(args);
    expect(await terminal.exit()).toEqual({ code: 0, signal: 0 });
    const lines = terminal.output().trimEnd().split('\r\n');
    expect(lines.length).toBeGreaterThan(24);
    expect(lines.filter((line) => !line.startsWith(']'))).toEqual([]);
  },
);

test.each([
  ['list with --no-pager', ['list', '--no-pager'], {}],
  ['show with --no-pager', ['show', 'long', '--no-pager'], {}],
  ['search with --no-pager', ['search', 'story', '--no-pager'], {}],
  ['list with PAGER=cat', ['list'], { PAGER: 'cat' }],
  ['show with an empty PAGER', ['show', 'long'], { PAGER: '' }],
  ['search on a dumb terminal', ['search', 'story'], { TERM: 'dumb' }],
])('What %s prints does not', async (_, args, env) => {
  const terminal = call(args, env);
  expect(await terminal.exit()).toEqual({ code: 0, signal: 0 });
  expect(terminal.output()).toMatch(/story/i);
  expect(terminal.output()).not.toMatch(/^\]/m);
});

test.each([
  [23, 'is printed as it is', 0],
  [24, 'is paged, so that the prompt has a row, too', 24],
])('A list of %s lines on 24 rows %s', async (count, _, paged) => {
  const terminal = call(['list', '--limit', String(count)]);
  expect(await terminal.exit()).toEqual({ code: 0, signal: 0 });
  const lines = terminal.output().trimEnd().split('\r\n');
  expect(lines).toHaveLength(count);
  expect(lines.filter((line) => line.startsWith(']'))).toHaveLength(paged);
});

test('Pictures are not paged', async () => {
  const terminal = call(['show', 'long', '--pictures', 'blocks']);
  expect(await terminal.exit()).toEqual({ code: 0, signal: 0 });
  expect(terminal.output()).toContain('Paragraph 30.');
  expect(terminal.output()).not.toMatch(/^\]/m);
});

test('A command of a shell is run by a shell', async () => {
  const terminal = call(['show', 'long'], { PAGER: "sed 's/^/> /' | head -n 9" });
  expect(await terminal.exit()).toEqual({ code: 0, signal: 0 });
  expect(terminal.rows().filter((row) => row.startsWith('>'))).toHaveLength(9);
});

test('Where the pager cannot run, that is said, and everything is printed', async () => {
  const terminal = call(['show', 'long'], { PAGER: 'no-such-pager -x' });
  expect(await terminal.exit()).toEqual({ code: 0, signal: 0 });
  expect(terminal.output()).toContain('cannot run no-such-pager -x: set $PAGER to your pager');
  expect(terminal.text()).toContain('Paragraph 30.');
});

test('Where there is no less, everything is printed, and nothing is said of it', async () => {
  const terminal = call(['show', 'long'], { PAGER: 'less -R', PATH: '/nowhere' });
  expect(await terminal.exit()).toEqual({ code: 0, signal: 0 });
  expect(terminal.text()).toContain('Paragraph 30.');
  expect(terminal.output()).not.toContain('less');
});

test('What fails is said when the pager has ended, and is in the exit code', async () => {
  const terminal = call(['show', 'long', 'nowhere'], { PAGER: 'sed s/^/]/' });
  expect(await terminal.exit()).toEqual({ code: 1, signal: 0 });
  expect(terminal.text()).toMatch(
    /^newsprint: .*nowhere.*\nnewsprint list names the articles\n*$/m,
  );
});

test('A pager that has seen enough ends the call, quietly', async () => {
  const terminal = call(['show', 'nowhere', ...Array(400).fill('long')], { PAGER: 'head -n 2' });
  expect(await terminal.exit()).toEqual({ code: 1, signal: 0 });
  expect(terminal.output()).toContain('A long story');
  expect(terminal.output()).not.toMatch(/EPIPE|bug/);
});

const hasLess = spawnSync('less', ['--version']).error === undefined;
if (!hasLess) console.warn('no less here: it is not tried');

describe.skipIf(!hasLess)('In less', () => {
  test.each([['less'], ['less -R']])(
    '%s a page has its colours, and Ctrl-C is for less',
    async (PAGER) => {
      const terminal = call(['show', 'long'], { PAGER });
      await terminal.waitFor(/^:$/m);
      expect(terminal.text()).not.toContain('ESC');
      const row = terminal.rows().findIndex((text) => text.includes('A long story'));
      const column = terminal.rows()[row]?.indexOf('A long') ?? 0;
      expect(terminal.cell(column, row).bold).toBe(true);
      terminal.kill('SIGINT');
      terminal.press('G');
      await terminal.waitFor('Paragraph 30.');
      terminal.press('q');
      expect(await terminal.exit()).toEqual({ code: 0, signal: 0 });
      expect(terminal.text()).toContain('Paragraph 30.');
    },
  );
});
