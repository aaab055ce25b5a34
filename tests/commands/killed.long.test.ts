// A command that is killed at any of its changes to the disk: what it did is one step to undo.

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryLibrary } from '../support/library/temporary-library.ts';
import {
  copyPlace,
  failEverywhere,
  keepPlace,
  newPlace,
  openPlace,
  runIn,
  runWith,
  seen,
} from '../support/machine/crash.ts';

const HERE = { isHere: true } as const;
const STARRED = { '2020/a.md': '# A\n' };

test.each([
  ['adds', 1],
  ['replaces', 2],
])('An undo of what %s an article, killed anywhere, is finished by the next', async (_, times) => {
  const place = newPlace(STARRED);
  await runIn(place, ['mark', 'a', '--star'], HERE);
  const sources = temporaryLibrary({});
  let before = seen(place);
  for (let edition = 0; edition < times; edition += 1) {
    const file = join(sources, 'own.md');
    const head = '---\ntitle: Own\nurl: https://a.example/own\npublished: 2021-02-03\n---\n';
    writeFileSync(file, `${head}\nEdition ${edition}.\n`);
    before = seen(place);
    expect(await runIn(place, ['add', file], HERE)).toMatchObject({ code: 0 });
  }
  const killed = { place, start: keepPlace(place) };
  const check = async (_: unknown, where: string): Promise<void> => {
    const isNoted = openPlace(place).journals.undone().size > 0;
    if (!isNoted) expect(await runIn(place, ['undo'], HERE), where).toMatchObject({ code: 0 });
    expect(seen(place), where).toEqual(before);
  };
  expect(await failEverywhere(killed, { args: ['undo'] }, 'after', check)).toBeGreaterThan(3);
});

test('What a killed add had on its way to a month is one step to undo', async () => {
  const old = (at: number) => [`2021/2021-02-01-old-${at}.md`, '# Old\n'];
  const place = newPlace(Object.fromEntries(Array.from({ length: 1001 }, (_, at) => old(at))));
  const sources = temporaryLibrary({
    'own.md': '---\ntitle: Own\npublished: 2021-02-03\n---\n\nOurs.\n',
  });
  await runIn(place, ['mark', '2021-02-01-old-0', '--star'], HERE);
  const start = keepPlace(place);
  const inYear = join(place.root, '2021/2021-02-03-own.md');
  for (let at = 1; !existsSync(inYear); at += 1) {
    copyPlace(start, place);
    await runWith(place, { args: ['add', join(sources, 'own.md')] }, 'after', at);
  }
  expect((await runIn(place, ['undo'], HERE)).stderr).toContain('2021-02-03-own');
  expect(existsSync(inYear)).toBe(false);
});
