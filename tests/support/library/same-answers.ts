// Whether the index and a scan of the files answer alike, whatever happens to the files.
import { mkdtempSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { NewsprintError } from '../../../src/core/errors.ts';
import { lookupNames } from '../../../src/core/journal/lookup-names.ts';
import type { StateChange } from '../../../src/core/journal/state-change.ts';
import { parseQuery } from '../../../src/core/query/parse-query.ts';
import { EVERYTHING } from '../../../src/core/query/query.ts';
import { folderOf } from '../../../src/library/articles/scan-folder.ts';
import {
  type ExistingArticles,
  scanExisting,
} from '../../../src/library/finder/existing-articles.ts';
import { ALL_ARTICLES, type Finder, type Search } from '../../../src/library/finder/finder.ts';
import { emptyLibrary, openLibrary } from '../../../src/library/finder/open-library.ts';
import { scanFinder } from '../../../src/library/finder/scan-finder.ts';
import { openExisting } from '../../../src/library/index/open-existing.ts';
import { openFinder } from '../../../src/library/index/open-finder.ts';
import { openJournals } from '../../../src/library/journals/journals.ts';
import type { Host } from '../../../src/library/place/device.ts';
import { beginnings, deeds, type NamedDeed, queries, write } from './random-library.ts';

const NOW = new Date('2026-11-26T12:00:00Z');
const SORTS = ['published', 'added', 'title', 'source', 'minutes'] as const;

interface Mark {
  readonly at: number;
  readonly set: StateChange;
  /** Whether the journal says that the article came. */
  readonly hasCome: boolean;
}

const marks: fc.Arbitrary<Mark> = fc.record({
  at: fc.nat(20),
  hasCome: fc.boolean(),
  set: fc.constantFrom(
    { read: true },
    { read: false },
    { starred: true },
    { removed: true },
    { removed: false },
    { apart: true },
    { apart: false },
    { tags: { war: true, peace: false } },
    { tags: { storm: true } },
    { position: { paragraph: 1, fraction: 0, progress: 0.5 } },
  ),
});

type Step = NamedDeed | Mark;

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: deeds },
  { weight: 2, arbitrary: marks },
);
const steps = fc.array(step, { minLength: 1, maxLength: 6 });

/** Two machines that share a library, the second with its own journal. */
interface World {
  readonly root: string;
  readonly hosts: readonly [Host, Host];
}

async function inWorld(action: (world: World) => Promise<void>): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'newsprint-index-'));
  const root = mkdtempSync(join(tmpdir(), 'newsprint-index-'));
  const host = (name: string): Host => ({ env: { HOME: join(home, name) }, platform: 'linux' });
  try {
    await action({ root, hosts: [host('one'), host('two')] });
  } finally {
    for (const folder of [home, root]) rmSync(folder, { recursive: true, force: true });
  }
}

function take({ root, hosts }: World, step: Step, at: number): void {
  if ('deed' in step) {
    step.deed(root);
    return;
  }
  const host = hosts[at % 2] ?? hosts[0];
  const { articles, heads } = openLibrary(root, host);
  const head = (step.set.removed === false ? heads : articles)[step.at % Math.max(1, heads.length)];
  if (head === undefined) return;
  const { id, url, guid, feed, path } = head;
  const added = step.hasCome ? { added: path } : {};
  const change = { id, url, guid, feed, path, set: step.set, ...added };
  openJournals(root, host).change([change], { now: NOW });
}

/** Everything that two finders may differ in. */
function answers(finder: Finder, query: string): unknown {
  const parsed = parseQuery(query, NOW);
  const rows = (search: Omit<Search, 'query'>) =>
    finder
      .rows(finder.keys({ query: parsed, ...search }))
      .map(({ head, state, body }) => ({ head, state, body }));
  return {
    query,
    orders: SORTS.map((sort) => rows({ sort, reverse: false }).map(({ head }) => head.id)),
    reversed: rows({ sort: 'published', reverse: true }),
    count: finder.keys({ ...BY_TIME, query: parsed }).length,
    window: [
      ...finder.stream(
        { query: parsed, sort: 'published', reverse: false },
        { offset: 1, limit: 3 },
      ),
    ].map(({ head }) => head.id),
  };
}

const BY_TIME = { query: EVERYTHING, sort: 'published', reverse: false } as const;

