// The built launcher: where it finds things, and that a damaged cache never breaks a start.

import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };
import { openReader } from '../support/reader/reader-program.ts';
import { openTerminal } from '../support/reader/terminal.ts';

const program = fileURLToPath(new URL('../../dist/newsprint.cjs', import.meta.url));
const version = `newsprint ${pkg.version}\n`;
let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'newsprint-launcher-'));
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

/** Runs the program without NODE_OPTIONS, with these folders. */
function run(args: readonly string[], env: Readonly<Record<string, string>>, path = program) {
  const { PATH = '' } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], {
    env: { PATH, TZ: 'UTC', ...env },
    input: '',
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** The files of compiled code under a cache folder. */
function codeFiles(cache: string): readonly string[] {
  const code = join(cache, 'newsprint', 'code');
  if (!existsSync(code)) return [];
  const names = readdirSync(code, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.bin')).map((name) => join(code, name));
}

describe('the launcher', () => {
  test('can be started by its name and through a link', () => {
    const link = join(home, 'newsprint');
    symlinkSync(program, link);
    expect(statSync(program).mode & 0o111).toBe(0o111);
    expect(execFileSync(link, ['--version'], { encoding: 'utf8' })).toBe(version);
  });

  test('finds the shipped articles from anywhere', () => {
    const link = join(home, 'newsprint');
    symlinkSync(program, link);
    const { stdout, stderr } = run(['read', '--format', 'ids'], { XDG_CACHE_HOME: home }, link);
    expect(stderr).not.toContain('bug');
    expect(stdout).not.toContain('bug');
  });

  test('says nothing of its own on standard error', () => {
    expect(run(['--version'], { HOME: home })).toEqual({ status: 0, stdout: version, stderr: '' });
  });

  test('names files and lines of src/ in a stack under NEWSPRINT_DEBUG', () => {
    const { status, stderr } = run(['list', '--width', 'x'], { NEWSPRINT_DEBUG: '1' });
    expect(status).toBe(2);
    expect(stderr).toMatch(/at .*\bsrc\/cli\.ts:\d+:\d+/);
  });
});

describe('compiled code', () => {
  test('goes to the cache folder of XDG, else of the home', () => {
    run(['--version'], { XDG_CACHE_HOME: join(home, 'a'), HOME: join(home, 'b') });
    run(['--version'], { XDG_CACHE_HOME: 'relative', HOME: join(home, 'c') });
    expect(codeFiles(join(home, 'a')).length).toBeGreaterThan(0);
    expect(codeFiles(join(home, 'b', '.cache'))).toEqual([]);
    expect(codeFiles(join(home, 'c', '.cache')).length).toBeGreaterThan(0);
    expect(existsSync('relative')).toBe(false);
  });

  test.for([
    ['without a home', {}],
    ['with an empty home', { HOME: '' }],
    ['with a home that cannot be', { HOME: '/dev/null' }],
  ] as const)('is done without %s', ([, env]) => {
    expect(run(['--version'], env)).toEqual({ status: 0, stdout: version, stderr: '' });
  });

  test('lies apart for other flags of V8, and stays as it is', () => {
    const plain = { XDG_CACHE_HOME: home };
    const calls = [plain, { ...plain, NODE_OPTIONS: '--max-old-space-size=300' }];
    for (const env of calls) run(['--version'], env);
    // A module that is loaded first is no flag of it.
    for (const name of ['one.cjs', 'two.cjs']) {
      const path = join(home, name);
      writeFileSync(path, '');
      run(['--version'], { ...plain, NODE_OPTIONS: `--require=${path}` });
    }
    const files = codeFiles(home);
    expect(files).toHaveLength(2);
    for (const path of files) utimesSync(path, 1, 1);
    for (const env of calls) expect(run(['--version'], env).stdout).toBe(version);
    expect(codeFiles(home).map((path) => statSync(path).mtimeMs)).toEqual([1000, 1000]);
  });

  test('of the reader is kept while that is open', async () => {
    const library = join(home, 'library');
    mkdirSync(library);
    const terminal = openReader(library, { env: { XDG_CACHE_HOME: home } });
    const kept = () => codeFiles(home).map((path) => basename(path));
    const all = ['read-heavy.bin', 'read-middle.bin', 'read.bin'];
    await vi.waitFor(() => expect(kept().toSorted()).toEqual(all), { timeout: 30_000 });
    terminal.kill('SIGKILL');
  });

  test('of a list on a terminal is that of the first pack alone', async () => {
    const args = [program, 'list', '--library', 'articles'];
    const terminal = openTerminal(process.execPath, args, { env: { XDG_CACHE_HOME: home } });
    await terminal.waitFor('Welcome to newsprint');
    await terminal.exit();
    expect(codeFiles(home).map((path) => basename(path))).toEqual(['list.bin']);
  });

  test('of a reader, which keeps itself small, is taken again by the next one', async () => {
    const library = join(home, 'library');
    mkdirSync(library);
    writeFileSync(join(library, 'a.md'), '# A story\n\nText.\n');
    const readOnce = async () => {
      const terminal = openReader(library, { env: { XDG_CACHE_HOME: home } });
      await terminal.waitFor('A story');
      terminal.press('Q');
      await terminal.exit();
    };
    // The first makes the index, and the third compiles without what only that needed.
    for (let time = 1; time <= 3; time++) await readOnce();
    const files = codeFiles(home).filter((path) => basename(path).startsWith('read'));
    const takeAgain = async () => {
      for (const path of files) utimesSync(path, 1, 1);
      await readOnce();
      return files.map((path) => statSync(path).mtimeMs);
    };
    // On a busy machine a reader does something for the first time later than the third.
    await expect.poll(takeAgain, { timeout: 30_000 }).toEqual([1000, 1000, 1000]);
  });

  test('of a call that made an index holds what it began with, too', () => {
    const library = join(home, 'library');
    mkdirSync(library);
    for (let at = 0; at < 100; at++) {
      writeFileSync(join(library, `${at}.md`), `# Story ${at}\n\n${'Words of it. '.repeat(100)}\n`);
    }
    // As in a call that takes minutes all memory is gone through many times.
    const [usual = 0, long] = ['--no-gc-global', '--gc-global'].map((flag) => {
      const env = { PATH: process.env['PATH'] ?? '', XDG_CACHE_HOME: join(home, flag) };
      const args = [flag, '--max-semi-space-size=1', program, 'list', '--library', library];
      spawnSync(process.execPath, args, { env });
      const [path = ''] = codeFiles(join(home, flag));
      return statSync(path).size;
    });
    expect(long).toBeGreaterThan(0.95 * usual);
  });

  const cache = mkdtempSync(join(tmpdir(), 'newsprint-launcher-'));
  beforeAll(() => void run(['--version'], { XDG_CACHE_HOME: cache }));
  afterAll(() => rmSync(cache, { recursive: true }));

  const damages: readonly (readonly [string, (code: Buffer) => Buffer])[] = [
    ['empty', () => Buffer.alloc(0)],
    ['of another program', () => Buffer.from('#!/bin/sh\n#!/bin/sh\n')],
    ['cut in the middle', (code) => code.subarray(0, code.length / 2)],
    ['zeros', (code) => Buffer.alloc(code.length)],
    ['noise', (code) => Buffer.from(code.map((byte, at) => byte ^ (at % 251)))],
    ['damaged alike in both halves, in its head', (code) => spoilBoth(code, 4)],
  ];
  test.for(damages)('that is %s is made again', ([, damage]) => {
    const env = { XDG_CACHE_HOME: home };
    cpSync(cache, home, { recursive: true });
    const files = codeFiles(home);
    expect(files.length).toBeGreaterThan(0);
    for (const path of files) writeFileSync(path, damage(readFileSync(path)));
    expect(run(['--version'], env)).toEqual({ status: 0, stdout: version, stderr: '' });
    for (const path of files) {
      const code = readFileSync(path);
      expect(code.length).toBeGreaterThan(10_000);
      expect(code.subarray(0, code.length / 2).equals(code.subarray(code.length / 2))).toBe(true);
      expect(code.equals(damage(code))).toBe(false);
    }
  });
});

function spoilBoth(code: Buffer, at: number): Buffer {
  const spoilt = Buffer.from(code);
  for (const place of [at, code.length / 2 + at])
    spoilt.writeUInt8(255 - code.readUInt8(place), place);
  return spoilt;
}
