// What the world does to a reader: the terminal's answers, signals, programs that fail.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  expectGivenBack,
  openReader,
  openStories,
  PLAIN,
  quit,
  temporaryFolder,
  writeLibrary,
} from '../../../support/reader/reader-program.ts';

/** A shell line that runs the reader and keeps its process's number in a file. */
const keepingPid = (file: string) => `sh -c 'echo $$ > ${file}; exec "$@"' sh "$@" 2>/dev/null`;

describe('a reader in the world', () => {
  it('takes no answer of the terminal for keys', async () => {
    const terminal = await openStories({ env: { EDITOR: 'false' } });
    terminal.press('\x1b]11;rgb:eeee/eeee/eeee\x1b\\\x1bP1+r436f=323536\x1b\\j');
    await terminal.waitFor('2 of 3');
    terminal.press('\x1b]10;rgb:e');
    terminal.press('eee/eeee/eeee\x07j');
    await terminal.waitFor('3 of 3');
    expect(terminal.text()).not.toContain('ended with');
    await quit(terminal);
  });

  it.each([
    ['false', 'false ended with 1'],
    ['/etc/passwd/ed', 'cannot run /etc/passwd/ed: set $EDITOR to your editor'],
    [`sh -c 'exit 3' "a b"`, 'sh ended with 3'],
  ])('says how the editor %s went', async (editor, problem) => {
    const terminal = await openStories({ env: { VISUAL: editor } });
    terminal.press('e');
    await terminal.waitFor(problem);
    terminal.press('q');
    await expectGivenBack(terminal, 'after 0');
  });

  it.each([
    [{ BROWSER: '/etc/passwd/x:nonexist' }, 'cannot run x, cannot run nonexist; copied https://'],
    [{ BROWSER: 'true', SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, 'over SSH: copied https://'],
    [{ SSH_TTY: '/dev/pts/9' }, 'over SSH: copied https://'],
  ])('says why it copied a link with %j', async (env, words) => {
    const terminal = await openStories({ env });
    terminal.press('o');
    await terminal.waitFor(words);
    expect(terminal.clipboard()).toEqual(['https://example.org/first']);
    terminal.press('q');
    await expectGivenBack(terminal, 'after 0');
  });

  it('gives the terminal back on SIGQUIT', async () => {
    const folder = temporaryFolder();
    const pidFile = join(folder.path, 'pid');
    const line = `ulimit -c 0; ${keepingPid(pidFile)}`;
    const terminal = openReader(writeLibrary(folder), { line });
    await terminal.waitFor('The third story');
    // The answers of the terminal have come by then: a shell would show them.
    terminal.press('j');
    await terminal.waitFor('2 of 3');
    process.kill(Number(readFileSync(pidFile, 'utf8')), 'SIGQUIT');
    await terminal.waitFor('after 131');
    await terminal.exit();
    expect(terminal.rows()[0]).toBe('before');
    expect(terminal.modes()).toEqual(PLAIN);
  });

  it('gives the terminal back when another program stops it, and comes back', async () => {
    const folder = temporaryFolder();
    const pidFile = join(folder.path, 'pid');
    // Job control, so that the reader has a group of its own, which can be stopped.
    const line = `set -m; ${keepingPid(pidFile)}; echo stopped; fg`;
    const terminal = openReader(writeLibrary(folder), { line });
    await terminal.waitFor('The third story');
    process.kill(Number(readFileSync(pidFile, 'utf8')), 'SIGTSTP');
    await terminal.waitFor((screen) => screen.output().includes('stopped'));
    await terminal.waitFor((screen) => screen.modes().alternateScreen);
    const given = terminal.output().split('stopped')[0] ?? '';
    expect(given.lastIndexOf('\x1b[?1049l')).toBeGreaterThan(given.lastIndexOf('\x1b[?1049h'));
    await terminal.waitFor('The third story');
    terminal.press('j');
    await terminal.waitFor('2 of 3');
    terminal.press('Q');
    await terminal.exit();
    expect(terminal.modes()).toEqual(PLAIN);
  });

  it('goes on after Ctrl-D was typed while it had given the terminal away', async () => {
    const folder = temporaryFolder();
    const editor = folder.script('editor', ['sleep 0.3']);
    const env = { EDITOR: editor, VISUAL: editor };
    const terminal = openReader(writeLibrary(folder), { env });
    await terminal.waitFor('The third story');
    for (const [key, move, place] of [
      ['\x1a', 'gj', '2 of 3'],
      ['e', 'G', '3 of 3'],
    ] as const) {
      terminal.press(key);
      await terminal.waitFor((screen) => !screen.modes().alternateScreen);
      terminal.press('\x04');
      await terminal.waitFor((screen) => screen.modes().alternateScreen);
      terminal.press(move);
      await terminal.waitFor(place);
    }
    await quit(terminal);
  });

  it.each([
    ['editors', 'e'],
    ['stops', '\x1a'],
    ['stops as the colours change', '\x1b[?997;1n\x1a'],
  ])('hears keys after a burst of %s, and writes on no other screen', async (_, key) => {
    const terminal = await openStories({ env: { VISUAL: 'true' } });
    terminal.press(`${key.repeat(12)}\x0cj`);
    await terminal.waitFor((screen) => screen.output().split('\x1b[?1049h').length > 2);
    await terminal.waitFor('2 of 3');
    terminal.press('k');
    await terminal.waitFor('1 of 3');
    await quit(terminal);
    expect(terminal.output()).not.toContain('Warning');
    const away = terminal.output().split('\x1b[?1049l');
    const others = away.slice(1).map((part) => part.split('\x1b[?1049h')[0]);
    // Neither a frame nor a question, whose answer a shell would take for keys.
    expect(others.join('')).not.toMatch(/2026h|\x1b\[c/);
  });

  it('shows a file that became a pipe as one that cannot be read', async () => {
    const library = writeLibrary(temporaryFolder());
    const file = join(library, '2026-11-02-second.md');
    const terminal = openReader(library);
    await terminal.waitFor('The third story');
    rmSync(file);
    execFileSync('mkfifo', [file]);
    terminal.press('j\r');
    await terminal.waitFor('it is no ordinary file');
    await quit(terminal);
  });

  it('gives no editor a file that has gone', async () => {
    const folder = temporaryFolder();
    const library = writeLibrary(folder);
    const out = join(folder.path, 'edited');
    mkdirSync(out);
    const editor = folder.script('editor', [`touch ${out}/it "$1"`]);
    const terminal = openReader(library, { env: { EDITOR: editor } });
    await terminal.waitFor('The third story');
    rmSync(join(library, '2026-11-02-second.md'));
    terminal.press('je');
    await terminal.waitFor("cannot read '2026-11-02-second.md'");
    terminal.press('ke');
    await terminal.waitFor((screen) => screen.output().split('\x1b[?1049h').length === 3);
    expect(execFileSync('ls', [out, library], { encoding: 'utf8' })).not.toContain('second');
    await quit(terminal);
  });
});
