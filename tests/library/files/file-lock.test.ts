// A lock between processes.
import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { quickDigest } from '../../../src/library/files/digest.ts';
import { takeLongLock, withLock } from '../../../src/library/files/file-lock.ts';
import {
  bootId,
  isRunningInside,
  processSpace,
  processStart,
} from '../../../src/library/files/this-machine.ts';
import { temporaryFolder, writeFiles } from '../../support/library/temporary-library.ts';

const path = () => join(temporaryFolder(), 'deep/er/x.lock');

test('A lock is there while the work is done, and not after, whatever becomes of the work', () => {
  const lock = path();
  expect(
    withLock(lock, {}, ({ isMine }) => {
      expect([existsSync(lock), isMine()]).toEqual([true, true]);
      return 5;
    }),
  ).toBe(5);
  expect(() =>
    withLock(lock, {}, () => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(readdirSync(dirname(lock))).toEqual([]);
});

test('One that another took over is not removed', () => {
  const lock = path();
  withLock(lock, {}, ({ isMine }) => {
    writeFileSync(lock, 'another');
    expect(isMine()).toBe(false);
  });
  expect(existsSync(lock)).toBe(true);
});

const DEAD = 2 ** 22 - 5;
const [boot, space] = [bootId(), processSpace()];
const dead = `${DEAD} ${boot} 1 ${space} x\n`;

test.for([
  ['a process that has died', dead, false],
  ['a process whose number another has now', `${process.pid} ${boot} 1 ${space} x\n`, false],
  ['a process of before the machine was started', `${process.pid} old 1 ${space} x\n`, false],
  ['another machine, long ago', `1 another 1 elsewhere x\n`, true],
  ['nobody, long ago', '', true],
] as const)('The lock of %s is broken at once', ([, text, isOld]) => {
  const lock = path();
  writeFiles(dirname(dirname(lock)), { 'er/x.lock': text });
  if (isOld) utimesSync(lock, 1000, 1000);
  expect(withLock(lock, {}, ({ isMine }) => isMine())).toBe(true);
  expect(readdirSync(dirname(lock))).toEqual([]);
});

/** Whether processes of containers can be seen from here. */
const isOutermost = isRunningInside('1', '') !== null;

test.skipIf(!isOutermost)('The lock of a container that has ended is broken at once', () => {
  const lock = path();
  writeFiles(dirname(lock), { 'x.lock': `1 ${boot} 1 container x\n` });
  expect(withLock(lock, { patience: 0 }, ({ isMine }) => isMine())).toBe(true);
});

test('A lock of which nothing can be known is waited for, and named after a second', async () => {
  const [lock, start] = [path(), processStart(process.pid)];
  for (const [holder, patience] of [
    [`1 another 1 elsewhere x\n`, 1100],
    [`${process.pid} ${boot} ${start} container x\n`, 50],
  ] as const) {
    writeFiles(dirname(lock), { 'x.lock': holder });
    const named: string[] = [];
    const options = { onWait: (one: string) => named.push(one), patience };
    expect(() => withLock(lock, options, () => {})).toThrow('another newsprint is at work on it');
    expect(named).toEqual(patience > 1000 ? [lock] : []);
  }
});

test('A lock whose breaker has died is broken at once', () => {
  const lock = path();
  const breaking = `x.lock.${quickDigest(dead)}`;
  writeFiles(dirname(lock), { 'x.lock': dead, [breaking]: dead });
  const began = performance.now();
  expect(withLock(lock, {}, ({ isMine }) => isMine())).toBe(true);
  expect(performance.now() - began).toBeLessThan(1000);
  expect(readdirSync(dirname(lock))).toEqual([]);
});

test('The lock of a process that lives is waited for, however long it has it', async () => {
  const lock = path();
  const held = await takeLongLock(lock, new AbortController().signal, () => {});
  utimesSync(lock, 1000, 1000);
  const control = new AbortController();
  const second = await takeLongLock(lock, control.signal, () => control.abort());
  expect([second, existsSync(lock)]).toEqual([null, true]);
  held?.();
  expect(readdirSync(dirname(lock))).toEqual([]);
});
