// The real process with each of its changes to the disk failing in turn: what it says is what is there.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listTrash } from '../../src/library/store/remove-articles.ts';
import {
  type Command,
  failEverywhere,
  newPlace,
  type Place,
  runIn,
  seen,
} from '../support/crash.ts';
import { opmlOf } from '../support/feeds.ts';
import { temporaryLibrary } from '../support/temporary-library.ts';

const article = (id: string): string =>
  `---\ntitle: ${id}\nurl: https://x.test/${id}\npublished: 2020-01-02\n---\n\nText ${id}.\n`;
const FILES = Object.fromEntries(['a', 'b', 'c'].map((id) => [`2020/${id}.md`, article(id)]));

/** A command, and what comes before it. */
const COMMANDS: readonly (readonly [name: string, before: readonly Command[], command: Command])[] =
  [
    ['mark', [], { args: ['mark', 'a', 'b', '--star', '--tag', 'x'] }],
    ['remove', [{ args: ['mark', 'b', '--star'] }], { args: ['remove', 'a', 'b'] }],
    ['undo of a mark', [{ args: ['mark', 'a', '--star'] }], { args: ['undo'] }],
    ['undo of a removal', [{ args: ['remove', 'a', 'b'] }], { args: ['undo'] }],
    [
      'add',
      [{ args: ['mark', 'a', '--star'] }],
      { args: ['add', 'SOURCES/one.md', 'SOURCES/c.md'] },
    ],
    [
      'feeds import',
      [],
      { args: ['feeds', 'import', '-'], input: opmlOf('<outline xmlUrl="https://f.test/"/>') },
    ],
    ['trash --empty', [{ args: ['remove', 'a'] }], { args: ['trash', '--empty'] }],
  ];

/** Articles, their state, the trash and the feeds. */
function looks(place: Place): unknown[] {
  const feeds = join(place.root, 'subscriptions.opml');
  const trash = listTrash(place.root).map(({ path }) => path);
  return [seen(place), trash.sort(), existsSync(feeds) && readFileSync(feeds, 'utf8')];
}

describe('with every call failing in each way', () => {
  test.for(COMMANDS)(
    '%s is done where it says so, and else not begun',
    {
      timeout: 3_600_000,
    },
    async ([name, before, { args, ...more }]) => {
      const sources = temporaryLibrary({
        'one.md': article('one'),
        'c.md': article('c').replace('Text', 'News of'),
      });
      const command = { args: args.map((word) => word.replace('SOURCES', sources)), ...more };
      const prepare = async (): Promise<Place> => {
        const place = newPlace(FILES);
        for (const each of before) await runIn(place, each.args);
        return place;
      };
      const ended = await prepare();
      const first = looks(ended);
      await runIn(ended, command.args, command);
      const last = looks(ended);
      const place = await prepare();
      const failures = await failEverywhere(place, command, async (isDone, fault) => {
        const now = looks(place);
        // Files that are back before the journal says so are hidden still.
        if (name.startsWith('undo')) now.splice(1, 1, isDone ? last[1] : first[1]);
        if (isDone) expect([fault, now]).toEqual([fault, last]);
        else if (name !== 'add')
          expect([JSON.stringify(first), JSON.stringify(last)], fault).toContain(
            JSON.stringify(now),
          );
        if (name !== 'add' || isDone) return;
        await runIn(place, ['undo']);
        expect([fault, seen(place)]).toEqual([fault, first[0]]);
      });
      console.log(`${name}: failed ${failures} times`);
      expect(failures).toBeGreaterThan(20);
    },
  );
});
