// The cache of compiled code: what it trusts, and that nothing in it breaks a start.

import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CodeCache, openCodeCache } from '../../src/launcher/code-cache.ts';
import { runChunk } from '../../src/launcher/pack.ts';

let home: string;
let folder: string;
let pack: string;
const user = process.getuid?.();

/** A pack of two chunks that tells what it computes. */
const PACK = `({late:[],bodies:{
"cli.cjs"(exports,require,module,importMeta){
  const { twice } = require("./twice.cjs"); require("told")(twice(21), importMeta.filename) },
"twice.cjs"(exports,require){ exports.twice = (value) => value * 2 },
"more.cjs"(exports,require){ require("told")("more") }
}})`;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'newsprint-code-'));
  folder = join(home, 'cache', 'code', 'one');
  pack = join(home, 'pack.cjs');
  writeFileSync(pack, PACK);
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

function open(place = folder): CodeCache {
  return openCodeCache({ folder: place, kind: 'list', user });
}

/** Runs chunks of the pack, by default the first, as a start would, and tells what it told. */
function start(cache: CodeCache, ...entries: readonly string[]): readonly unknown[] {
  const told: unknown[] = [];
  for (const entry of entries.length === 0 ? ['cli.cjs'] : entries) {
    runChunk(entry, [{ path: pack, openCache: () => cache }], (name) => {
      expect(name).toBe('told');
      return (...values: unknown[]) => void told.push(...values);
    });
  }
  cache.write();
  return told;
}

describe('the code cache', () => {
  test('is filled by the first start and serves the second', () => {
    expect(open().read()).toBeUndefined();
    expect(start(open())).toEqual([42, home]);
    expect(readdirSync(folder)).toEqual(['list.bin']);
    expect(open().read()?.length).toBeGreaterThan(200);
    expect(start(open())).toEqual([42, home]);
  });

  test('is written again only when a chunk runs that was not in it', () => {
    const path = join(folder, 'list.bin');
    start(open());
    utimesSync(path, 1, 1);
    start(open());
    expect(statSync(path).mtimeMs).toBe(1000);
    start(open(), 'more.cjs');
    expect(statSync(path).mtimeMs).toBeGreaterThan(1000);
  });

  test('with much that a start does not need is left out, three times, and compiled anew', () => {
    for (let time = 1; time <= 3; time++) {
      start(open(), 'more.cjs', 'cli.cjs');
      expect(open().read()).toBeDefined();
      start(open());
      expect(open().read()).toBeUndefined();
    }
    start(open(), 'more.cjs', 'cli.cjs');
    start(open());
    expect(open().read()).toBeDefined();
  });

  const damages: readonly (readonly [string, (code: Buffer) => Buffer])[] = [
    ['is empty', () => Buffer.alloc(0)],
    ['is of another program', () => Buffer.from('#!/bin/sh\n#!/bin/sh\n')],
    ['is cut in the middle', (code) => code.subarray(0, code.length / 2)],
    ['is cut by a byte', (code) => code.subarray(0, -1)],
    ['holds zeros', (code) => Buffer.alloc(code.length)],
    [
      'has a byte turned',
      (code) => Buffer.from(code.map((byte, at) => (at === 90 ? ~byte : byte))),
    ],
  ];
  test.for(damages)('is made again where a file %s', ([, damage]) => {
    start(open());
    const path = join(folder, 'list.bin');
    const good = readFileSync(path);
    writeFileSync(path, damage(good));
    expect(open().read()).toBeUndefined();
    expect(start(open())).toEqual([42, home]);
    expect(open().read()?.length).toBeGreaterThan(200);
  });

  test.skipIf(user === undefined)('of another user is neither read nor written', () => {
    start(open());
    const before = readFileSync(join(folder, 'list.bin'));
    const theirs = openCodeCache({ folder, kind: 'list', user: (user ?? 0) + 1 });
    expect(theirs.read()).toBeUndefined();
    expect(start(theirs)).toEqual([42, home]);
    expect(readFileSync(join(folder, 'list.bin'))).toEqual(before);
  });

  test.skipIf(user === undefined)('that others may write is left alone', () => {
    start(open());
    chmodSync(folder, 0o777);
    expect(open().read()).toBeUndefined();
  });

  test('that cannot be written is no error', () => {
    writeFileSync(join(home, 'cache'), 'a file where the folder would be');
    expect(start(open())).toEqual([42, home]);
  });

  test('keeps the newest four builds', () => {
    const code = join(home, 'cache', 'code');
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) start(open(join(code, name)));
    const left = readdirSync(code);
    expect(left).toHaveLength(4);
    expect(left).toContain('f');
  });
});

describe('a chunk', () => {
  test('is run once however often it is required', () => {
    writeFileSync(
      pack,
      `({late:[],bodies:{"cli.cjs"(e,require){ require("./a.cjs"); require("./a.cjs") },
        "a.cjs"(e,require){ require("told")("run") }}})`,
    );
    expect(start(open())).toEqual(['run']);
  });

  test('that may run late runs when one of its exports is used, and is the same to all', () => {
    writeFileSync(
      pack,
      `({late:["a.cjs","b.cjs"],bodies:{
        "cli.cjs"(e,require){ const a = require("./a.cjs"), told = require("told"); require("./b.cjs");
          told("begun"); told(a.two, a.one, require("./a.cjs").one, a.three) },
        "a.cjs"(e,require,module){ require("told")("run"); module.exports = {one:1,two:2} },
        "b.cjs"(e,require){ require("told")("never") }}})`,
    );
    expect(start(open())).toEqual(['begun', 'run', 2, 1, 1, undefined]);
  });

  test('that runs late sees a loop as modules do', () => {
    writeFileSync(
      pack,
      `({late:["a.cjs","b.cjs"],bodies:{
        "cli.cjs"(e,require){ require("told")(require("./a.cjs").one()) },
        "a.cjs"(e,require,module){ module.exports = {one: () => b.two}; const b = require("./b.cjs"); b.two },
        "b.cjs"(e,require,module){ const a = require("./a.cjs"); module.exports = {two: typeof a.one} }}})`,
    );
    expect(start(open())).toEqual(['function']);
  });

  test('runs without a cache, too, by the loader of Node', () => {
    const told: unknown[] = [];
    const packs = [{ path: pack, openCache: () => null }];
    const requirePackage = (name: string): unknown =>
      name === pack ? runInNewContext(PACK) : (...values: unknown[]) => void told.push(...values);
    runChunk('cli.cjs', packs, requirePackage);
    expect(told).toEqual([42, home]);
  });
});
