// The real process, killed at each of its changes to the disk: nothing is lost, nothing is half.

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatEntry } from '../../src/core/journal/journal-entry.ts';
import {
  type Command,
  crashEverywhere,
  newPlace,
  openPlace,
  type Place,
  runIn,
  seen,
  texts,
} from '../support/crash.ts';
import { journalEntry } from '../support/journal-entry.ts';

const FILES = Object.fromEntries(
  ['a', 'b', 'c'].map((id) => [
    `${id}.md`,
    `---\ntitle: ${id}\nurl: https://x.test/${id}\n---\nText ${id}.\n`,
  ]),
);
const LONG = 180_000;

/** A command, what comes before it, and whether calling it again comes to the same. */
const COMMANDS: readonly (readonly [
  string,
  {
    readonly before: readonly Command[];
    readonly command: Command;
    readonly isRepeatable: boolean;
  },
])[] = [
  [
    'mark one, the first ever',
    { before: [], command: { args: ['mark', 'a', '--star', '--tag', 'x'] }, isRepeatable: true },
  ],
  [
    'mark of three from standard input',
    {
      before: [{ args: ['mark', 'b', '--star'] }],
      command: { args: ['mark', '-', '--read', '--unstar'], input: 'a\nb\nc\n' },
      isRepeatable: true,
    },
  ],
  [
    'remove two',
    {
      before: [{ args: ['mark', 'b', '--star'] }],
      command: { args: ['remove', 'a', 'b'] },
      isRepeatable: false,
    },
  ],
  [
    'undo of a removal',
    {
      before: [{ args: ['mark', 'b', '--star'] }, { args: ['remove', 'a', 'b'] }],
      command: { args: ['undo'] },
      isRepeatable: false,
    },
  ],
  [
    'undo of marks',
    {
      before: [{ args: ['mark', 'a', 'b', '--star', '--tag', 'x'] }],
      command: { args: ['undo'] },
      isRepeatable: false,
    },
  ],
];

async function prepare(before: readonly Command[]): Promise<Place> {
  const place = newPlace(FILES);
  for (const { args } of before) expect((await runIn(place, args)).code).toBe(0);
  return place;
}

describe('killed at every change to the disk', () => {
  test.for(COMMANDS)(
    '%s is done or not begun',
    { timeout: LONG },
    async ([name, { before, command, isRepeatable }]) => {
      const ended = await prepare(before);
      const first = seen(ended);
      await runIn(ended, command.args, command.input === undefined ? {} : { input: command.input });
      const last = seen(ended);
      expect(last).not.toEqual(first);

      const place = await prepare(before);
      const outcomes = new Set<unknown>();
      const kills = await crashEverywhere(place, command, async () => {
        const now = seen(place);
        outcomes.add(JSON.stringify(now));
        expect([first, last]).toContainEqual(now);
        expect(texts(place)).toEqual(Object.values(FILES));
        const isDone = JSON.stringify(now) === JSON.stringify(last);
        if (!isRepeatable && isDone) return;
        const again = await runIn(
          place,
          command.args,
          command.input === undefined ? {} : { input: command.input },
        );
        expect(again.code).toBe(0);
        expect(seen(place)).toEqual(last);
      });
      console.log(`${name}: killed ${kills} times`);
      expect(kills).toBeGreaterThan(1);
      expect(outcomes.size).toBe(2);
    },
  );

  test('a removal can be undone', { timeout: LONG }, async () => {
    const place = await prepare([]);
    const first = seen(place);
    const kills = await crashEverywhere(place, { args: ['remove', 'a', 'b'] }, () => {
      openPlace(place).journals.undo(new Date());
      expect(seen(place)).toEqual(first);
      expect(texts(place)).toEqual(Object.values(FILES));
      expect(readdirSync(place.root).sort()).toEqual(expect.arrayContaining(Object.keys(FILES)));
    });
    console.log(`remove, then undo: killed ${kills} times`);
  });

  test('the trash is full or empty', { timeout: LONG }, async () => {
    const place = await prepare([{ args: ['remove', 'a', 'b'] }]);
    const hidden = seen(place);
    const kills = await crashEverywhere(place, { args: ['trash', '--empty'] }, () => {
      expect(seen(place)).toEqual(hidden);
      const left = texts(place).length;
      expect([1, 3]).toContain(left);
    });
    console.log(`trash --empty: killed ${kills} times`);
    expect(kills).toBeGreaterThan(2);
  });

  test('a journal that is compacted is the old one or the new one', { timeout: LONG }, async () => {
    const place = await prepare([{ args: ['mark', 'a', '--star'] }]);
    const [name = ''] = readdirSync(join(place.root, '.newsprint/state'));
    const toggles = Array.from({ length: 2500 }, (_, index) => {
      const t = new Date(Date.UTC(2026, 0, 1) + index).toISOString();
      return `${formatEntry(journalEntry({ t, op: `op${index}`, set: { read: index % 2 === 0 } }))}\n`;
    });
    const star = formatEntry(
      journalEntry({ id: 'b', t: '2025-01-01T00:00:00.000Z', op: 'star', set: { starred: true } }),
    );
    writeFileSync(join(place.root, '.newsprint/state', name), `${star}\n${toggles.join('')}`);
    const first = seen(place);
    const lines = () => openPlace(place).journals.problems.length;
    const kills = await crashEverywhere(place, { args: ['mark', 'c', '--read'] }, () => {
      const now = seen(place);
      const after = (first as { id: string; read: boolean }[]).map((one) =>
        one.id === 'c' ? { ...one, read: true } : one,
      );
      expect([first, after]).toContainEqual(now);
      expect(lines()).toBeLessThanOrEqual(1);
    });
    console.log(`mark with compaction: killed ${kills} times`);
    expect(kills).toBeGreaterThan(6);
  });
});
