import { expect, test } from 'vitest';
import { startIntake } from '../../../src/jobs/add/add-sources.ts';
import { createPool } from '../../../src/jobs/pool.ts';
import { device } from '../../support/web/adding.ts';

test('Many files are stored in their order, and named as each is alone', async () => {
  const { call, callHere, files, read, write } = device();
  const names = Array.from({ length: 150 }, (_, at) => `n${at}.md`);
  const body = (at: number) => `Body ${at}. ${'More words of it. '.repeat((at * 37) % 400)}`;
  const texts = names.map((name, at) => [
    name,
    `---\npublished: 2020-02-02\n---\n# Same\n\n${body(at)}\n`,
  ]);
  write({ ...Object.fromEntries(texts), 'n40.md': '\0'.repeat(64), 'n90.md': '' });
  const { code, stdout, stderr } = await call(['add', ...names]);
  expect(code).toBe(1);
  expect(stderr.split('\n').filter((line) => line.startsWith('newsprint'))).toEqual([
    'newsprint: n40.md: not an article: neither text nor a page',
    'newsprint: n90.md is empty',
    'newsprint: 148 articles added',
  ]);
  const ids = names.slice(0, 148).map((_, at) => `2020-02-02-same${at === 0 ? '' : `-${at + 1}`}`);
  expect(stdout).toBe(`${ids.join('\n')}\n`);
  expect(files()).toHaveLength(148);
  const kept = names.map((_, at) => at).filter((at) => at !== 40 && at !== 90);
  for (const [place, at] of kept.entries()) {
    expect(read(`2020/${ids[place]}.md`)).toContain(`Body ${at}.`);
  }
  await callHere(['undo']);
  expect(files()).toEqual([]);
});

test('A thread that cannot run leaves its work to this one', async () => {
  // Beside its source there is no built thread.
  const many = Array.from({ length: 100 }, () => 'a.md');
  const intake = await startIntake(many, { tags: ['x'] });
  const source = { name: 'a.md', urls: [], found: null };
  const bytes = [1, 2, 3].map((at) => Buffer.from(`# Title ${at}\n\nBody.\n`));
  const taken = await Promise.all(bytes.map((one) => intake.ask({ ...source, bytes: one })));
  expect(taken.map(({ article }) => article.title)).toEqual(['Title 1', 'Title 2', 'Title 3']);
  expect(taken[0]?.article.tags).toEqual(['x']);
  const binary = { ...source, bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]) };
  await expect(intake.ask(binary)).rejects.toThrow('not an article');
  await intake.end();
});

test('A pool holds no more than its size, and ends with the first failure', async () => {
  const pool = createPool(2);
  const [started, open]: [number[], (() => void)[]] = [[], []];
  const add = (at: number) =>
    pool.add(() => {
      started.push(at);
      return new Promise((resolve) => open.push(resolve));
    });
  await add(1);
  const second = add(2);
  open[0]?.();
  await second;
  await Promise.race([add(3), Promise.resolve()]);
  expect(started).toEqual([1, 2, 3]);
  for (const resolve of open) resolve();
  await pool.end();
  await pool.add(() => Promise.reject(new Error('first')));
  await expect(pool.end()).rejects.toThrow('first');
});
