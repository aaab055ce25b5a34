// Draws the README's picture, a frame of the built reader: `node .config/picture.mjs`.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import { Unicode11Addon } from '@xterm/addon-unicode11';
import xterm from '@xterm/headless';
import { svgOf } from './picture/svg.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = join(root, '.github/newsprint.svg');
const [columns, rows] = [104, 29];
const program = join(root, 'dist/newsprint.cjs');

/** Dates in the list depend on the day: in the picture it is always this one. */
const clock = `data:text/javascript,${encodeURIComponent(`
  const day = Date.UTC(2026, 10, 25, 9);
  globalThis.Date = class extends Date {
    constructor(...given) { super(...(given.length === 0 ? [day] : given)); }
    static now() { return day; }
  };`)}`;

/** Left out, since a terminal and a browser set them differently. */
const leftOut = /how-many-is-one-emoji|ibn-al-haytham/;
const saved = 'Unread: is:unread\nStarred: is:starred\n';
/** What comes after the first frame: the page, times of reading and counts. */
const awaited = ['Christmas Day', '24 Nov · 3 min', 'Unread 7', 'Starred 1'];
const marks = [
  ['welcome', '--read'],
  ['twenty-seven', '--read', '--star'],
  ['allies', '--read'],
];

/** @returns {Promise<string>} the picture as SVG, the same whenever the reader draws the same */
export async function drawPicture() {
  const home = mkdtempSync(join(tmpdir(), 'newsprint-picture-'));
  try {
    const library = join(home, 'library');
    cpSync(join(root, 'articles'), library, {
      recursive: true,
      filter: (path) => !leftOut.test(path) && !path.endsWith('.newsprint'),
    });
    mkdirSync(join(home, '.config/newsprint'), { recursive: true });
    writeFileSync(join(home, '.config/newsprint/queries'), saved);
    const env = {
      PATH: process.env.PATH,
      HOME: home,
      NEWSPRINT_LIBRARY: library,
      TZ: 'UTC',
      LC_ALL: 'en_GB.UTF-8',
      TERM: 'xterm-256color',
    };
    for (const words of marks) {
      execFileSync(process.execPath, [program, 'mark', ...words], { env, stdio: 'ignore' });
    }
    // What stands behind a cell is not drawn, and the palette is the picture's own.
    const look = ['--pictures', 'off', '--theme', 'terminal'];
    const reader = ['--import', clock, program, 'webb', ...look];
    return svgOf(await frameOf(reader, env), columns);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** @returns {Promise<import('@xterm/headless').IBufferLine[]>} the rows of the reader's screen */
async function frameOf(words, env) {
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  screen.loadAddon(new Unicode11Addon());
  screen.unicode.activeVersion = '11';
  const reader = spawn(process.execPath, words, { cols: columns, rows, cwd: root, env });
  const ended = new Promise((resolve) => reader.onExit(resolve));
  const frame = () => Array.from({ length: rows }, (_, row) => screen.buffer.active.getLine(row));
  const text = () =>
    frame()
      .map((line) => line.translateToString(true))
      .join('\n');
  try {
    await new Promise((resolve, reject) => {
      const fail = () => reject(new Error(`waited in vain for a whole frame:\n${text()}`));
      const deadline = setTimeout(fail, 60_000);
      const look = () => {
        if (!awaited.every((part) => text().includes(part))) return;
        clearTimeout(deadline);
        resolve();
      };
      reader.onData((data) => screen.write(data, look));
      ended.then(() => screen.write('', fail));
    });
    return frame();
  } finally {
    reader.kill();
    await ended;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(join(root, '.github'), { recursive: true });
  writeFileSync(file, await drawPicture());
}
