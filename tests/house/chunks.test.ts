// What the built program loads for a verb: nothing of the reader's, no highlighter.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildFolder, chunkSources, readChunks } from '../support/machine/chunks.ts';
import { ROOT } from './sources.ts';

const program = join(ROOT, 'dist/newsprint.cjs');
const HEAVY =
  /^(?:node_modules\/(?:ink|react|react-reconciler|yoga-layout|open|image-size)\/|src\/(?:tui|library\/pictures)\/)/;
const UNWANTED = /^node_modules\/(?:cli-highlight|node-emoji|emojilib|emoji-regex|cli-table3|ws)\//;
let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'newsprint-chunks-'));
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

/** The source files that a call ran. */
function loadedBy(kind: string, ...args: readonly string[]): readonly string[] {
  const { PATH = '' } = process.env;
  const call = [program, ...args, '--library', join(ROOT, 'articles')];
  const env = { PATH, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home };
  const { status, stderr } = spawnSync(process.execPath, call, { env, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  return chunkSources(home, kind);
}

describe('the built program', () => {
  test.for([
    ['list', ['list'], ['tsv', 'json', 'table']],
    ['show', ['show', 'welcome'], ['html', 'json', 'text']],
  ] as const)('runs %s without the reader, whatever the format', ([verb, words, formats]) => {
    // What one call runs is kept beside what others did.
    const all = formats.map((format) => loadedBy(verb, ...words, '--format', format));
    expect(all.at(-1)).toContain(`src/commands/${verb}.ts`);
    expect(all.flat().filter((path) => HEAVY.test(path))).toEqual([]);
  });

  test('lists in any format without a parser where there is an index', () => {
    loadedBy('list', 'list');
    rmSync(join(home, 'newsprint/code'), { recursive: true });
    const all = ['tsv', 'table', 'json'].map((format) => loadedBy('list', 'list', '-f', format));
    expect(all.at(-1)).toContain('src/commands/list.ts');
    const parsers = /^node_modules\/(?:marked|js-yaml|entities|smol-toml)\//;
    expect(all.flat().filter((path) => parsers.test(path))).toEqual([]);
  });

  test('reads nothing of the web, the intake or the reader’s screen for a short call', () => {
    const { sections } = JSON.parse(readFileSync(join(buildFolder(), 'light.cjs.map'), 'utf8'));
    const sources: readonly string[] = sections.flatMap(
      ({ map }: { readonly map: { readonly sources: readonly string[] } }) => map.sources,
    );
    expect(sources).toContain('src/cli.ts');
    const late =
      /^(?:node_modules\/(?:iconv-lite|htmlparser2|ink|react)|src\/(?:intake\/page|net))\//;
    expect(sources.filter((path) => late.test(path))).toEqual([]);
  });

  test('holds the reader, but no second highlighter, emoji table or devtools', () => {
    const sources = [...readChunks().values()].flat();
    expect(sources.some((path) => HEAVY.test(path))).toBe(true);
    expect(sources.some((path) => path.startsWith('node_modules/marked-terminal/'))).toBe(true);
    expect(sources.filter((path) => UNWANTED.test(path))).toEqual([]);
  });

  test('is all in its packs, so that an install holds nothing twice', () => {
    const names = readdirSync(buildFolder()).filter((name) => !name.endsWith('.map'));
    const others = names.filter((name) => !name.endsWith('-worker.cjs'));
    expect(others).toEqual(['heavy.cjs', 'light.cjs', 'metafile.json', 'middle.cjs', 'thread.cjs']);
  });
});

test.each(['light', 'middle', 'heavy'])(
  'The pack %s is ASCII: the launcher reads it as Latin-1',
  (name) => {
    const pack = readFileSync(join(buildFolder(), `${name}.cjs`));
    expect(pack.every((byte) => byte < 0x80)).toBe(true);
  },
);

test.each(['light', 'middle', 'heavy'])('Exports of chunks in the pack %s are values', (name) => {
  const pack = readFileSync(join(buildFolder(), `${name}.cjs`), 'latin1');
  expect(pack.includes('Object.assign(exports,{')).toBe(true);
  expect(/module\.exports=\s*\(?__toCommonJS/.test(pack)).toBe(false);
});
