import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { openPictureCache } from '../../../src/library/cache/picture-cache.ts';
import { claimedPng } from '../../support/library/sample-pictures.ts';
import { temporaryFolder } from '../../support/library/temporary-library.ts';

const [A, B] = ['https://x.test/a.png', 'https://x.test/b.png'];

function host(folder = temporaryFolder()) {
  return { env: { XDG_CACHE_HOME: folder }, platform: 'linux' };
}

function kept({ env }: ReturnType<typeof host>): readonly string[] {
  return readdirSync(join(env.XDG_CACHE_HOME, 'newsprint/pictures')).filter((name) =>
    name.endsWith('.png'),
  );
}

test('A picture is there in the next process, by its address, and is kept once', () => {
  const home = host();
  const cache = openPictureCache(home);
  expect(cache.find(A)).toBeNull();
  expect([A, B].map((url) => cache.keep(url, claimedPng(8, 8)))).toEqual([true, true]);
  cache.save();
  const next = openPictureCache(home);
  expect(next.find(`${A}#part`)).toBeNull();
  expect(next.find('HTTPS://x.test/a.png')).toBe(next.find(B));
  expect(kept(home)).toEqual([basename(next.find(A) ?? '')]);
});

test('What is no picture is not kept', () => {
  const cache = openPictureCache(host());
  expect(cache.keep(A, Buffer.from('<svg/>'))).toBe(false);
  expect(cache.find(A)).toBeNull();
});

test('The oldest make room', () => {
  const home = host();
  const cache = openPictureCache(home, 150);
  expect(cache.keep(A, claimedPng(1, 1))).toBe(true);
  utimesSync(cache.find(A) ?? '', 1, 1);
  expect(cache.keep(B, claimedPng(2, 2))).toBe(true);
  expect(openPictureCache(home, 150).keep(`${B}?3`, claimedPng(3, 3))).toBe(true);
  expect([cache.find(A), cache.find(B) !== null]).toEqual([null, true]);
  expect(kept(home)).toHaveLength(2);
});

test('Nothing but its own pictures is taken from the index', () => {
  const home = host();
  const folder = join(home.env.XDG_CACHE_HOME, 'newsprint/pictures');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'other.png'), claimedPng(8, 8));
  const rows = [A, 'other.png'].map((name) => [A, name]);
  writeFileSync(
    join(folder, 'index.json'),
    JSON.stringify([...rows, [B, '../pictures/other.png']]),
  );
  const cache = openPictureCache(home);
  expect([A, B, 'images/a.png', 'ftp://x.test/a.png'].map(cache.find)).toEqual(Array(4).fill(null));
});

test('Without a home nothing is kept and nothing fails', () => {
  const cache = openPictureCache({ env: {}, platform: 'linux' });
  expect(cache.keep(A, claimedPng(8, 8))).toBe(false);
  cache.save();
  expect(cache.find(A)).toBeNull();
  expect(existsSync('pictures')).toBe(false);
});
