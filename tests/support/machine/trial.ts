// Tries one call that writes, with a fault at each of its changes to the disk: what may be left then.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect } from 'vitest';
import { serve } from '../web/web-server.ts';
import {
  type Command,
  copyPlace,
  type Fault,
  failEverywhere,
  keepPlace,
  newPlace,
  openPlace,
  type Place,
  runIn,
  seen,
} from './crash.ts';
import type { Run } from './run.ts';
import { FEEDS, type WritingCall } from './writing-calls.ts';

/** What a user has of a library: files by their paths, what is in the trash, the articles' state. */
interface Look {
  readonly files: Readonly<Record<string, string>>;
  readonly trash: readonly string[];
  readonly state: readonly unknown[];
}

/** A call that writes, and the place that it is tried in. */
export interface Trial {
  /** As it is before the call. */
  readonly place: Place;
  readonly command: Command;
  /** Tries it with that fault everywhere; how many that were, and of how many it said it was done. */
  readonly tryAll: (fault: Fault) => Promise<{ readonly faults: number; readonly said: number }>;
  /** Looks at what one call left. */
  readonly judge: (run: Run, where: string) => Promise<void>;
  /** How many conditions differed so much that all was done again from them. */
  readonly conditions: () => number;
}

/** Prepares a place, and finds out what the call comes to there. */
export async function openTrial(call: WritingCall): Promise<Trial> {
  const { url } = await serve(FEEDS);
  const place = newPlace(call.files(url));
  // No index can be made: what it comes to is derived, and is tried by tests of its own.
  writeFileSync(join(place.home, '.cache/newsprint/index'), '');
  for (const step of call.before ?? []) {
    const call = typeof step === 'function' ? step(url, place) : step;
    if (call !== null) expect(await runIn(place, call.args, call)).toMatchObject({ code: 0 });
  }
  const command = call.command(url);
  const kept = keepPlace(place);
  const first = look(place);
  const before = await namedProblems(place);
  const lines = journalLines(place);
  expect(await runIn(place, command.args, command)).toMatchObject({ code: 0 });
  const last = look(place);
  const written = journalLines(place).length;
  const problems = [...before, ...(await namedProblems(place))];
  expect(last).not.toEqual(first);
  copyPlace(kept, place);
  const known = new Set<string>();
  let said = 0;

  const judge = async (run: Run, where: string): Promise<void> => {
    const now = look(place);
    const isSaid = run.signal === null ? run.code === 0 : run.stdout + run.stderr !== '';
    if (isSaid) expect(now, where).toEqual(last);
    if (isSaid) said += 1;
    if (run.signal === null) expectHonest(call, run, where);
    expectBetween(call, { first, last, now }, where);
    const left = journalLines(place);
    if (!call.isCompacting) expect(left, where).toEqual(expect.arrayContaining([...lines]));
    const condition = JSON.stringify([now, traces(place)]);
    if (known.has(condition)) return;
    known.add(condition);
    const named = await namedProblems(place);
    const isTorn = (line: string) => run.signal !== null && /^\S+\.jsonl(?::\d+)?: /.test(line);
    expect(
      named.filter((line) => !problems.includes(line) && !isTorn(line)),
      where,
    ).toEqual([]);
    if (call.isOneStep) expectOneStep(place, first, where);
    const isSame = JSON.stringify(now.state) === JSON.stringify(last.state);
    if (call.isOnce && isSame && journalLines(place).length >= written) return;
    const again = await runIn(place, command.args, { ...command, isHere: true });
    expect({ where, run, again }).toMatchObject({ again: { code: 0 } });
    const { trash, ...rest } = look(place);
    expect({ ...rest, trash: last.trash }, `${where}, then again`).toEqual(last);
    expect(trash, `${where}, then again`).toEqual(expect.arrayContaining([...last.trash]));
  };

  return {
    place,
    command,
    judge,
    conditions: () => known.size,
    async tryAll(fault) {
      said = 0;
      const step = process.env['NEWSPRINT_FAULTS'] === 'all' ? 1 : (STEPS[fault] ?? 1);
      const faults = await failEverywhere({ place, start: kept }, command, fault, judge, step);
      return { faults, said };
    },
  };
}

