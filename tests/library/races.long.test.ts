// Many processes read a library while others add, remove, take back and rename: nobody fails for that.

import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryLibrary, writeFiles } from '../support/library/temporary-library.ts';
import { newPlace, type Place, runIn } from '../support/machine/crash.ts';

const PROCESSES = 32;
const COMMANDS = Number(process.env['NEWSPRINT_RACES'] ?? 1000);
const ARTICLES = 60;
const MOVED = 10;

const article = (at: number): string =>
  `---\ntitle: Number ${at}\nurl: https://x.test/${at}\npublished: 2020-01-02\n---\nBeacon ${at}.\n`;

/** What only reads. */
const READERS = [
  ['list'],
  ['search', 'beacon'],
  ['list', '-f', 'jsonl'],
  ['search', 'beacon', '--json'],
  ['list', '--sort', 'title', '--reverse'],
];

/** What the other processes do; an article may have gone, and there may be nothing to undo. */
function writer(at: number, sources: string): readonly string[] {
  const id = `2020-01-02-number-${at % ARTICLES}`;
  const all = [
    ['remove', id],
    ['add', join(sources, `${at % ARTICLES}.md`)],
    ['undo'],
    ['mark', id, '--star'],
  ];
  return all[at % all.length] ?? [];
}
const MAY_BE =
  /^newsprint: (?:no article |nothing to undo|did you mean|back again: |without its star: |.* (?:articles?|back|there already))/;

/** Moves a file to another folder or back, as a person who tidies up. */
function rename({ root }: Place, at: number): void {
  const paths = ['2020', 'kept'].map((folder) => join(root, folder, `moved-${at % MOVED}.md`));
  for (const [from, to] of [paths, paths.toReversed()]) {
    try {
      renameSync(from ?? '', to ?? '');
      return;
    } catch {}
  }
}

test('Reading beside many who write never fails, and says nothing of files that have gone', {
  timeout: 3_600_000,
}, async () => {
  const files = Object.fromEntries(
    Array.from({ length: ARTICLES }, (_, at) => [`${at}.md`, article(at)]),
  );
  const sources = temporaryLibrary(files);
  const place = newPlace(
    Object.fromEntries(
      Array.from({ length: ARTICLES }, (_, at) => [`2020/2020-01-02-number-${at}.md`, article(at)]),
    ),
  );
  mkdirSync(join(place.root, 'kept'));
  for (let at = 0; at < MOVED; at += 1) {
    writeFiles(place.root, { [`2020/moved-${at}.md`]: `---\ntitle: Moved ${at}\n---\nBeacon.\n` });
  }
  // The index is there: who comes while it is made says after a while that it waits.
  expect(await runIn(place, ['list'])).toMatchObject({ code: 0, stderr: '' });
  const odd: string[] = [];
  let done = 0;
  const work = async (): Promise<void> => {
    for (let at = done++; at < COMMANDS; at = done++) {
      rename(place, at);
      const isWriter = at % 3 === 0;
      const args = isWriter ? writer(at / 3, sources) : (READERS[at % READERS.length] ?? []);
      const { code, signal, stderr } = await runIn(place, args);
      const isFine = isWriter ? stderr === '' || MAY_BE.test(stderr) : code === 0 && stderr === '';
      if (!isFine) odd.push(`${args.join(' ')}: ${code} ${signal} ${stderr}`);
    }
  };
  await Promise.all(Array.from({ length: PROCESSES }, work));
  expect(odd).toEqual([]);
  expect(await runIn(place, ['check'])).toMatchObject({ code: 0 });
  const drafts = join(place.root, '.newsprint/drafts');
  expect(existsSync(drafts) ? readdirSync(drafts) : []).toEqual([]);
});
