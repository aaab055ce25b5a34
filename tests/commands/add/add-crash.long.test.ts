// The real process, killed at each of its changes to the disk while it adds articles.

import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { markdownFiles } from '../../support/adding.ts';
import {
  type Command,
  crashEverywhere,
  newPlace,
  openPlace,
  type Place,
  runIn,
} from '../../support/crash.ts';
import { temporaryFolder, writeFiles } from '../../support/temporary-library.ts';

const LONG = 1_200_000;
const KNOWN = '2020/2020-02-02-known.md';

/** An article as a file to add, or as the library has it. */
function article(name: string, body: string): string {
  return `---\ntitle: ${name}\nurl: https://x.test/${name}\npublished: 2020-02-02\nadded: 2020-02-03T00:00:00.000Z\n---\n\n${body}\n`;
}

const OLD = article('Known', 'What it said at first.');

/** Two articles that are new and one that has changed. */
function prepare(): { readonly place: Place; readonly command: Command } {
  const sources = temporaryFolder();
  const files = {
    'one.md': article('One', 'The first.'),
    'known.md': article('Known', 'What it says now.'),
    'two.md': article('Two', 'The second.'),
  };
  writeFiles(sources, files);
  const args = ['add', '--quiet', ...Object.keys(files).map((name) => join(sources, name))];
  return { place: newPlace({ [KNOWN]: OLD }), command: { args } };
}

/** The library's files. */
function contents({ root }: Place): Readonly<Record<string, string>> {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  return Object.fromEntries(markdownFiles(root).map((path) => [path, read(path)]));
}

function drafts({ root }: Place): readonly string[] {
  const folder = join(root, '.newsprint/drafts');
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

function trashed({ root }: Place): readonly string[] {
  const trash = join(root, '.newsprint/trash');
  if (!existsSync(trash)) return [];
  const files = readdirSync(trash, { recursive: true, encoding: 'utf8' });
  return files
    .filter((path) => path.endsWith('.md'))
    .map((path) => readFileSync(join(trash, path), 'utf8'));
}

async function lastContents(): Promise<Readonly<Record<string, string>>> {
  const { place, command } = prepare();
  expect(await runIn(place, command.args)).toMatchObject({ code: 0 });
  return contents(place);
}

test('Each file is whole or not there, and the next call ends it', { timeout: LONG }, async () => {
  const last = await lastContents();
  expect(Object.keys(last)).toHaveLength(3);
  const { place, command } = prepare();
  const first = contents(place);
  const outcomes = new Set<string>();
  let leftDrafts = 0;
  const kills = await crashEverywhere(place, command, async () => {
    const now = contents(place);
    outcomes.add(JSON.stringify(now));
    for (const [path, text] of Object.entries(now)) {
      expect([first[path], last[path]]).toContain(text);
    }
    if (now[KNOWN] !== first[KNOWN]) expect(trashed(place)).toContain(OLD);
    expect(openPlace(place).problems).toEqual([]);
    leftDrafts += drafts(place).length;
    for (const path of drafts(place)) utimesSync(path, 0, 0);
    const again = await runIn(place, command.args);
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout.trim().split('\n')).toHaveLength(3);
    expect(contents(place)).toEqual(last);
    expect(drafts(place)).toEqual([]);
  });
  console.log(`add: killed ${kills} times, ${outcomes.size} outcomes, ${leftDrafts} drafts left`);
  expect(kills).toBeGreaterThan(20);
  expect(outcomes.size).toBeGreaterThan(2);
  expect(leftDrafts).toBeGreaterThan(0);
});

test('What it had stored when it was killed is one step to undo', { timeout: LONG }, async () => {
  const { place, command } = prepare();
  const first = contents(place);
  const steps = new Set<number>();
  const kills = await crashEverywhere(place, command, () => {
    const undone = openPlace(place).journals.undo(new Date());
    steps.add(undone?.ids.length ?? 0);
    expect(contents(place)).toEqual(first);
    expect(openPlace(place).journals.undo(new Date())).toBe(null);
  });
  console.log(`add, then undo: killed ${kills} times`);
  expect([...steps].sort()).toEqual([0, 1, 2, 3]);
});
