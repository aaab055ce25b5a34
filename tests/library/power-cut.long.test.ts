// The power fails right after a command: what it said it has done is there when the machine is back.

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryLibrary } from '../support/library/temporary-library.ts';
import { runIn } from '../support/machine/crash.ts';
import { givesDisks, newDisk } from '../support/machine/disk.ts';
import { program } from '../support/machine/run.ts';
import { openTerminal } from '../support/reader/terminal.ts';
import { opml, rss } from '../support/web/following.ts';
import { serve } from '../support/web/web-server.ts';

const ROUNDS = 60;
const hasDisks = givesDisks();

/** What a user sees: articles with their state, the trash, the feeds. */
const LOOKS = [
  ['list', '-f', 'jsonl'],
  ['trash', 'list'],
  ['feeds', 'export'],
];

const article = (id: string) => `---\ntitle: ${id}\nurl: https://x.test/${id}\n---\nText ${id}.\n`;

test.skipIf(!hasDisks)('What was acknowledged outlasts a power cut', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [`2020/a${at}.md`, article(`a${at}`)]),
  );
  const { place, cutPower, runAfter } = newDisk(files);
  let entries = 0;
  const feed = () => ({
    body: rss(
      Array.from({ length: ++entries }, (_, at) => ({
        title: `Entry ${at}`,
        link: `https://n.test/${at}`,
      })),
    ),
  });
  const { url } = await serve({ '/feed': feed });
  const sources = temporaryLibrary(
    Object.fromEntries(
      Array.from({ length: ROUNDS }, (_, at) => [
        [`s${at}.md`, article(`s${at}`)],
        [`f${at}.opml`, opml([`https://feed.test/${at}`])],
      ]).flat(),
    ),
  );
  await runIn(place, [
    'feeds',
    'import',
    join(temporaryLibrary({ 'f.opml': opml([`${url}/feed`]) }), 'f.opml'),
  ]);
  const commands: readonly ((round: number) => readonly string[])[] = [
    (round) => ['mark', `a${round % 20}`, '--star', '--tag', `t${round}`],
    (round) => ['add', join(sources, `s${round}.md`)],
    (round) => ['remove', `a${round % 20}`],
    () => ['undo'],
    () => ['fetch', `${url}/feed`],
    (round) => ['feeds', 'import', join(sources, `f${round}.opml`)],
    (round) => ['mark', `a${round % 20}`, '--unstar', '--read'],
  ];
  const missing: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const args = commands[round % commands.length]?.(round) ?? [];
    const { code, stderr } = await runIn(place, args);
    cutPower();
    if (code !== 0) missing.push(`${args.join(' ')}: ${stderr}`);
    for (const look of LOOKS) {
      const [now, after] = await Promise.all([runIn(place, look), runAfter(look)]);
      if (now.stdout !== after.stdout)
        missing.push(`${round} ${args[0]} ${look[0]}: ${after.stderr}`);
    }
  }
  expect(missing).toEqual([]);
});

test.skipIf(!hasDisks)(
  'What a key marked outlasts a power cut, while the reader is open and when it is left',
  async () => {
    const dated = (id: string, day: number) =>
      `---\ntitle: ${id}\npublished: 2021-07-0${day}\n---\n`;
    const { place, cutPower, runAfter } = newDisk({ 'a.md': dated('a', 2), 'b.md': dated('b', 1) });
    const reader = openTerminal(process.execPath, [program], {
      env: { HOME: place.home, NEWSPRINT_LIBRARY: place.root },
    });
    const starred = async () => {
      cutPower();
      return (await runAfter(['list', '-f', 'ids', 'is:starred'])).stdout;
    };
    await reader.waitFor('1 of 2');
    expect(await starred()).toBe('');
    reader.press('s');
    await expect.poll(starred).toBe('a\n');
    reader.press('jsQ');
    expect(await reader.exit()).toMatchObject({ code: 0 });
    expect(await starred()).toBe('a\nb\n');
  },
);
