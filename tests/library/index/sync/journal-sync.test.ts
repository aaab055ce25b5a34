// Journals come to the same in the index, in whatever parts they are read, and no part is read twice.
import { appendFileSync, copyFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createStates, mergeEntry, stateOf } from '../../../../src/core/journal/article-state.ts';
import { markedOf } from '../../../../src/core/journal/identity.ts';
import { formatEntry, type JournalEntry } from '../../../../src/core/journal/journal-entry.ts';
import {
  createStateMerger,
  syncJournals,
} from '../../../../src/library/index/sync/journal-sync.ts';
import { groupNumber, statesInIndex } from '../../../../src/library/index/tables/article-states.ts';
import { type Database, loadEngine, number } from '../../../../src/library/index/tables/engine.ts';
import { createTables } from '../../../../src/library/index/tables/schema.ts';
import { openJournalFolder } from '../../../../src/library/journals/journal-folder.ts';
import { journalEntry } from '../../../support/library/journal-entry.ts';
import { temporaryFolder, temporaryLibrary } from '../../../support/library/temporary-library.ts';
import { cpuTime } from '../../../support/machine/cpu-time.ts';

const engine = loadEngine(process.platform);
const IDS = ['a', 'b', 'c', 'd', 'e'];
const JOURNAL = '.newsprint/state/mine.jsonl';
const MANY = Array.from({ length: 900 }, (_, at) => `a-${at}`);
const GROUPS = new Set([...IDS, ...MANY, 'appended', 'copied'].map(groupNumber));
const COMING = () => GROUPS;

const time = (minute: number): string =>
  new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString();

const entries: fc.Arbitrary<readonly JournalEntry[]> = fc
  .array(
    fc.record({
      id: fc.constantFrom(...IDS),
      minute: fc.nat(30),
      op: fc.constantFrom('one', 'two', 'three'),
      of: fc.constantFrom(1, 1, 1, 2),
      added: fc.constantFrom(null, null, '2026/a.md'),
      set: fc.constantFrom<JournalEntry['set']>(
        { read: true },
        { read: false, starred: true },
        { removed: true },
        { removed: false },
        { tags: { war: true, peace: false } },
        { tags: { war: null } },
        { position: { paragraph: 1, fraction: 0, progress: 0.5 } },
      ),
    }),
    { maxLength: 30 },
  )
  .map((lines) =>
    lines.map(({ id, minute, op, of, added, set }, at) =>
      journalEntry({ id, t: time(minute * 100 + at), op, set, rest: { of, added } }),
    ),
  );

function open(folder: string): Database {
  const database = engine?.(join(folder, 'index.db'));
  if (database === undefined) throw new Error('no engine');
  createTables(database);
  return database;
}

/** The journal's first bytes, written in its place or by a copier that renames its file. */
function writePart(path: string, part: Uint8Array, isCopied: boolean): void {
  const target = isCopied ? `${path}.tmp` : path;
  writeFileSync(target, part);
  if (isCopied) renameSync(target, path);
}

function keptStates(database: Database) {
  const { state } = statesInIndex(database);
  return IDS.map((id) => ({ ...state({ id }) }));
}

describe.skipIf(engine === null)('the lines of journals', () => {
  test('come to the same state by parts as they do at once', () => {
    const folder = temporaryFolder();
    const database = open(folder);
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 4 }), (lines, mostHeld) => {
        const whole = createStates();
        const merger = createStateMerger(database, true, () => true, mostHeld);
        for (const line of lines) {
          mergeEntry(whole, line);
          merger.take(line);
        }
        merger.finish();
        expect(keptStates(database)).toEqual(
          IDS.map((id) => ({ ...stateOf(whole, markedOf({ id })) })),
        );
      }),
    );
  });

  test('come to the same state however often a journal that grows was looked at', () => {
    const growth = fc.array(
      fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), isCopied: fc.boolean() }),
      { maxLength: 4 },
    );
    const root = temporaryLibrary({ [JOURNAL]: '' });
    const path = join(root, JOURNAL);
    fc.assert(
      fc.property(entries, growth, (lines, steps) => {
        const database = open(temporaryFolder());
        const text = Buffer.from(lines.map((line) => `${formatEntry(line)}\n`).join(''));
        writeFileSync(path, '');
        for (const { share, isCopied } of [...steps].sort((a, b) => a.share - b.share)) {
          writePart(path, text.subarray(0, Math.floor(share * text.length)), isCopied);
          syncJournals(database, root, COMING);
        }
        writePart(path, text, false);
        syncJournals(database, root, COMING);
        const whole = openJournalFolder(root).states();
        expect(keptStates(database)).toEqual(
          IDS.map((id) => ({ ...stateOf(whole, markedOf({ id })) })),
        );
        database.close();
      }),
      { numRuns: 25 },
    );
  });

  test('are read once, however many they are and however the file grows', () => {
    const lines = Array.from({ length: 20_000 }, (_, at) =>
      formatEntry(journalEntry({ id: MANY[at % 900] ?? '', t: time(at), op: `op${at}` })),
    );
    const root = temporaryLibrary({ [JOURNAL]: `${lines.join('\n')}\n` });
    const [path, database] = [join(root, JOURNAL), open(temporaryFolder())];
    const all = cpuTime(() => syncJournals(database, root, COMING));
    const add = (id: string): void =>
      appendFileSync(path, `${formatEntry(journalEntry({ id, t: time(90_000) }))}\n`);
    add('appended');
    const appended = cpuTime(() => syncJournals(database, root, COMING));
    copyFileSync(path, `${path}.tmp`);
    renameSync(`${path}.tmp`, path);
    add('copied');
    const copied = cpuTime(() => syncJournals(database, root, COMING));
    const rows = database.statement('SELECT count(*) FROM state').get()?.[0];
    expect(number(rows)).toBe(902);
    expect(appended).toBeLessThan(all / 5);
    expect(copied).toBeLessThan(all / 5);
  });

  test('of an operation that is not whole wait, and those before it are not read again', () => {
    const root = temporaryLibrary({ [JOURNAL]: '' });
    const [path, database] = [join(root, JOURNAL), open(temporaryFolder())];
    const half = (id: string): string =>
      `${formatEntry(journalEntry({ id, op: 'both', rest: { of: 2 } }))}\n`;
    appendFileSync(path, half('a'));
    syncJournals(database, root, COMING);
    expect(keptStates(database).map(({ read }) => read)).not.toContain(true);
    expect(database.statement('SELECT offset FROM journal').get()?.[0]).toBe(half('a').length);
    appendFileSync(path, half('b'));
    syncJournals(database, root, COMING);
    expect(keptStates(database).map(({ read }) => read)).toEqual([true, true, false, false, false]);
  });
});
