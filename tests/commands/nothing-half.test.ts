// What was half done when something went wrong is done, undone, or gone: nobody has to tidy up.

import { spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryLibrary } from '../support/library/temporary-library.ts';
import { newPlace, type Place, runIn, seen } from '../support/machine/crash.ts';
import { program } from '../support/machine/run.ts';

const HERE = { isHere: true } as const;
const FILES = Object.fromEntries(
  ['a', 'b', 'c'].map((id) => [`2020/${id}.md`, `---\ntitle: ${id}\n---\nText ${id}.\n`]),
);

test('A removal changes nothing where the trash cannot be written', async () => {
  const place = newPlace({ ...FILES, '.newsprint/trash': 'in the way' });
  const before = seen(place);
  const { code, stderr } = await runIn(place, ['remove', 'a', 'b']);
  expect(stderr).toBe(
    'newsprint: nothing is removed: .newsprint/trash cannot be written: a part of the path is no folder\n',
  );
  expect([code, seen(place)]).toEqual([1, before]);
  expect((await runIn(place, ['undo'], HERE)).stderr).toBe('newsprint: nothing to undo\n');
});

test('Undo leaves an article that came under the name of one that was removed', async () => {
  const sources = temporaryLibrary({
    'own.md': '---\ntitle: Weekly links\npublished: 2021-02-03\n---\n\nOurs.\n',
  });
  const place = newPlace(FILES);
  const [id = ''] = (await runIn(place, ['add', join(sources, 'own.md')], HERE)).stdout.split('\n');
  await runIn(place, ['remove', id], HERE);
  const file = join(place.root, '2021', `${id}.md`);
  const theirs = '---\ntitle: Weekly links\n---\n\nTheirs.\n';
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, theirs);
  for (let times = 0; times < 3; times += 1) await runIn(place, ['undo'], HERE);
  expect(readFileSync(file, 'utf8')).toBe(theirs);
});

/** Adds articles until so many are there, and is killed. */
async function addAndDie({ root, home }: Place, sources: string, most: number): Promise<void> {
  const names = readdirSync(sources).map((name) => join(sources, name));
  const env = { ...process.env, HOME: home, NEWSPRINT_LIBRARY: root };
  const child = spawn(process.execPath, [program, 'add', ...names], { env, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const count = () => (existsSync(join(root, '2021')) ? readdirSync(join(root, '2021')).length : 0);
  while (count() < most && child.exitCode === null) await new Promise((r) => setTimeout(r, 1));
  child.kill('SIGKILL');
  await ended;
}

test('What a killed add had stored is one step to undo', async () => {
  const sources = temporaryLibrary(
    Object.fromEntries(
      Array.from({ length: 400 }, (_, at) => [
        `${at}.md`,
        `---\ntitle: Story ${at}\npublished: 2021-02-03\n---\n\nText ${at}.\n`,
      ]),
    ),
  );
  const place = newPlace(FILES);
  await runIn(place, ['mark', 'a', '--star'], HERE);
  const before = seen(place);
  await addAndDie(place, sources, 20);
  expect(seen(place)).not.toEqual(before);
  expect(await runIn(place, ['undo'], HERE)).toMatchObject({ code: 0 });
  expect(seen(place)).toEqual(before);
  expect(await runIn(place, ['undo'], HERE)).toMatchObject({ code: 0 });
  expect(await runIn(place, ['undo'], HERE)).toMatchObject({ code: 1 });
});

test('Temporary files of processes that were killed go by themselves', async () => {
  const place = newPlace(FILES);
  await runIn(place, ['mark', 'a', '--star'], HERE);
  const random = 'abcdefghij0123456789';
  const left = [
    join(place.root, `.newsprint/drafts/.${random}.tmp`),
    join(place.root, `.newsprint/.emptied-${random}/x.md`),
    join(place.root, `.newsprint/state/.${random}.${random}`),
    join(place.home, `.local/state/newsprint/devices/.${random}`),
    `${dirname(place.root)}/.library-${random}`,
  ];
  const others = [join(place.root, '.newsprint/drafts/mine'), join(place.root, '.hidden.md')];
  for (const path of [...left, ...others]) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, 'x');
    utimesSync(path, 1000, 1000);
    if (path.endsWith('.md')) utimesSync(dirname(path), 1000, 1000);
  }
  await runIn(place, ['mark', 'b', '--star']);
  expect(left.filter((path) => existsSync(path))).toEqual([]);
  expect(others.filter((path) => existsSync(path))).toEqual(others);
});

test('A line that a crash tore is a problem until another follows it', async () => {
  const place = newPlace(FILES);
  await runIn(place, ['mark', 'a', '--star'], HERE);
  const folder = join(place.root, '.newsprint/state');
  appendFileSync(join(folder, readdirSync(folder)[0] ?? ''), '{"v":1,"t":"2026-11-2');
  expect(await runIn(place, ['check'], HERE)).toMatchObject({ code: 1 });
  await runIn(place, ['mark', 'b', '--star'], HERE);
  expect(await runIn(place, ['check'], HERE)).toMatchObject({ code: 0 });
});