/** Faults that are tried at some calls only: at the others they are as the first of their kind. */
const STEPS: Readonly<Partial<Record<Fault, number>>> = { ENOSPC: 2, EIO: 5, EROFS: 7 };

/** What the system says, as it is told to the user. */
const REASONS = {
  ENOSPC: 'no space left',
  EIO: 'the disk fails',
  EROFS: 'the file system is read-only',
  EMFILE: 'too many open files',
};

/** A failure is a line that tells why, and done is what is flushed. */
function expectHonest({ isCompacting }: WritingCall, { code, stderr }: Run, where: string): void {
  expect(stderr, where).not.toMatch(/bug:|^ +at /m);
  const [fault = '', , , name = ''] = where.split(' ');
  const reason = Object.entries(REASONS).find(([one]) => one === fault)?.[1] ?? '';
  if (code !== 0) expect(stderr, where).toMatch(new RegExp(`^newsprint: .*: ${reason}`, 'm'));
  else if (fault === 'EIO' && !isCompacting) expect(name, where).not.toMatch(/^fsync/);
}

/** Each file is the one or the other; what is in both is in what is there now. */
function expectBetween(
  { isStepwise }: WritingCall,
  { first, last, now }: { readonly [Name in 'first' | 'last' | 'now']: Look },
  where: string,
): void {
  for (const path of new Set([...Object.keys(first.files), ...Object.keys(now.files)])) {
    const after = last.files[path];
    // A picture that the disk does not take is not there; its caption is.
    const may = [first.files[path], after, after?.replace(/\]\(\.\.\/images\/[^\s)]+/g, '](')];
    expect(may, `${where}: ${path}`).toContain(now.files[path]);
  }
  const all = ({ files, trash }: Look) => [...Object.values(files), ...trash];
  const stay = all(first).filter((text) => all(last).includes(text));
  expect(all(now), where).toEqual(expect.arrayContaining(stay));
  if (isStepwise)
    expect([...first.state, ...last.state], where).toEqual(expect.arrayContaining([...now.state]));
  else expect([first.state, last.state], where).toContainEqual(now.state);
}

/** One undo brings back what was there; without anything to undo it is still there. */
function expectOneStep(place: Place, first: Look, where: string): void {
  const kept = keepPlace(place);
  openPlace(place).journals.undo(new Date());
  expect(articlesOf(look(place)), `${where}, then undo`).toEqual(articlesOf(first));
  copyPlace(kept, place);
}

function articlesOf({ files }: Look): unknown {
  return Object.entries(files).filter(([path]) => path.endsWith('.md'));
}

function look(place: Place): Look {
  const paths = filesIn(place.root);
  const isOwn = (path: string) => !path.startsWith('.') || /^\.git\/info\/\w/.test(path);
  const read = (path: string) => readFileSync(join(place.root, path), 'utf8');
  const trash = paths.filter((path) => path.startsWith('.newsprint/trash/')).map(read);
  return {
    files: Object.fromEntries(paths.filter(isOwn).map((path) => [path, read(path)])),
    trash: [...new Set(trash)].sort(),
    state: seen(place),
  };
}

/** What is there beside that, without what is by chance: two conditions of one kind are one. */
function traces({ root, home }: Place): unknown {
  const hidden = filesIn(root).filter((path) => path.startsWith('.newsprint/'));
  const texts = hidden.map((path) => [path, readFileSync(join(root, path), 'utf8')]);
  return JSON.stringify([texts, filesIn(home)])
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
    .replace(/(?<![a-z\d])[a-z\d]{20}(?![a-z\d])/g, 'random')
    .replace(/\d+ [\da-f-]{36} \d+ /g, 'process');
}

/** Paths of files from the folder; links are not followed. */
function filesIn(folder: string): readonly string[] {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = all.filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => relative(folder, join(parentPath, name))).sort();
}

function journalLines(place: Place): readonly string[] {
  const paths = filesIn(place.root).filter((path) => path.endsWith('.jsonl'));
  const lines = paths.flatMap((path) => readFileSync(join(place.root, path), 'utf8').split('\n'));
  return lines.filter((line) => line !== '');
}

async function namedProblems(place: Place): Promise<readonly string[]> {
  const { stdout } = await runIn(place, ['check'], { isHere: true });
  return stdout.split('\n').filter((line) => line !== '');
}
