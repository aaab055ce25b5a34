// A library that others change all the while: files, journals, the file of subscriptions.

import { appendFileSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unlessCode } from '../../../src/library/files/system-error.ts';
import type { Random } from '../machine/random.ts';
import { opml } from '../web/following.ts';

const JOURNAL = '.newsprint/state/otherdevice.jsonl';
const PARAGRAPH =
  'The storm passed over the harbour in the night, and a [link](https://example.org/) stayed.\n\n';

function article(random: Random, name: string): string {
  const title = random.of([
    `Story ${name}`,
    '漢字 story',
    'A '.repeat(200),
    '',
    '\x1b[31mred',
    '👩‍👩‍👧 family',
  ]);
  const broken = random.of(['', '', '', 'published: never\n', 'tags: [a, b\n', 'tags: [storm]\n']);
  return `---\ntitle: ${JSON.stringify(title)}\npublished: 2026-11-${10 + random.below(18)}\n${broken}---\n${PARAGRAPH.repeat(1 + random.below(40))}`;
}

/** Writes the first articles. */
export function writeMonkeyLibrary(root: string, count: number, random: Random): void {
  mkdirSync(join(root, '.newsprint/state'), { recursive: true });
  for (let number = 0; number < count; number += 1) {
    writeFileSync(join(root, `story-${number}.md`), article(random, String(number)));
  }
}

function mark(random: Random, id: string): string {
  const set = random.of([
    { read: true },
    { read: false },
    { starred: true },
    { tags: { storm: true } },
    { removed: true },
    { removed: false },
  ]);
  const line = { v: 1, t: new Date().toISOString(), op: `op${random.below(1e9)}`, id, set };
  return random.percent(95)
    ? `${JSON.stringify(line)}\n`
    : `${JSON.stringify(line).slice(0, 30)}\n`;
}

/** A library that is disturbed. */
interface Disturbed {
  readonly root: string;
  /** Addresses of feeds there are. */
  readonly feeds: readonly string[];
  /** As many articles as there should be, about. */
  readonly articles: number;
}

type Deed = (library: Disturbed, random: Random, all: readonly string[], name: string) => void;

const DEEDS: readonly Deed[] = [
  ({ root, articles }, random, all, name) => {
    const other = all.length > articles ? name : newName(random);
    writeFileSync(join(root, other), article(random, other));
  },
  ({ root }, random, _, name) => writeFileSync(join(root, name), article(random, name)),
  ({ root, articles }, _, all, name) => {
    if (all.length > articles / 2) rmSync(join(root, name), { force: true });
  },
  ({ root }, random, all, name) => {
    const rename = () => renameSync(join(root, name), join(root, newName(random)));
    // The reader may just have moved it to its trash.
    if (all.includes(name)) unlessCode('ENOENT', rename, undefined);
  },
  ({ root, feeds }, random) => {
    const followed = opml(feeds.filter(() => random.percent(50)));
    writeFileSync(join(root, 'subscriptions.opml'), random.percent(10) ? '<opml' : followed);
  },
  ({ root }, random, _, name) => {
    const id = name.replace(/\.md$/, '');
    const lines = Array.from({ length: 1 + random.below(3) }, () => mark(random, id));
    appendFileSync(join(root, JOURNAL), lines.join(''));
  },
];

function newName(random: Random): string {
  return `story-${random.below(100_000)}.md`;
}

/** Does one thing to a library, as other programs and machines do. */
export function disturb(library: Disturbed, random: Random): void {
  const all = readdirSync(library.root).filter((name) => name.endsWith('.md'));
  const name = all.length === 0 ? 'story-0.md' : random.of(all);
  random.of(DEEDS)(library, random, all, name);
}
