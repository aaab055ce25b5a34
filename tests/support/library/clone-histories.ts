// Random histories of three clones of a library: they fetch, follow, mark and remove apart, and are
// brought together by git, by rsync, or by a copier that leaves copies where two changed a file.

import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { seededRandom } from '../machine/random.ts';
import { runShell } from '../machine/run.ts';
import { opml, rss } from '../web/following.ts';
import { serve } from '../web/web-server.ts';
import { type CloneMachine, gitClones, machineIn, SYNC } from './clones.ts';
import { temporaryFolder, writeFiles } from './temporary-library.ts';

/** How clones are brought together. */
export type Way = 'git' | 'rsync' | 'copies';

interface History {
  readonly way: Way;
  readonly feeds: number;
  readonly steps: number;
  readonly seed: number;
}

type Sync = (machine: CloneMachine) => Promise<void>;

/** Lives through a history, and holds that all come to the same list and have no problem. */
export async function liveApart({ way, feeds, steps, seed }: History): Promise<void> {
  const random = seededRandom(seed);
  const { followed, others } = await serveFeeds(feeds);
  const { machines, sync } = await startClones(way);
  const [first] = machines;
  if (first === undefined) throw new Error('no clones');
  writeFiles(first.library, { 'subscriptions.opml': opml(followed) });
  for (const machine of machines) await sync(machine);
  await Promise.all(machines.map((machine) => must(machine, 'fetch')));
  for (let step = 0; step < steps; step += 1) {
    const machine = random.of(machines);
    const { stdout } = await machine.call('list', '-f', 'ids');
    const id = random.of(stdout.split('\n').filter(Boolean));
    const url = others[step % others.length] ?? '';
    const flag = random.of(['--read', '--unread', '--star', '--tag=x', '--untag=x']);
    const action = random.of(['mark', 'mark', 'remove', 'follow', 'fetch', 'sync', 'sync']);
    if (action === 'mark') await must(machine, 'mark', id, flag);
    else if (action === 'remove') await must(machine, 'remove', id);
    else if (action === 'follow') await machine.call('feeds', 'add', url, '--tag', 'News');
    else if (action === 'fetch') await must(machine, 'fetch');
    else await sync(machine);
  }
  // What one brings the next has to get: twice around, copies brought together in between.
  for (let round = 0; round < 3; round += 1) {
    for (const machine of machines) {
      await sync(machine);
      if (way === 'copies') await machine.call('check', '--mend');
    }
  }
  const lists = await Promise.all(machines.map((machine) => machine.list()));
  expect(lists[0]?.length).toBeGreaterThan(0);
  for (const list of lists) expect(list).toEqual(lists[0]);
  for (const machine of machines) {
    expect(await machine.call('check', '--quiet')).toMatchObject({ code: 0, stdout: '' });
  }
}

async function must(machine: CloneMachine, ...args: readonly string[]): Promise<void> {
  const { code, stderr } = await machine.call(...args);
  expect({ args, code, stderr: code === 0 ? '' : stderr }).toEqual({ args, code: 0, stderr: '' });
}

/** Feeds that all follow, and some that each may follow. */
async function serveFeeds(count: number) {
  const paths = Array.from({ length: count + 4 }, (_, at) => `/feed-${at}.xml`);
  const answers = paths.map((path, at) => {
    const items = [1, 2].map((one) => ({
      title: `Report ${one} of feed ${at}`,
      link: `https://news.test/${at}/${one}`,
    }));
    const headers = { 'content-type': 'application/rss+xml' };
    return [path, { headers, body: rss(items, `Feed ${at}`) }] as const;
  });
  const { url } = await serve(Object.fromEntries(answers));
  const urls = paths.map((path) => `${url}${path}`);
  return { followed: urls.slice(0, count), others: urls.slice(count) };
}

async function startClones(
  way: Way,
): Promise<{ readonly machines: readonly CloneMachine[]; readonly sync: Sync }> {
  if (way === 'git') {
    const machines = await gitClones(3);
    const sync: Sync = async (machine) => {
      const { code, stderr } = await machine.shell(SYNC);
      expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    };
    return { machines, sync };
  }
  const machines = Array.from({ length: 3 }, () => machineIn(temporaryFolder()));
  const hub = temporaryFolder();
  if (way === 'copies') return { machines, sync: createCopier(hub) };
  const sync: Sync = async ({ library }) => {
    const script = `rsync -rtu ${library}/ ${hub}/ && rsync -rtu ${hub}/ ${library}/`;
    expect((await runShell(script)).code).toBe(0);
  };
  return { machines, sync };
}

/** What a copier leaves alone. */
const LEFT = /^\.newsprint\/(?:trash|drafts)\//;

/**
 * A copier that knows what a machine had when it was last there: what one side alone changed it
 * copies; where both did, the machine's own comes beside the other as a copy.
 */
function createCopier(hub: string): Sync {
  const before = new Map<string, Map<string, Buffer>>();
  let conflicts = 0;
  return async ({ library }) => {
    const [mine, theirs] = [filesIn(library), filesIn(hub)];
    const known = before.get(library) ?? new Map<string, Buffer>();
    for (const path of new Set([...mine.keys(), ...theirs.keys()])) {
      const [own, other, base] = [mine.get(path), theirs.get(path), known.get(path)];
      if (isSame(own, other)) continue;
      if (isSame(own, base)) put(hub, library, path);
      else if (isSame(other, base) || other === undefined) put(library, hub, path);
      else if (own === undefined) put(hub, library, path);
      else {
        conflicts += 1;
        const stamp = `20261127-${String(conflicts).padStart(6, '0')}-ABCDEFG`;
        const copy = path.replace(/(\.\w+)$/, `.sync-conflict-${stamp}$1`);
        for (const root of [library, hub]) writeFileSync(join(root, copy), own);
        put(hub, library, path);
      }
    }
    before.set(library, filesIn(library));
  };
}

function isSame(a: Buffer | undefined, b: Buffer | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.equals(b);
}

/** A file with its time, or its end. */
function put(from: string, to: string, path: string): void {
  const target = join(to, path);
  mkdirSync(dirname(target), { recursive: true });
  if (existsSync(join(from, path))) cpSync(join(from, path), target, { preserveTimestamps: true });
  else rmSync(target, { force: true });
}

function filesIn(root: string): Map<string, Buffer> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !LEFT.test(path));
  return new Map(paths.map((path) => [path, readFileSync(join(root, path))]));
}