function facts(finder: Finder): unknown {
  const { problems } = finder;
  return {
    problems: problems.map((problem) => JSON.stringify(problem)).sort(),
    totals: { ...finder.totals(), ...{ journals: 0, folders: 0, problems: 0 } },
    tally: Object.values(finder.tally()).map((counts) => [...counts].sort()),
    ids: finder.ids(...ALL_ARTICLES),
    first: [...finder.stream(BY_TIME, { offset: 0, limit: 5 })].map(({ head, state, body }) => ({
      head,
      state,
      body,
    })),
    candidates: ['storm', 's', '2024-01', 'é', 'a'].map((word) =>
      finder.candidates(word).map(({ id }) => id),
    ),
    byIds: Array.from(
      finder.byIds([
        'storm',
        'none',
        '2024-01-01-é',
        'e\u0301',
        'storm',
        ...finder.ids(...ALL_ARTICLES),
      ]),
      ([id, { head, state, body }]) => ({ id, head, state, body }),
    ).sort((a, b) => (a.id < b.id ? -1 : 1)),
    byUrl: ['https://a.example/1', 'https://b.example/3'].map(
      (url) => finder.byUrl(url)?.id ?? null,
    ),
    keys: ['storm', 'none'].map((id) => finder.keyOf(id) !== null),
  };
}

function expectSame(indexed: Finder, { root, hosts }: World, asked: readonly string[]): void {
  const scan = scanFinder(openLibrary(root, hosts[0]));
  const known = ['is:duplicate', 'story:storm', ...asked.filter(isQuery)];
  expect(facts(indexed)).toEqual(facts(scan));
  for (const query of known) expect(answers(indexed, query)).toEqual(answers(scan, query));
  for (const query of known) {
    const search: Search = { query: parseQuery(query, NOW), sort: 'relevance', reverse: false };
    expect([...indexed.keys(search)].sort()).toEqual(
      [...indexed.keys({ ...search, sort: 'title' })].sort(),
    );
    const part = { offset: 1, limit: 3 };
    // Rows bring what changed up to date, which may be another answer.
    const ids = indexed.ids(search, part);
    const rows = [...indexed.stream(search, part)];
    expect(ids).toEqual(rows.map(({ head }) => head.id));
  }
}

/** Whatever an article is found by: its own names, those of its day and feed, its folder. */
function expectSameExisting({ root, hosts }: World): void {
  const library = openLibrary(root, hosts[0]);
  const [scanned, indexed] = [
    scanExisting(library),
    openExisting(emptyLibrary(root, hosts[0]), hosts[0]),
  ];
  const answersOf = (existing: ExistingArticles) =>
    library.heads.map((head) => ({
      named: lookupNames(head).map(existing.named),
      alike: existing.alike(head.id.toUpperCase()),
      ofFeed: existing.ofFeed(head.feed ?? ''),
      count: existing.countIn(folderOf(head.path)),
    }));
  expect(answersOf(indexed)).toEqual(answersOf(scanned));
  indexed.close();
}

function isQuery(text: string): boolean {
  try {
    parseQuery(text, NOW);
    return true;
  } catch (error) {
    if (error instanceof NewsprintError) return false;
    throw error;
  }
}

/** Folders as if nobody had touched them for long, each time differently. */
function age(root: string, at: number): void {
  for (const folder of ['2024/deep', '2024', 'other', '.']) {
    const path = join(root, folder);
    if (statSync(path, { throwIfNoEntry: false }) === undefined) continue;
    const time = 1_700_000_000 + at;
    utimesSync(path, time, time);
  }
}

/** Random libraries, random deeds and marks, random queries. */
export async function checkSameAnswers(runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      beginnings,
      steps,
      fc.array(queries, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      (files, done, asked, isAged) =>
        inWorld(async (world) => {
          for (const [place, text] of files) write(place, text)(world.root);
          let finder = await openFinder(world.root, world.hosts[0]);
          expect(finder.isIndexed).toBe(true);
          expectSame(finder, world, asked);
          for (const [at, step] of done.entries()) {
            take(world, step, at);
            if (isAged) age(world.root, at);
            const isOpened = at % 2 === 1;
            if (isOpened) {
              finder.close();
              finder = await openFinder(world.root, world.hosts[0]);
            } else finder.refresh();
            expectSame(finder, world, asked);
          }
          finder.close();
          expectSameExisting(world);
        }),
    ),
    { numRuns: runs },
  );
}
