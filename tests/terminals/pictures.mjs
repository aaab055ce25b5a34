// A picture in real terminals, on a display that nobody sees: `npm run test:terminals`. Where a program
// for one is missing it is named, and that terminal is not tried.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Unicode11Addon } from '@xterm/addon-unicode11';
import xterm from '@xterm/headless';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What takes longer has failed (ms). */
const DEADLINE = 60_000;
/** The article's picture has so many points of its colour, at least. */
const LEAST = 5000;

const size = ['initial_window_width=90c', 'initial_window_height=40c', 'remember_window_size=no'];
const KITTY = ['--config', 'NONE', ...[...size, 'font_size=9'].flatMap((one) => ['-o', one])];
const IN_TMUX =
  'until tmux display-message -p "#{client_termtype}" | grep -q kitty; do sleep 0.1; done';
const WESTON = ['--backend=x11', '--shell=kiosk-shell.so', '--width=600', '--height=700'];

/** How each is started with a command, and how it gets the picture. */
const TERMINALS = [
  ['kitty', ['kitty'], /\x1b_Ga=t,/, (command) => ['kitty', ...KITTY, ...command]],
  [
    'tmux in kitty',
    ['kitty', 'tmux'],
    /\x1bPtmux;\x1b\x1b_Ga=t,/,
    (command, home) => [
      ...['kitty', ...KITTY, 'tmux', '-S', join(home, 'tmux'), '-f', '/dev/null'],
      ...['set', '-g', 'status', 'off', ';', 'set', '-g', 'destroy-unattached', 'on', ';'],
      ...['set', '-g', 'allow-passthrough', 'on', ';', 'new-session'],
      ...['sh', '-c', `${IN_TMUX}; exec "$@"`, 'sh', ...command],
    ],
  ],
  [
    'xterm',
    ['xterm'],
    /\x1bP0;1q/,
    (command) => ['xterm', '-ti', 'vt340', '-geometry', '90x40', '-e', ...command],
  ],
  [
    'foot',
    ['weston', 'foot'],
    /\x1bP0;1q/,
    (command) => ['weston', ...WESTON, '--', 'foot', ...command],
  ],
  ['Konsole', ['konsole'], /\x1b_Ga=p,i=/, (command) => ['konsole', '-e', ...command]],
];

for (const [name, programs, way, call] of TERMINALS) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const missing = ['Xvfb', 'import', ...programs].filter(
    (program) => !folders.some((folder) => existsSync(join(folder, program))),
  );
  if (missing.length > 0) console.log(`${name}: not tried, there is no ${missing.join(', ')}`);
  else {
    await withDisplay((display) => tryTerminal(display, call, way));
    console.log(
      `${name}: the picture is there, and scrolled two ways to one place no point differs`,
    );
  }
}

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

async function tryTerminal(display, call, way) {
  const home = mkdtempSync(join(tmpdir(), 'newsprint-terminal-'));
  const plain = { PATH: process.env.PATH, HOME: home, DISPLAY: display, LC_ALL: 'C.UTF-8' };
  const env = { ...plain, LIBGL_ALWAYS_SOFTWARE: '1', XDG_RUNTIME_DIR: join(home, 'run') };
  mkdirSync(env.XDG_RUNTIME_DIR, { mode: 0o700 });
  const library = join(home, 'library');
  const isArticle = (path) => !path.endsWith('.newsprint');
  cpSync(join(root, 'articles'), library, { recursive: true, filter: isArticle });
  const reader = [join(root, 'dist/newsprint.cjs'), '--library', library, '2022-07-12'];
  const socket = join(home, 'socket');
  const relay = [join(root, 'tests/terminals/relay.mjs'), socket, process.execPath, ...reader];
  const connected = hearRelay(socket);
  const [file, ...words] = call([process.execPath, ...relay], home);
  const terminal = spawn(file, words, { env, stdio: 'ignore' });
  const ended = new Promise((resolve) => terminal.on('exit', resolve));
  const grab = ['-window', 'root', '-depth', '8', 'rgb:-'];
  const screen = await connected;
  try {
    const points = () => execFileSync('import', grab, { env, maxBuffer: 2 ** 24 });
    await scrollTwice({ ...screen, points });
    if (!way.test(screen.output())) throw new Error('the picture came another way');
    // The reader ends first: it still writes into its folder.
    screen.press('Q');
    await screen.ended;
  } finally {
    terminal.kill();
    await ended;
    rmSync(home, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** What the reader shows, as an emulator has it, and its keys; resolves when it has begun. */
function hearRelay(socket) {
  return new Promise((resolve) => {
    const server = createServer((relay) => {
      server.close();
      let output = '';
      let emulator = null;
      const ended = new Promise((end) => relay.on('end', end));
      relay.setEncoding('utf8').on('data', (data) => {
        output += data;
        if (emulator !== null) return emulator.write(data);
        const [first, ...rest] = output.split('\n');
        emulator = new xterm.Terminal({ ...JSON.parse(first), allowProposedApi: true });
        emulator.loadAddon(new Unicode11Addon());
        emulator.unicode.activeVersion = '11';
        emulator.write(rest.join('\n'));
        resolve({ output: () => output, ended, text: () => textOf(emulator), press });
      });
      const press = (keys) => relay.write(keys);
    });
    server.listen(socket);
  });
}

function textOf(emulator) {
  const { active } = emulator.buffer;
  return Array.from({ length: emulator.rows }, (_, row) =>
    active.getLine(active.baseY + row)?.translateToString(true),
  ).join('\n');
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
  const views = [points()];
  // The next picture may be on its way.
  await until('all of it', () => views.unshift(points()) > 4 && views[0].equals(views[4]));
  const [place, [seen]] = [text(), views];
  press(' ');
  await until('the next page', () => text() !== place);
  press('g');
  await until('the top', () => text().includes(' Top '));
  await scroll(`${'j'.repeat(12)}kkk`);
  await until('the same place', () => page(text()) === page(place));
  await until('the same points', () => points().equals(seen));
}

/** All but the status and the keys: what was read to its end says so. */
function page(text) {
  return text.split('\n').slice(0, -2).join('\n');
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
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
