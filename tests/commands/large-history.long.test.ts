// A history of a million lines from another device, read by the built program.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatEntry } from '../../src/core/journal/journal-entry.ts';
import { journalEntry } from '../support/library/journal-entry.ts';
import { temporaryCache } from '../support/library/temporary-cache.ts';
import { temporaryFolder, temporaryLibrary } from '../support/library/temporary-library.ts';
import { program } from '../support/machine/run.ts';

const LINES = 1_000_000;

/** What a process notes when it ends: its peak of memory in MB, the processor's time in ms. */
const NOTE = `
const { readFileSync, writeFileSync } = require('node:fs');
process.on('exit', () => {
  const [, peak] = /^VmHWM:\\s+(\\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'));
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.NOTED, JSON.stringify({ peak: peak / 1024, time: (user + system) / 1000 }));
});
`;

function measure(args: readonly string[], env: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  const [preload, noted] = [join(folder, 'note.cjs'), join(folder, 'noted')];
  writeFileSync(preload, NOTE);
  const own = { ...process.env, ...env, NOTED: noted };
  const { status, stderr } = spawnSync(process.execPath, ['--require', preload, ...args], {
    env: own,
  });
  expect([status, String(stderr)]).toEqual([0, '']);
  const note: { peak: number; time: number } = JSON.parse(readFileSync(noted, 'utf8'));
  return note;
}

function writeHistory(root: string, articles: number): void {
  mkdirSync(join(root, '.newsprint/state'), { recursive: true });
  const file = openSync(join(root, '.newsprint/state/other.jsonl'), 'w');
  for (let at = 0; at < LINES; at += 1000) {
    const lines = Array.from({ length: 1000 }, (_, index) => line(at + index, articles));
    writeSync(file, `${lines.join('\n')}\n`);
  }
  closeSync(file);
}

const line = (at: number, articles: number): string =>
  formatEntry(
    journalEntry({
      id: `2026-01-01-ministers-vote-on-the-budget-${(at * 7919) % articles}`,
      t: new Date(Date.UTC(2024, 0, 1) + at * 60_000).toISOString(),
      op: `op${String(at).padStart(10, '0')}`,
      set: at % 5 === 0 ? { starred: at % 2 === 0 } : { read: at % 3 !== 0 },
    }),
  );

test.skipIf(process.platform !== 'linux').for([10_000, LINES])(
  'a million lines about %i articles are read once, in little memory, and not for a mark',
  { timeout: 300_000 },
  (articles) => {
    const root = temporaryLibrary({ 'a.md': '---\ntitle: A\n---\nText.\n' });
    writeHistory(root, articles);
    const env = { XDG_CACHE_HOME: temporaryCache(), XDG_STATE_HOME: temporaryFolder() };
    const list = [program, 'list', '--library', root];
    const first = measure(list, env);
    const later = [1, 2, 3, 4, 5].map(() => measure(list, env).time);
    const mark = measure([program, 'mark', 'a', '--star', '--quiet', '--library', root], env);
    const bare = [1, 2, 3, 4, 5].map(() => measure(['-e', '0'], env).time);
    // Times two and three what they take: the processor is shared, and to read all again takes seconds.
    expect(first.time).toBeLessThan(5000);
    expect(first.peak).toBeLessThan(150);
    expect(Math.min(...later)).toBeLessThan(3 * Math.min(...bare));
    expect(mark.peak).toBeLessThan(100);
  },
);
