// Marks in the built program: readers in terminals and commands beside them, on one library.

import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stateJournal } from '../../support/library/state-journal.ts';
import { run } from '../../support/machine/run.ts';
import {
  type Folder,
  openReader,
  PLAIN,
  stateEnv,
  temporaryFolder,
  writeLibrary,
} from '../../support/reader/reader-program.ts';
import type { Terminal, TerminalOptions } from '../../support/reader/terminal.ts';

/** A library of three articles, and the programs of one machine on it. */
function machine(folder: Folder) {
  const library = writeLibrary(folder);
  const open = (options: TerminalOptions & { readonly line?: string } = {}) =>
    openReader(library, options);
  return {
    library,
    open,
    /** Opens the reader and waits for its list. */
    async read(options: TerminalOptions & { readonly line?: string } = {}): Promise<Terminal> {
      const terminal = open(options);
      await terminal.waitFor('The third story');
      return terminal;
    },
    call: (...args: readonly string[]) =>
      run([...args, '--library', library], { env: stateEnv(library) }),
    journal: () => stateJournal(library),
  };
}

async function quit(...terminals: readonly Terminal[]): Promise<void> {
  for (const terminal of terminals) {
    terminal.press('Q');
    await terminal.waitFor('after 0');
  }
}

describe('the reader', () => {
  it('shows what another reader and commands do, without a key', async () => {
    const { read, call } = machine(temporaryFolder());
    const [first, second] = [await read(), await read()];
    first.press('ms');
    await first.waitFor(/▸ {2}★ 3 Nov/);
    await second.waitFor(/▸ {2}★ 3 Nov/);
    expect(await call('mark', '2026-11-01', '--star')).toMatchObject({ code: 0 });
    await first.waitFor(/●★ 1 Nov/);
    await call('remove', '2026-11-02');
    await second.waitFor('2 articles, 1 unread');
    await call('undo');
    await second.waitFor('3 articles, 2 unread');
    await second.waitFor(/▸ {2}★ 3 Nov[\s\S]*2 Nov[\s\S]*●★ 1 Nov/);
    await quit(first, second);
  });

  it('says that its library is away, and has it again when that is back', async () => {
    const { read, call, library } = machine(temporaryFolder());
    const terminal = await read();
    renameSync(library, `${library}-away`);
    await terminal.waitFor('no library at');
    terminal.press('xm');
    await terminal.waitFor('marks cannot be kept');
    expect(existsSync(library)).toBe(false);
    renameSync(`${library}-away`, library);
    terminal.press('jm');
    await terminal.waitFor('3 articles, 2 unread');
    expect((await call('list', '-f', 'ids')).stdout.split('\n').filter(Boolean)).toHaveLength(3);
    await quit(terminal);
  });

  it('brings a removed row back and selects it', async () => {
    const { read, call } = machine(temporaryFolder());
    const terminal = await read();
    terminal.press('jx');
    await terminal.waitFor('removed, U brings it back: The second story');
    await terminal.waitFor(/▸ ● {2}1 Nov/);
    expect((await call('list')).stdout).not.toContain('second');
    terminal.press('gU');
    await terminal.waitFor('back again: ');
    await terminal.waitFor(/▸ ● {2}2 Nov/);
    expect((await call('list')).stdout).toContain('second');
    await quit(terminal);
  });

  it('counts an article as read when its end was seen, and Space opens the next unread', async () => {
    const { read, call } = machine(temporaryFolder());
    await call('mark', '2026-11-02', '--read');
    const terminal = await read();
    terminal.press('\rG');
    await terminal.waitFor(/End · \d min · read/);
    terminal.press(' ');
    await terminal.waitFor('Short.');
    await terminal.waitFor('All · 1 min · read');
    expect((await call('list', 'is:unread')).stdout).toBe('');
    await quit(terminal);
  });

  it('keeps the place over the end of the program, at another width', async () => {
    const { read, call, open } = machine(temporaryFolder());
    const terminal = await read();
    terminal.press('\r/paragraph 14\r');
    await terminal.waitFor('hit 1 of 1');
    const row = terminal.rows().findIndex((text) => text.startsWith('  Paragraph 14 '));
    terminal.press('j'.repeat(row - 2));
    await terminal.waitFor((screen) => screen.rows()[2]?.startsWith('  Paragraph 14 ') ?? false);
    await quit(terminal);
    const [article] = JSON.parse((await call('list', '--json', 'source:post')).stdout);
    expect(article.state.progress).toBeGreaterThan(0.25);
    const narrow = open({ columns: 46 });
    await narrow.waitFor('The third');
    narrow.press('\r');
    await narrow.waitFor((screen) => screen.rows()[2]?.startsWith('Paragraph 14 ') ?? false);
    await quit(narrow);
  });

  it.each([
    ['SIGTERM', 'after 143'],
    ['SIGHUP', 'after 129'],
    ['SIGINT', 'after 130'],
  ])('keeps the place and gives the terminal back on %s', async (signal, after) => {
    const folder = temporaryFolder();
    const { read, journal } = machine(folder);
    const pidFile = join(folder.path, 'pid');
    const line = `sh -c 'echo $$ > ${pidFile}; exec "$@"' sh "$@" 2>/dev/null`;
    const terminal = await read({ line });
    terminal.press('\rjjjj');
    await terminal.waitFor((screen) => screen.rows()[2]?.includes('November') ?? false);
    process.kill(Number(readFileSync(pidFile, 'utf8')), signal);
    await terminal.waitFor(after);
    await terminal.exit();
    expect(terminal.rows()[0]).toBe('before');
    expect(terminal.modes()).toEqual(PLAIN);
    expect(journal()).toMatch(/"id":"2026-11-03-first","set":\{"position":\{.*"auto":true/);
  });

  it('goes on where no marks can be kept, and says so', async () => {
    const folder = temporaryFolder();
    const { read } = machine(folder);
    const terminal = await read({ env: { XDG_STATE_HOME: '', HOME: '' } });
    terminal.press('m');
    await terminal.waitFor('marks cannot be kept: there is no home folder');
    terminal.press('j');
    await terminal.waitFor('2 of 3');
    await quit(terminal);
  });
});
