// A picture in a real kitty, on a display that nobody sees: `npm run test:terminals`. Where a program
// for that is missing it is named, and nothing is tried.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folders = (process.env.PATH ?? '').split(delimiter);
const missing = ['Xvfb', 'kitty', 'import'].filter(
  (name) => !folders.some((folder) => existsSync(join(folder, name))),
);
/** What takes longer has failed (ms). */
const DEADLINE = 30_000;
/** The article's picture has so many points of its colour, at least. */
const LEAST = 5000;

if (missing.length > 0) console.log(`kitty: not tried, there is no ${missing.join(', ')}`);
else await withDisplay(tryKitty);

/** Runs `use` with the name of a display of its own. */
async function withDisplay(use) {
  const words = ['-displayfd', '3', '-screen', '0', '900x700x24'];
  const display = spawn('Xvfb', words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  try {
    const number = await new Promise((resolve) => display.stdio[3].once('data', resolve));
    await use(`:${String(number).trim()}`);
  } finally {
    display.kill();
  }
}

async function tryKitty(display) {
  const home = mkdtempSync(join(tmpdir(), 'newsprint-kitty-'));
  const socket = `unix:${join(home, 'socket')}`;
  const env = { PATH: process.env.PATH, HOME: home, DISPLAY: display, LC_ALL: 'C.UTF-8' };
  const size = ['initial_window_width=90c', 'initial_window_height=40c', 'remember_window_size=no'];
  const options = [...size, 'allow_remote_control=yes', 'font_size=9'].flatMap((one) => [
    '-o',
    one,
  ]);
  const library = join(home, 'library');
  const isArticle = (path) => !path.endsWith('.newsprint');
  cpSync(join(root, 'articles'), library, { recursive: true, filter: isArticle });
  const reader = [join(root, 'dist/newsprint.cjs'), '--library', library];
  const call = ['--config', 'NONE', ...options, '--listen-on', socket, process.execPath, ...reader];
  const graphics = { ...env, LIBGL_ALWAYS_SOFTWARE: '1' };
  const kitty = spawn('kitty', [...call, '2022-07-12'], { env: graphics, stdio: 'ignore' });
  const run = (...words) =>
    execFileSync('kitty', ['@', '--to', socket, ...words], { env, stdio: 'pipe' });
  const ended = new Promise((resolve) => kitty.on('exit', resolve));
  const grab = ['-window', 'root', '-depth', '8', 'rgb:-'];
  try {
    await scrollTwice({
      press: (keys) => run('send-text', keys),
      text: () => attempt(() => String(run('get-text'))),
      points: () => execFileSync('import', grab, { env, maxBuffer: 2 ** 24 }),
    });
    console.log('kitty: the picture is there, and scrolled two ways to one place no point differs');
  } finally {
    // The reader ends first: it still writes into its folder.
    if (attempt(() => run('send-text', 'Q')) === '') kitty.kill();
    await ended;
    rmSync(home, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function scrollTwice({ press, text, points }) {
  const scroll = async (keys) => {
    for (const key of keys) {
      const before = text();
      press(key);
      await until('another line', () => text() !== before);
    }
  };
  await until('the article', () => text().includes('Five first looks'));
  await scroll('j'.repeat(9));
  await until('its picture', () => countGold(points()) > LEAST);
  const [place, seen] = [text(), points()];
  press(' ');
  await until('the next page', () => text() !== place);
  press('g');
  await until('the top', () => text().includes(' Top '));
  await scroll(`${'j'.repeat(12)}kkk`);
  await until('the same place', () => text() === place);
  await until('the same points', () => points().equals(seen));
}

/** '' while it fails, as before the window is there. */
function attempt(action) {
  try {
    return action();
  } catch {
    return '';
  }
}

/** Points of the colour of the picture. */
function countGold(points) {
  let count = 0;
  for (let at = 0; at < points.length; at += 3) {
    const [red, green, blue] = points.subarray(at, at + 3);
    if (red > 180 && red < 220 && green > 130 && green < 170 && blue < 70) count += 1;
  }
  return count;
}

async function until(what, isThere) {
  const end = Date.now() + DEADLINE;
  while (!isThere()) {
    if (Date.now() > end) throw new Error(`kitty: waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
