// What others take on the same machine, where they are installed; nothing is held to it.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'marked';
import { generateArticle } from './generate.mjs';
import { alternate, cleanEnv, median, timedSpawn } from './measure.mjs';
import { measureNewsboat } from './newsboat-cache.mjs';
import { openReader } from './reader.mjs';

const ROUNDS = 5;
const SIZES = [5_000, 100_000];
/** So many times as fast as glow an article of 100 KB is to be. */
const AHEAD = 15;
/** Reads the file it is called with into marked's tokens, from which a page would be set. */
const LEXED = `
  import { readFileSync } from 'node:fs';
  import { lexer } from '${import.meta.resolve('marked')}';
  lexer(readFileSync(process.argv[1], 'utf8'));
`;

/** @param {import('./run.mjs').Bench} bench */
export async function measurePeers(bench) {
  const pages = [];
  for (const size of SIZES) pages.push(...(await measurePage(bench, size)));
  const lists = await measureNewsboat(bench, { root: bench.many, articles: bench.manyIds.length });
  return [...pages, ...(await measureSearch(bench)), await measureFirstList(bench), ...lists];
}

/** An article in colour, as each of them shows it; w3m shows it as a page. */
async function measurePage({ program, home }, size) {
  const file = join(home, `article-${size}.md`);
  const page = `${file}.html`;
  const text = generateArticle(2, size);
  writeFileSync(file, text);
  writeFileSync(page, parse(text.slice(text.indexOf('\n---\n') + 5)));
  const rows = await measureCommands(home, `of ${size / 1000} KB`, {
    'newsprint show': [process.execPath, program, 'show', '--color', 'always', file],
    glow: ['glow', '-s', 'dark', '-w', '80', file],
    lowdown: ['lowdown', '-tterm', file],
    bat: [nameOfBat(), '--color=always', '--paging=never', file],
    w3m: ['w3m', '-dump', '-cols', '80', page],
    'node and marked alone': [process.execPath, '--input-type=module', '-e', LEXED, file],
  });
  if (size !== SIZES.at(-1)) return rows;
  const timeOf = (tool) => rows.find(({ name }) => name.startsWith(`(${tool} `))?.value;
  const value = timeOf('glow') / timeOf('newsprint show');
  const name = `show of ${size / 1000} KB in colour`;
  return [...rows, { name, value, unit: '× ahead of glow', least: AHEAD }];
}

/** The articles with a word, each article a file. */
function measureSearch({ program, home, many }) {
  const word = /\b\p{L}{5,}\b/u.exec(readFileSync(join(many, 'article-0007.md'), 'utf8'))[0];
  return measureCommands(home, 'of one word in 1,000 articles', {
    'newsprint search': [process.execPath, program, 'search', word, '--library', many],
    'rg -l': ['rg', '-l', '-i', '-w', word, many],
  });
}

/** What newsboat's first list is measured beside. */
async function measureFirstList(bench) {
  const times = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const session = openReader(bench, 80, 24);
    times.push((await session.untilSays(`1 of ${bench.manyIds.length}`)) - session.began);
    await session.quit();
  }
  const name = `(newsprint's first list of ${bench.manyIds.length})`;
  return { name, value: median(times.slice(1)), unit: 'ms' };
}

/** Rows without a limit, of those commands that are installed. */
async function measureCommands(home, what, commands) {
  const env = { ...cleanEnv(home), CLICOLOR_FORCE: '1' };
  const there = Object.entries(commands).filter(([, [file]]) => isInstalled(file));
  const subjects = there.map(([name, [file, ...args]]) => [
    `(${name} ${what})`,
    () => timedSpawn(file, args, env),
  ]);
  const times = await alternate(Object.fromEntries(subjects), ROUNDS);
  return Object.entries(times).map(([name, all]) => ({ name, value: median(all), unit: 'ms' }));
}

/** Debian's name for it, or its own. */
function nameOfBat() {
  return isInstalled('batcat') ? 'batcat' : 'bat';
}

function isInstalled(name) {
  return spawnSync('sh', ['-c', 'command -v "$1"', 'sh', name]).status === 0;
}
