// The built reader on dark and light terminals, which it asks and follows.

import { describe, expect, it } from 'vitest';
import {
  openReader,
  quit,
  temporaryFolder,
  writeLibrary,
} from '../../../support/reader/reader-program.ts';
import type { Terminal } from '../../../support/reader/terminal.ts';

const QUESTION = '\x1b]11;?\x1b\\\x1b[?u\x1b[>q\x1b[16t\x1b[?2;1;0S\x1b[c';
const [DARK, LIGHT] = ['\x1b]11;rgb:1414/1414/1414\x1b\\', '\x1b]11;rgb:ffff/fdfd/f0f0\x07'];
const DEVICE = '\x1b[?62;4;22c';

/** Answers once, when it is asked. */
const answering = (background: string) => (said: string) =>
  said.includes('\x1b[c') ? background + DEVICE : '';
/** Says nothing. */
const silent = () => '';

/** The colour of the sign before an unread article. */
const isSignIn = (color: number) => (terminal: Terminal) =>
  [2, 3, 4].some((row) => {
    const cell = terminal.cell(2, row);
    return cell.text === '●' && !cell.reverse && cell.color === color;
  });
const [OWN_RED, ANY_RED, DARK_RED, LIGHT_RED] = [1, 167, 210, 124];

describe('the reader', () => {
  it('asks for the background after its first frame, and has the colours for it', async () => {
    for (const [background, red] of [
      [DARK, DARK_RED],
      [LIGHT, LIGHT_RED],
    ] as const) {
      const library = writeLibrary(temporaryFolder());
      const terminal = openReader(library, { answer: answering(background) });
      await terminal.waitFor(isSignIn(red));
      const asked = terminal.output().indexOf(QUESTION);
      const first = terminal.output().indexOf('The third story');
      expect([asked > first, first > 0]).toEqual([true, true]);
      expect(terminal.output().slice(0, asked)).toContain('\x1b[?2026l');
      terminal.press('j');
      await terminal.waitFor('2 of 3');
      await quit(terminal);
    }
  });

  it('takes an answer in pieces for no key, and a preference where no colour is told', async () => {
    const terminal = openReader(writeLibrary(temporaryFolder()), { answer: silent });
    await terminal.waitFor(isSignIn(ANY_RED));
    for (const piece of ['\x1b', ']1', '1;rgb:00/', '00/00\x1b', '\\\x1b[?6', '2c']) {
      terminal.press(piece);
    }
    await terminal.waitFor(isSignIn(DARK_RED));
    terminal.press('\x1b[?997;2n');
    await terminal.waitFor(isSignIn(LIGHT_RED));
    terminal.press('\x1b[?997;1nj');
    await terminal.waitFor(isSignIn(DARK_RED));
    await terminal.waitFor('2 of 3');
    await quit(terminal);
  });

  it('asks again when another preference is told, and goes by the colour', async () => {
    let background = DARK;
    const terminal = openReader(writeLibrary(temporaryFolder()), {
      answer: (said) => answering(background)(said),
    });
    await terminal.waitFor(isSignIn(DARK_RED));
    background = LIGHT;
    terminal.press('\x1b[?997;1n');
    await terminal.waitFor(isSignIn(LIGHT_RED));
    expect(terminal.output().split(QUESTION)).toHaveLength(3);
    await quit(terminal);
  });

  it('goes by COLORFGBG where the terminal does not answer', async () => {
    const terminal = openReader(writeLibrary(temporaryFolder()), {
      answer: silent,
      env: { COLORFGBG: '0;15' },
    });
    await terminal.waitFor(isSignIn(LIGHT_RED));
    await quit(terminal);
  });

  it('has the theme that the flag names, whatever the terminal says', async () => {
    for (const [theme, red] of [
      ['terminal', OWN_RED],
      ['light', LIGHT_RED],
      ['mono', -1],
      ['contrast', 217],
    ] as const) {
      const library = writeLibrary(temporaryFolder());
      const line = `"$@" --theme ${theme}`;
      const terminal = openReader(library, { line, answer: answering(DARK) });
      await terminal.waitFor(isSignIn(red));
      terminal.press('j');
      await terminal.waitFor('2 of 3');
      expect(isSignIn(red)(terminal)).toBe(true);
      await quit(terminal);
    }
  });

  it.each(['q', 'e'])('leaves no answer that comes late to what follows on %j', async (key) => {
    const folder = temporaryFolder();
    const count = 'stty -icanon min 0 time 2; echo "it read $(head -c 99 | wc -c)"';
    const env = { VISUAL: folder.script('editor', [count]) };
    const line = `"$@"; ${count}`;
    const terminal = openReader(writeLibrary(folder), { line, answer: silent, env });
    await terminal.waitFor((screen) => screen.output().includes(QUESTION));
    terminal.press(`j${key}`);
    const isLeft = (screen: Terminal) => screen.output().includes('\x1b[?1049l');
    await terminal.waitFor((screen) => isLeft(screen) || screen.text().includes('2 of 3'));
    terminal.press(DARK + DEVICE);
    await terminal.waitFor((screen) => screen.output().includes('it read 0'));
    if (key === 'e') {
      await terminal.waitFor((screen) => screen.modes().alternateScreen);
      terminal.press('Q');
    }
    await terminal.waitFor('after 0');
    const read = key === 'e' ? ['it read 0', 'it read 0'] : ['it read 0'];
    expect(terminal.rows().filter((row) => row !== '')).toEqual(['before', ...read, 'after 0']);
    await terminal.exit();
  });

  it('asks again when it comes back to the terminal', async () => {
    const terminal = openReader(writeLibrary(temporaryFolder()), {
      answer: answering(LIGHT),
      env: { VISUAL: 'true' },
    });
    await terminal.waitFor(isSignIn(LIGHT_RED));
    terminal.press('e');
    await terminal.waitFor((screen) => screen.output().split(QUESTION).length === 3);
    await quit(terminal);
  });
});
