// A device is one machine's: what is copied from it, and what is put back, goes on under another name.

import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newPlace, type Place, runIn, seen } from '../support/machine/crash.ts';
import { program, runShell } from '../support/machine/run.ts';

const hasNames = spawnSync('unshare', ['--uts', 'hostname', 'other']).status === 0;

const HERE = { isHere: true } as const;
const FILES = Object.fromEntries(
  ['a', 'b', 'c'].map((id) => [`${id}.md`, `---\ntitle: ${id}\n---\nText ${id}.\n`]),
);

async function mark(place: Place, ...words: readonly string[]): Promise<void> {
  expect(await runIn(place, ['mark', ...words], HERE)).toMatchObject({ code: 0 });
}

function journals({ root }: Place): Readonly<Record<string, string>> {
  const folder = join(root, '.newsprint/state');
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

/** Runs the program in the same folders on a machine of another name. */
function runElsewhere({ root, home }: Place, words: string) {
  const env = { HOME: home, NEWSPRINT_LIBRARY: root, NODE: process.execPath, PROGRAM: program };
  return runShell(`unshare --uts sh -c 'hostname other; "$NODE" "$PROGRAM" ${words}'`, { env });
}

const starred = (place: Place): unknown =>
  (seen(place) as readonly { id: string; starred: boolean }[])
    .filter((one) => one.starred)
    .map(({ id }) => id)
    .sort();

test.skipIf(!hasNames)(
  'A copied home begins a journal of its own on the other machine',
  async () => {
    const place = newPlace(FILES);
    await mark(place, 'a', '--star');
    const before = journals(place);
    expect(await runElsewhere(place, 'mark b --star')).toMatchObject({ code: 0 });
    expect(await runElsewhere(place, 'mark c --star')).toMatchObject({ code: 0 });
    expect(journals(place)).toMatchObject(before);
    expect(Object.keys(journals(place))).toHaveLength(2);
    expect(await runElsewhere(place, 'undo')).toMatchObject({ code: 0 });
    expect(await runElsewhere(place, 'undo')).toMatchObject({ code: 0 });
    expect(starred(place)).toEqual(['a']);
    const { code, stderr } = await runElsewhere(place, 'undo');
    expect([code, stderr]).toEqual([1, 'newsprint: nothing to undo\n']);
  },
);

test('A journal that was put back as it once was is written no more, and undo goes on', async () => {
  const place = newPlace(FILES);
  await mark(place, 'a', '--star');
  const backup = `${place.root}-backup`;
  cpSync(place.root, backup, { recursive: true });
  await mark(place, 'b', '--star');
  rmSync(place.root, { recursive: true });
  renameSync(backup, place.root);
  const before = journals(place);
  await mark(place, 'c', '--star');
  expect(journals(place)).toMatchObject(before);
  expect(Object.keys(journals(place))).toHaveLength(2);
  expect(starred(place)).toEqual(['a', 'c']);
  expect(await runIn(place, ['undo'], HERE)).toMatchObject({ code: 0 });
  expect(starred(place)).toEqual(['a']);
  expect(await runIn(place, ['undo'], HERE)).toMatchObject({ code: 0 });
  expect(starred(place)).toEqual([]);
});

test.for(['empty', 'gone'])('Undo goes on though the device’s file is %s', async (how) => {
  const place = newPlace(FILES);
  await mark(place, 'a', '--star');
  const devices = join(place.home, '.local/state/newsprint/devices');
  for (const name of readdirSync(devices)) {
    if (how === 'gone') rmSync(join(devices, name));
    else truncateSync(join(devices, name));
  }
  await mark(place, 'b', '--star');
  expect(await runIn(place, ['undo'], HERE)).toMatchObject({ code: 0 });
  expect(await runIn(place, ['undo'], HERE)).toMatchObject({ code: 0 });
  expect(starred(place)).toEqual([]);
});
