// What the built program loads for a verb: nothing of the reader's, no highlighter.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from './sources.ts';

const program = join(ROOT, 'dist/newsprint.cjs');
const HEAVY = /\/node_modules\/(?:ink|react|react-reconciler|yoga-layout|open)\/|\/src\/tui\//;
const UNWANTED =
  /\/node_modules\/(?:cli-highlight|highlight\.js|node-emoji|emojilib|emoji-regex|cli-table3|ws)\//;
let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'newsprint-chunks-'));
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

/** The folder of the build in use. */
function buildFolder(): string {
  const name = /__dirname,\s*"([0-9a-f]{12})"/.exec(readFileSync(program, 'utf8'))?.[1];
  if (name === undefined) throw new Error('the launcher names no build');
  return join(ROOT, 'dist', name);
}

/** The source files in a chunk, by its source map. */
function sourcesOf(chunk: string): readonly string[] {
  const { sources } = JSON.parse(readFileSync(join(buildFolder(), `${chunk}.map`), 'utf8'));
  return sources.map((source: string) => `/${source}`);
}

/** The source files that a call ran: its cache of compiled code begins with the chunks' names. */
function loadedBy(kind: string, ...args: readonly string[]): readonly string[] {
  const { PATH = '' } = process.env;
  const call = [program, ...args, '--library', join(ROOT, 'articles')];
  const env = { PATH, XDG_CACHE_HOME: home };
  const { status, stderr } = spawnSync(process.execPath, call, { env, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  const code = join(home, 'newsprint/code');
  const folder = readdirSync(code)[0] ?? '';
  const text = readFileSync(join(code, folder, `${kind}.bin`), 'latin1');
  const chunks: string[] = JSON.parse(text.slice(0, text.indexOf('\n')));
  return chunks.filter((name) => name !== 'import-package.cjs').flatMap(sourcesOf);
}

function firstId(): string {
  const call = [program, 'list', '--format', 'ids', '--library', join(ROOT, 'articles')];
  return spawnSync(process.execPath, call, { encoding: 'utf8' }).stdout.split('\n', 1)[0] ?? '';
}

describe('the built program', () => {
  test.for([
    ['list', []],
    ['list', ['--format', 'table']],
    ['list', ['--json']],
    ['show', [firstId()]],
    ['show', [firstId(), '--format', 'html']],
    ['show', [firstId(), '--json']],
  ] as const)('runs %s %j without the reader', ([verb, args]) => {
    const loaded = loadedBy(verb, verb, ...args);
    expect(loaded.some((path) => path.endsWith(`/src/commands/${verb}.ts`))).toBe(true);
    expect(loaded.filter((path) => HEAVY.test(path))).toEqual([]);
  });

  test('lists without a Markdown parser', () => {
    const loaded = loadedBy('list', 'list');
    expect(loaded.filter((path) => /\/node_modules\/marked/.test(path))).toEqual([]);
  });

  test('holds the reader, but no highlighter, emoji table or devtools', () => {
    const chunks = readdirSync(buildFolder()).filter((name) => name.endsWith('.cjs.map'));
    const sources = chunks.flatMap((name) => sourcesOf(name.replace(/\.map$/, '')));
    expect(sources.some((path) => HEAVY.test(path))).toBe(true);
    expect(sources.some((path) => /\/node_modules\/marked-terminal\//.test(path))).toBe(true);
    expect(sources.filter((path) => UNWANTED.test(path))).toEqual([]);
  });
});

test.each(['pack', 'heavy'])('The file %s is ASCII: the launcher reads it as Latin-1', (name) => {
  const pack = readFileSync(join(buildFolder(), `${name}.cjs`));
  expect(pack.every((byte) => byte < 0x80)).toBe(true);
});
