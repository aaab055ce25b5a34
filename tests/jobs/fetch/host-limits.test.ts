// How many requests are under way, of all and of one host, and in which order.

import { expect, test } from 'vitest';
import { createHostLimits, hostOf, mixHosts } from '../../../src/jobs/fetch/host-limits.ts';

/** Tasks that end when they are told to. */
function tasks() {
  const limits = createHostLimits();
  const started: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const run = (name: string): Promise<string> =>
    limits.run(name.charAt(0), () => {
      started.push(name);
      return new Promise((resolve, reject) => {
        ends.set(name, (error) => (error === undefined ? resolve(name) : reject(error)));
      });
    });
  const end = async (name: string, error?: Error): Promise<void> => {
    ends.get(name)?.(error);
    await new Promise(setImmediate);
  };
  return { run, started, end };
}

test('Two requests of a host are under way, and the next when one has ended', async () => {
  const { run, started, end } = tasks();
  const all = ['a1', 'a2', 'a3', 'a4', 'b1'].map(run);
  await new Promise(setImmediate);
  expect(started).toEqual(['a1', 'a2', 'b1']);
  await end('a2');
  expect(started).toEqual(['a1', 'a2', 'b1', 'a3']);
  await end('b1');
  expect(started).toHaveLength(4);
  await end('a1');
  expect(started).toEqual(['a1', 'a2', 'b1', 'a3', 'a4']);
  await end('a3');
  await end('a4');
  expect(await Promise.all(all)).toEqual(['a1', 'a2', 'a3', 'a4', 'b1']);
});

test('Eight requests are under way, and those that wait come in their order', async () => {
  const { run, started, end } = tasks();
  for (const name of 'abcdefghijk') void run(name).catch(() => {});
  await new Promise(setImmediate);
  expect(started.join('')).toBe('abcdefgh');
  await end('c');
  expect(started.join('')).toBe('abcdefghi');
  await end('a', new Error('it failed'));
  expect(started.join('')).toBe('abcdefghij');
});

test('A task that fails frees its place, and says so', async () => {
  const { run, started, end } = tasks();
  const first = run('a1');
  void run('a2');
  void run('a3');
  await new Promise(setImmediate);
  const failed = expect(first).rejects.toThrow('it failed');
  await end('a1', new Error('it failed'));
  await failed;
  expect(started).toEqual(['a1', 'a2', 'a3']);
});

test('Hosts come in turn, each with its items in their order', () => {
  const host = (item: string): string => item.charAt(0);
  expect(mixHosts(['a1', 'a2', 'a3', 'b1', 'c1', 'b2'], host)).toEqual([
    ...['a1', 'b1', 'c1', 'a2', 'b2', 'a3'],
  ]);
  expect(mixHosts([], host)).toEqual([]);
});

test('A host has its port, and what is no address has none', () => {
  expect(['https://a.test/x', 'http://a.test:81/', 'a.test', ''].map(hostOf)).toEqual([
    ...['a.test', 'a.test:81', '', ''],
  ]);
});
