// A lock between processes.
import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { withLock } from '../../../src/library/files/file-lock.ts';
import { temporaryFolder, writeFiles } from '../../support/temporary-library.ts';

const path = () => join(temporaryFolder(), 'deep/er/x.lock');

test('A lock is there while the work is done, and not after, whatever becomes of the work', () => {
  const lock = path();
  expect(
    withLock(lock, ({ isMine }) => {
      expect([existsSync(lock), isMine()]).toEqual([true, true]);
      return 5;
    }),
  ).toBe(5);
  expect(() =>
    withLock(lock, () => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(readdirSync(dirname(lock))).toEqual([]);
});

test('One that another took over is not removed', () => {
  const lock = path();
  withLock(lock, ({ isMine }) => {
    writeFileSync(lock, 'another');
    expect(isMine()).toBe(false);
  });
  expect(existsSync(lock)).toBe(true);
});

const DEAD = 2 ** 22 - 5;

test.for([
  ['a process that has died', `${DEAD} ${hostname()} x\n`, false],
  ['another machine, long ago', `1 elsewhere x\n`, true],
  ['nobody, long ago', '', true],
] as const)('The lock of %s is broken', ([, text, isOld]) => {
  const lock = path();
  writeFiles(dirname(dirname(lock)), { 'er/x.lock': text });
  if (isOld) utimesSync(lock, 1000, 1000);
  expect(withLock(lock, ({ isMine }) => isMine())).toBe(true);
  expect(readdirSync(dirname(lock))).toEqual([]);
});
