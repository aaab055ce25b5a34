// Packs the program, installs it as a user would, and runs it under each Node it is made for; with
// `--tests` the tests, too.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';

const NODES = ['20', '22', '24'];
/** In MB, of which tables of encodings are a fifth. */
const LARGEST_TARBALL = 1.35;
const LARGEST_INSTALL = 50;
const MOST_PACKAGES = 12;
const PATIENCE = 20_000;

const root = fileURLToPath(new URL('..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'newsprint-smoke-'));
try {
  await smoke();
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function smoke() {
  const tarball = pack();
  const program = install(tarball, 'prefix');
  const alone = install(tarball, 'offline', '--offline', `--cache=${join(work, 'no-cache')}`);
  const article = join(work, 'kept.md');
  writeFileSync(article, '# A page that is kept\n\nIts only paragraph.\n');
  for (const major of NODES) {
    const node = findNode(major);
    if (node === null) continue;
    await runVerbs({ node, program, home: join(work, `home-${major}`), article });
    await runVerbs({ node, program: alone, home: join(work, `home-${major}-alone`), article });
    console.log(`Node ${version(node)}: list, show, search, add --dry-run and the reader run`);
    if (process.argv.includes('--tests') && node !== process.execPath) runTests(node);
  }
}

/** Runs what `npm test` runs under a Node that is not this one; programs that tests spawn have it too. */
function runTests(node) {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const call = [vitest, 'run', '--config', '.config/vitest.config.ts', '--reporter=dot'];
  const PATH = `${dirname(node)}${delimiter}${process.env.PATH}`;
  const env = { ...process.env, PATH };
  const { status } = spawnSync(node, call, { cwd: root, env, stdio: 'inherit' });
  expect(status === 0, `the tests pass under Node ${version(node)}`);
}

async function runVerbs({ node, program, home, article }) {
  const run = (words, more = {}) => {
    const call = [program, ...words, '--library', articlesOf(program)];
    return spawnSync(node, call, { env: { ...environment(home), ...more }, encoding: 'utf8' });
  };
  /** What a verb prints that ends well. */
  const print = (...words) => {
    const { status, stdout, stderr } = run(words);
    expect(status === 0 && stderr === '', `${words[0]} ends well, and quietly`, stderr);
    return stdout;
  };
  const list = print('list', '--format', 'ids');
  expect(list.trim().split('\n').length > 5, 'list names the shipped articles', list);
  const shown = print('show', list.split('\n')[0]);
  expect(shown.split('\n').length > 5, 'show prints an article', shown);
  expect(print('search', 'welcome').includes('welcome'), 'search finds one');
  const draft = print('add', '--dry-run', article);
  expect(draft.includes('A page that is kept'), 'add --dry-run prints a draft', draft);
  const { stderr } = run(['list', '--width', 'x'], { NEWSPRINT_DEBUG: '1' });
  expect(/ at \w+ .*\.cjs:/.test(stderr), 'NEWSPRINT_DEBUG shows where an error was', stderr);
  await read(node, program, home);
}

/** @returns {string} the tarball */
function pack() {
  const [{ filename, size, entryCount }] = JSON.parse(
    npm('pack', '--json', '--pack-destination', work),
  );
  const megabytes = size / 1e6;
  console.log(`the tarball: ${megabytes.toFixed(2)} MB, ${entryCount} files`);
  expect(megabytes <= LARGEST_TARBALL, `the tarball has at most ${LARGEST_TARBALL} MB`);
  return join(work, filename);
}

/** The manual page is found beside the program, where there is man. */
function findManual(prefix) {
  const env = { PATH: `${join(prefix, 'bin')}${delimiter}${process.env.PATH}` };
  const { error, stdout } = spawnSync('man', ['-w', 'newsprint'], { env, encoding: 'utf8' });
  if (error !== undefined) return console.log('no man here: the manual page is not looked for');
  expect(/newsprint\.1\b/.test(stdout), 'man newsprint finds the manual page', stdout);
}

/** Installs it for all users of a folder of its own; returns the program. */
function install(tarball, folder, ...options) {
  const prefix = join(work, folder);
  npm('install', '--global', '--prefix', prefix, ...options, tarball);
  const program = ['lib/node_modules', 'node_modules']
    .map((path) => join(prefix, path, 'newsprint/dist/newsprint.cjs'))
    .find((path) => existsSync(path));
  const commands = ['bin/git-merge-newsprint', 'git-merge-newsprint.cmd'];
  const hasStrategy = commands.some((path) => existsSync(join(prefix, path)));
  findManual(prefix);
  expect(hasStrategy, 'the merge strategy is installed where git finds it');
  const files = readdirSync(prefix, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.reduce(
    (sum, file) => sum + statSync(join(file.parentPath, file.name)).size,
    0,
  );
  const packages = files.filter(
    ({ name, parentPath }) =>
      name === 'package.json' && /node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+$/.test(parentPath),
  );
  console.log(
    `installed${options.includes('--offline') ? ' offline' : ''}: ${(bytes / 1e6).toFixed(1)} MB, ${packages.length} packages`,
  );
  expect(bytes / 1e6 <= LARGEST_INSTALL, `an install has at most ${LARGEST_INSTALL} MB`);
  expect(packages.length <= MOST_PACKAGES, `an install has at most ${MOST_PACKAGES} packages`);
  return program;
}

/** @returns {string | null} the program of a version of Node, kept from one call to the next */
function findNode(major) {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const folder = join(root, 'node_modules/.cache/nodes', major);
  const node = join(
    folder,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(node)) return node;
  mkdirSync(folder, { recursive: true });
  try {
    npm('install', '--prefix', folder, '--no-save', `${name}@${major}`);
    return node;
  } catch (error) {
    console.log(
      `Node ${major}: not tried, since it cannot be had: ${error.message.split('\n', 1)[0]}`,
    );
    return null;
  }
}

function version(node) {
  return spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim().slice(1);
}

/** An environment of its own: a home that is empty, nothing of npm's or of the tests'. */
function environment(home) {
  return {
    PATH: process.env.PATH,
    HOME: home,
    TERM: 'xterm-256color',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
  };
}

function articlesOf(program) {
  return join(program, '../../articles');
}

/** Opens the reader in a pseudo-terminal, waits for its list, and quits. */
async function read(node, program, home) {
  const call = [program, 'read', '--library', articlesOf(program)];
  const terminal = spawn(node, call, { env: environment(home), cols: 80, rows: 24 });
  let screen = '';
  const exit = new Promise((resolve) => terminal.onExit(({ exitCode }) => resolve(exitCode)));
  const seen = new Promise((resolve) => {
    terminal.onData((data) => {
      screen += data;
      if (screen.includes('Welcome to newsprint')) resolve(true);
    });
  });
  const late = setTimeout(() => terminal.kill(), PATIENCE);
  const isSeen = await Promise.race([seen, exit.then(() => false)]);
  expect(isSeen, 'the reader shows its list', screen);
  terminal.write('q');
  expect((await exit) === 0, 'the reader ends well', screen);
  clearTimeout(late);
}

function npm(...args) {
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${args[0]}: ${stderr.trim()}`);
  return stdout;
}

function expect(isSo, what, found = '') {
  if (!isSo) throw new Error(`it is not so that ${what}\n${found}`);
}
