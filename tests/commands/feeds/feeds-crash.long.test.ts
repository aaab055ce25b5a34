// The real process, killed at each of its changes to the disk while it changes the subscriptions.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bootId, processSpace } from '../../../src/library/files/this-machine.ts';
import { crashEverywhere, newPlace, type Place, runIn } from '../../support/crash.ts';
import { opmlOf } from '../../support/feeds.ts';

const LONG = 300_000;
const TWO = opmlOf(
  '<outline text="A" xmlUrl="https://a.test/"/>',
  '<outline text="B" xmlUrl="https://b.test/"/>',
);
const URLS = 'https://c.test/ news\nhttps://d.test/\n';

const opml = ({ root }: Place): string | null => {
  const path = join(root, 'subscriptions.opml');
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
};

test.for([
  ['import into a new file', { 'words.txt': '' }, ['feeds', 'import', '-'], URLS],
  ['removal', { 'subscriptions.opml': TWO }, ['feeds', 'remove', 'https://a.test/'], undefined],
] as const)(
  'The file is as it was or as it is to be: %s',
  { timeout: LONG },
  async ([, files, args, input]) => {
    const command = { args, ...(input === undefined ? {} : { input }) };
    const done = newPlace(files);
    expect(await runIn(done, args, command)).toMatchObject({ code: 0 });
    const [before, after] = [opml(newPlace(files)), opml(done)];
    const place = newPlace(files);
    const outcomes = new Set<string | null>();
    const kills = await crashEverywhere(place, command, async () => {
      outcomes.add(opml(place));
      expect([before, after]).toContain(opml(place));
      await runIn(place, args, command);
      expect(opml(place)).toBe(after);
    });
    expect(kills).toBeGreaterThan(6);
    expect(outcomes.size).toBe(2);
  },
);

test('A lock that a kill left, at whatever moment, is in nobody’s way', {
  timeout: LONG,
}, async () => {
  const dead = `${2 ** 22 - 5} ${bootId()} 1 ${processSpace()} x\n`;
  const place = newPlace({ '.newsprint/drafts/subscriptions.lock': dead });
  const command = { args: ['feeds', 'import', '-'], input: URLS };
  let slowest = 0;
  const kills = await crashEverywhere(place, command, async () => {
    const began = performance.now();
    expect(await runIn(place, command.args, command)).toMatchObject({ code: 0 });
    slowest = Math.max(slowest, performance.now() - began);
    expect(existsSync(join(place.root, '.newsprint/drafts/subscriptions.lock'))).toBe(false);
  });
  console.log(`feeds import past a dead lock: killed ${kills} times, then ${slowest} ms at most`);
  expect(kills).toBeGreaterThan(12);
  expect(slowest).toBeLessThan(5000);
});
