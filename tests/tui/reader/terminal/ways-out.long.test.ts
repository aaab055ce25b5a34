// What the built reader sets of the terminal, and that all of it is undone on every way out.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  openReader,
  openStories,
  PLAIN,
  temporaryFolder,
  writeLibrary,
} from '../../../support/reader/reader-program.ts';
import type { Terminal, TerminalOptions } from '../../../support/reader/terminal.ts';

/** A terminal that has everything: it orders text, shows progress, and knows Kitty's keyboard. */
const ENV = { VTE_VERSION: '8000' };
const answer = (said: string) => (said.includes('\x1b[c') ? '\x1b[?0u\x1b[?62c' : '');
const PLAIN_ESCAPE = '\x1b[>1u';

/** In the order of setting; what it begins with is that of a frame. */
const ENTER = [
  ...['\x1b[?1049h', '\x1b[22;2t', '\x1b[?25l', '\x1b[?7l', '\x1b[?1000h', '\x1b[?1006h'],
  ...['\x1b[?2004h', '\x1b[?1004h', '\x1b[?2031h', '\x1b[8l'],
].join('');
const LEAVE = [
  ...['\x1b[?2026l', '\x1b[0m', '\x1b]8;;\x1b\\', '\x1b[<u', '\x1b[8h', '\x1b]9;4;0\x1b\\'],
  ...['\x1b[?2031l', '\x1b[?1004l', '\x1b[?2004l', '\x1b[?1006l', '\x1b[?1000l', '\x1b[?7h'],
  ...['\x1b[?25h', '\x1b]2;\x1b\\', '\x1b[23;2t', '\x1b[?1049l'],
].join('');

/** A reader in it, whose process's number is known. */
async function open(library: string, pidFile: string, options: TerminalOptions = {}) {
  const line = `ulimit -c 0; sh -c 'echo $$ > ${pidFile}; exec "$@"' sh "$@" 2>/dev/null`;
  const env = { ...ENV, ...options.env };
  const terminal = openReader(library, { ...options, line, answer, env });
  await terminal.waitFor((screen) => screen.output().includes(PLAIN_ESCAPE));
  const pid = Number(readFileSync(pidFile, 'utf8'));
  return { terminal, signal: (name: string) => process.kill(pid, name) };
}

/** What is written between one frame and what others write, as it was given back. */
function given(terminal: Terminal): string {
  const before = terminal.output().split('after ')[0] ?? '';
  return before.slice(before.lastIndexOf('\x1b[?2026l\x1b[0m'));
}

/** What the modes come to that are set by a number; those that are as they were before are left out. */
function modesLeft(output: string): readonly string[] {
  const first = new Map<string, string>();
  const last = new Map<string, string>();
  for (const [, mode = '', way = ''] of output.matchAll(/\x1b\[(\??\d+)([hl])/g)) {
    if (!first.has(mode)) first.set(mode, way);
    last.set(mode, way);
  }
  return [...first].filter(([mode, way]) => last.get(mode) === way).map(([mode]) => mode);
}

const THROW = `data:text/javascript,process.on('SIGUSR2', () => { throw new Error('a bug'); })`;

describe('the reader', () => {
  it.each<[string, string]>([
    ['q', 'q'],
    ['Ctrl-C', '\x03'],
    ['Ctrl-C of Kitty’s keyboard', '\x1b[99;5u'],
    ['SIGINT', 'SIGINT'],
    ['SIGTERM', 'SIGTERM'],
    ['SIGHUP', 'SIGHUP'],
    ['SIGQUIT', 'SIGQUIT'],
    ['SIGABRT', 'SIGABRT'],
    ['a bug', 'SIGUSR2'],
  ])('undoes all that it set on %s', async (_, way) => {
    const folder = temporaryFolder();
    const env = way === 'SIGUSR2' ? { NODE_OPTIONS: `--import "${THROW}"` } : {};
    const { terminal, signal } = await open(writeLibrary(folder), join(folder.path, 'pid'), {
      env,
    });
    if (way.startsWith('SIG')) signal(way);
    else terminal.press(way);
    await terminal.waitFor('after ');
    await terminal.exit();
    expect(terminal.output()).toContain(ENTER);
    expect(given(terminal)).toBe(LEAVE);
    expect(modesLeft(terminal.output())).toEqual([]);
    expect(terminal.modes()).toEqual(PLAIN);
  });

  it('undoes all that it set for Ctrl-Z, also of Kitty’s keyboard, and for an editor, and sets it again', async () => {
    const folder = temporaryFolder();
    const env = { VISUAL: 'true' };
    const { terminal } = await open(writeLibrary(folder), join(folder.path, 'pid'), { env });
    const parts = () => terminal.output().split(ENTER);
    for (const [at, key] of ['\x1a', '\x1b[122;5u', 'e'].entries()) {
      terminal.press(key);
      const back = () => parts()[at + 2] ?? '';
      await terminal.waitFor(() => back().includes('2026l'));
      const away = parts().slice(0, at + 2);
      expect(away.at(-1)?.endsWith(LEAVE)).toBe(true);
      expect(modesLeft(away.join(ENTER))).toEqual([]);
      // Then with the keyboard that is known by now, and the title that was there.
      expect(back().startsWith(`${PLAIN_ESCAPE}\x1b[2J`)).toBe(true);
      expect(back()).toContain('\x1b]2;newsprint\x1b\\');
    }
    expect(parts()).toHaveLength(5);
    terminal.press('Q');
    await terminal.waitFor('after ');
    await terminal.exit();
    expect(given(terminal)).toBe(LEAVE);
    expect(terminal.modes()).toEqual(PLAIN);
  });

  it('takes Esc at once where the terminal sends it as a sequence', async () => {
    const folder = temporaryFolder();
    const { terminal } = await open(writeLibrary(folder), join(folder.path, 'pid'));
    await terminal.waitFor('The third story');
    terminal.press('\r');
    await terminal.waitFor('Paragraph 3 goes');
    expect(terminal.title()).toBe('The first story — newsprint');
    terminal.press('\x1b[27u\x1b[106;1:1u');
    await terminal.waitFor('2 of 3');
    terminal.press('Q');
    await terminal.waitFor('after ');
  });

  it('asks and sets nothing but pastes in plain lines', async () => {
    const line = '"$@" --accessible --theme dark';
    const terminal = openReader(writeLibrary(temporaryFolder()), { line, answer, env: ENV });
    await terminal.waitFor('newsprint: 3 articles');
    terminal.press('j');
    await terminal.waitFor('2 of 3');
    terminal.press('q');
    await terminal.waitFor('after 0');
    await terminal.exit();
    const sequences = [...terminal.output().matchAll(/\x1b[^hlm]*./g)].map(
      ([sequence]) => sequence,
    );
    expect(sequences).toEqual(['\x1b[?2004h', '\x1b[?2004l']);
  });

  it('counts no end as read that comes into sight while the window has not the keyboard', async () => {
    const terminal = await openStories();
    terminal.press('\r');
    await terminal.waitFor('Paragraph 3 goes');
    terminal.press('\x1b[O');
    terminal.resize(80, 250);
    await terminal.waitFor('Paragraph 40 goes');
    await terminal.waitFor(/unread/);
    terminal.press('\x1b[I');
    await terminal.waitFor(/(?<!un)read$|· read/m);
    terminal.press('Q');
    await terminal.waitFor('after 0');
  });
});
