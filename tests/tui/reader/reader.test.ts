// The built program in a real pseudo-terminal, an emulator reading what it writes.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../support/machine/run.ts';
import {
  expectGivenBack,
  openReader,
  openStories,
  PLAIN,
  quit,
  temporaryFolder,
  writeLibrary,
} from '../../support/reader/reader-program.ts';
import { openTerminal } from '../../support/reader/terminal.ts';

describe('the reader', () => {
  it('goes from the list into an article, through it and back out', async () => {
    const terminal = await openStories();
    expect(terminal.modes()).toMatchObject({
      alternateScreen: true,
      cursorHidden: true,
      mouse: true,
    });
    terminal.press('\r');
    await terminal.waitFor('Paragraph 1 goes on');
    terminal.press('jjjj');
    await terminal.waitFor((screen) => screen.rows()[2]?.includes('November') ?? false);
    terminal.press('G');
    await terminal.waitFor('Paragraph 40');
    terminal.press(' ');
    await terminal.waitFor(/The second story[\s\S]*Top/);
    terminal.press('q');
    await terminal.waitFor('2 of 3');
    terminal.press('q');
    await expectGivenBack(terminal, 'after 0');
  });

  it('finds words and lights them up', async () => {
    const terminal = await openStories();
    terminal.press('\r/lighthouse\r');
    await terminal.waitFor('hit 1 of 4');
    const row = terminal.rows().findIndex((line) => line.includes('lighthouse'));
    const column = terminal.rows()[row]?.indexOf('lighthouse') ?? 0;
    expect(terminal.cell(column, row)).toMatchObject({ text: 'l', reverse: true });
    terminal.press('nnnn');
    await terminal.waitFor('on from the top');
    await quit(terminal);
  });

  it('has the cursor where it is, for braille displays and magnifiers', async () => {
    const terminal = openReader(writeLibrary(temporaryFolder()), { columns: 80, rows: 24 });
    const isAt = (what: RegExp) => terminal.waitFor((one) => what.test(one.atCursor()));
    await isAt(/^▸ .*The first story/);
    terminal.press('j');
    await isAt(/^▸ .*The second story/);
    terminal.press('t');
    await isAt(/^▸ +3 +all/);
    terminal.press('t');
    await isAt(/^▸ .*The second story/);
    terminal.press('\r');
    await isAt(/^ +The second story/);
    terminal.press(' ');
    await terminal.waitFor('Paragraph 12');
    // The first line of paragraph 6 was the last on the screen before.
    await isAt(/^ +today, and it says/);
    terminal.press('jj');
    await isAt(/Paragraph 13/);
    terminal.press('/light');
    await terminal.waitFor('Find: light');
    await isAt(/^▏? +hit/);
    terminal.press('\x1b');
    await terminal.waitFor((one) => !one.text().includes('Find: '));
    await quit(terminal);
  });

  it('filters, resizes and keeps every key of a burst', async () => {
    const terminal = await openStories();
    terminal.press('/second');
    await terminal.waitFor('1 of 3');
    terminal.press('\r');
    await terminal.waitFor('filter: second');
    terminal.press('\x1b');
    await terminal.waitFor('2 of 3 · newest');
    terminal.resize(120, 40);
    await terminal.waitFor(/│[\s\S]*Paragraph 1 stays/);
    terminal.resize(60, 12);
    await terminal.waitFor((screen) => !screen.text().includes('│'));
    terminal.press(`${'j'.repeat(100)}${'k'.repeat(101)}\r`);
    await terminal.waitFor('The first story');
    terminal.press(`${'\x1b[B'.repeat(7)}`);
    await terminal.waitFor((screen) => !screen.text().includes('Top'));
    await quit(terminal);
  });

  it('hands what is enclosed to $BROWSER, from the list and from the article', async () => {
    const folder = temporaryFolder();
    const out = join(folder.path, 'argv');
    const browser = folder.script('browser', [`printf '%s|' "$@" >> ${out}`]);
    const library = writeLibrary(folder);
    const files = ['https://pod.example/1.mp3?a=1&b=2', 'https://pod.example/2.pdf'];
    const list = files.map((url) => `  - ${url}\n`).join('');
    const head = `---\ntitle: An episode\npublished: 2026-11-04\nenclosures:\n${list}---\n`;
    writeFileSync(join(library, '2026-11-04-episode.md'), head);
    const terminal = openReader(library, { env: { BROWSER: browser } });
    await terminal.waitFor('An episode');
    terminal.press('p');
    await terminal.waitFor('1 of 2, 2p is the second: opening https://pod.example/1.mp3');
    await expect.poll(() => read(out)).toBe(`${files[0]}|`);
    terminal.press('\r');
    await terminal.waitFor('Audio · 1.mp3[1]');
    terminal.press('2p');
    await terminal.waitFor('opening https://pod.example/2.pdf');
    await expect.poll(() => read(out)).toBe(`${files.join('|')}|`);
    terminal.press('Jp');
    await terminal.waitFor('nothing enclosed');
    await quit(terminal);
  });

  it('gives the terminal to the editor and shows what it changed', async () => {
    const folder = temporaryFolder();
    const editor = folder.script('editor', [
      'printf "editing %s" "$1"; read answer',
      'sed -i.bak "s/^title: .*/title: A title of my own/; s/^It has/It had/" "$2"',
    ]);
    const terminal = openReader(writeLibrary(folder), {
      env: { VISUAL: `${editor} -w`, EDITOR: 'x' },
    });
    await terminal.waitFor('The third story');
    terminal.press('\re');
    await terminal.waitFor('editing -w');
    expect(terminal.modes()).toMatchObject({
      alternateScreen: false,
      cursorHidden: false,
      mouse: false,
    });
    terminal.press('\r');
    await terminal.waitFor(/A title of my own[\s\S]*It had/);
    expect(terminal.modes()).toMatchObject({
      alternateScreen: true,
      cursorHidden: true,
      mouse: true,
    });
    terminal.press('q');
    await terminal.waitFor('1 of 3');
    terminal.press('q');
    await terminal.exit();
    expect(terminal.modes()).toEqual(PLAIN);
  });

  it('tells a bug after it gave the terminal back', async () => {
    const folder = temporaryFolder();
    const bug = join(folder.path, 'bug.cjs');
    writeFileSync(bug, "process.on('SIGUSR2', () => { throw new Error('a bug of the test'); });");
    const pidFile = join(folder.path, 'pid');
    const line = `sh -c 'echo $$ > ${pidFile}; exec "$@"' sh "$@"`;
    const terminal = openReader(writeLibrary(folder), {
      line,
      env: { NODE_OPTIONS: `--require=${bug}` },
    });
    await terminal.waitFor('The third story');
    // Behind the terminal's answers, which a bug before them would leave to the shell.
    terminal.press('j');
    await terminal.waitFor('2 of 3');
    process.kill(Number(read(pidFile)), 'SIGUSR2');
    await terminal.waitFor('after 1');
    await terminal.exit();
    expect(terminal.text()).toContain('a bug of the test');
    expect(terminal.modes()).toEqual(PLAIN);
  });

  it('takes keys from the terminal where standard input is a pipe', async () => {
    const terminal = await openStories({ line: 'echo nothing | "$@"' });
    terminal.press('G\r');
    await terminal.waitFor('Short.');
    await quit(terminal);
  });

  it('says that an article has gone and goes on', async () => {
    const library = writeLibrary(temporaryFolder());
    const terminal = openReader(library);
    await terminal.waitFor('The third story');
    rmSync(join(library, '2026-11-02-second.md'));
    terminal.press('j\r');
    await terminal.waitFor('This article cannot be read.');
    terminal.press('J');
    await terminal.waitFor('Short.');
    await quit(terminal);
  });

  it('draws in a CI too, and leaves with 130 on Ctrl-C', async () => {
    const terminal = await openStories({ env: { CI: 'true' } });
    terminal.press('\x03');
    await expectGivenBack(terminal, 'after 130');
  });

  it('shows code in colours, which come a moment after the page and move nothing', async () => {
    const library = writeLibrary(temporaryFolder());
    writeFileSync(join(library, 'code.md'), '# Code\n\n```js\nreturn 1; // end\n```\n');
    const terminal = openReader(library, { line: '"$@" code' });
    await terminal.waitFor('return 1; // end');
    const row = terminal.rows().findIndex((text) => text.includes('return 1;'));
    const column = terminal.rows()[row]?.indexOf('return') ?? 0;
    await terminal.waitFor((screen) => screen.cell(column, row).bold);
    expect(terminal.cell(column + 'return 1; '.length, row)).toMatchObject({
      color: 102,
      bold: false,
    });
    expect(terminal.rows()[row]).toContain('return 1; // end');
    terminal.press('Q');
    await terminal.waitFor('after 0');
  });

  it('stops with everything npm started and comes back with fg', async () => {
    const terminal = openTerminal('bash', ['--norc', '--noprofile', '-i'], {
      cwd: root,
      env: { PS1: 'PROMPT ', HISTFILE: '' },
    });
    await terminal.waitFor('PROMPT');
    terminal.press('npm -s start\r');
    await terminal.waitFor('Welcome to newsprint');
    terminal.press('\x1a');
    await terminal.waitFor(/Stopped[\s\S]*PROMPT/);
    expect(terminal.modes()).toMatchObject({
      alternateScreen: false,
      cursorHidden: false,
      mouse: false,
    });
    terminal.press('fg\r');
    await terminal.waitFor((screen) => screen.modes().alternateScreen);
    await terminal.waitFor('Welcome to newsprint');
    terminal.press('G');
    await terminal.waitFor(/▸ .*Exchange/);
    terminal.press('q');
    await terminal.waitFor((screen) => !screen.modes().alternateScreen);
    terminal.press('exit\r');
    await terminal.exit();
    expect(terminal.modes()).toMatchObject({
      alternateScreen: false,
      cursorHidden: false,
      mouse: false,
    });
  });
});

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
