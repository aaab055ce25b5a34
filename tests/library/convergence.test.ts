// Three machines that share a library by copying files, their clocks off by hours.

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Library, openLibrary } from '../../src/library/finder/open-library.ts';
import { compactJournal } from '../../src/library/journals/compact-journal.ts';
import type { Host } from '../../src/library/place/device.ts';
import { removeArticles } from '../../src/library/store/remove-articles.ts';
import { removing } from '../support/library/removing.ts';
import { temporaryLibrary, writeFiles } from '../support/library/temporary-library.ts';
import { newMachine } from '../support/machine/machine.ts';

const IDS = ['a', 'b', 'c'];
const HOUR = 3_600_000;
const FILES = Object.fromEntries(
  IDS.map((id) => [
    `${id}.md`,
    `---\ntitle: ${id}\nurl: https://x.test/${id}\nguid: ${id}\n---\nText.\n`,
  ]),
);

/** An article as its file has it. */
const named = (id: string) => ({ id, url: `https://x.test/${id}`, guid: id });

interface Machine {
  readonly root: string;
  readonly host: Host;
  /** How far its clock is off, in ms. */
  readonly skew: number;
}

function makeMachine(skew: number): Machine {
  return { root: temporaryLibrary(FILES), host: newMachine(), skew };
}

const open = ({ root, host }: Machine): Library => openLibrary(root, host);

const machine = fc.nat(2);
const id = fc.constantFrom(...IDS);
const anyStep = fc.oneof(
  fc.record({
    do: fc.constant('mark' as const),
    machine,
    id,
    set: fc.oneof(
      fc.record({ read: fc.boolean() }),
      fc.record({
        starred: fc.boolean(),
        tags: fc.dictionary(fc.constantFrom('s', 't'), fc.boolean()),
      }),
    ),
  }),
  fc.record({ do: fc.constant('stop' as const), machine, id, paragraph: fc.nat(9) }),
  fc.record({ do: fc.constant('remove' as const), machine, id }),
  fc.record({ do: fc.constant('undo' as const), machine }),
  fc.record({ do: fc.constant('compact' as const), machine }),
  fc.record({
    do: fc.constant('copy' as const),
    machine,
    to: machine,
    how: fc.constantFrom('newer' as const, 'union' as const),
  }),
);
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never;

function take(machines: readonly Machine[], step: Step, clock: number): void {
  const at = machines[step.machine];
  if (at === undefined) return;
  const now = new Date(clock + at.skew);
  const library = open(at);
  switch (step.do) {
    case 'mark':
      library.journals.change([{ ...named(step.id), set: step.set }], { now });
      return;
    case 'stop': {
      const position = { paragraph: step.paragraph, fraction: 0, progress: step.paragraph / 9 };
      library.journals.change([{ ...named(step.id), set: { position } }], { now, auto: true });
      return;
    }
    case 'remove':
      removeArticles(
        removing(library),
        library.articles.filter((head) => head.id === step.id),
        now,
      );
      return;
    case 'undo':
      library.journals.undo(now);
      return;
    case 'compact':
      for (const name of journalsOf(at)) {
        if (isOwn(at, name)) compactJournal(at.root, name.replace('.jsonl', ''));
      }
      return;
    case 'copy': {
      const to = machines[step.to];
      if (to !== undefined) copyAll(at, to, step.how);
      return;
    }
    default:
      step satisfies never;
  }
}

function journalsOf({ root }: Machine): readonly string[] {
  const folder = join(root, '.newsprint/state');
  return existsSync(folder) ? readdirSync(folder) : [];
}

function isOwn({ host }: Machine, name: string): boolean {
  const folder = join(host.env['HOME'] ?? '', '.local/state/newsprint/devices');
  if (!existsSync(folder)) return false;
  return readdirSync(folder).some(
    (file) => `${readFileSync(join(folder, file), 'utf8').trim()}.jsonl` === name,
  );
}

/** Copies what the other lacks, and of journals the newer file or the lines of both. */
function copyAll(from: Machine, to: Machine, how: 'newer' | 'union'): void {
  for (const name of readdirSync(from.root).filter((one) => one.endsWith('.md'))) {
    if (!existsSync(join(to.root, name))) copyFileSync(join(from.root, name), join(to.root, name));
  }
  for (const name of journalsOf(from)) {
    const [source, target] = [from, to].map(({ root }) => join(root, '.newsprint/state', name));
    if (source !== undefined && target !== undefined) copyJournal(source, target, how);
  }
}

function copyJournal(source: string, target: string, how: 'newer' | 'union'): void {
  const isNew = !existsSync(target);
  mkdirSync(dirname(target), { recursive: true });
  const [from, to] = [statSync(source), isNew ? null : statSync(target)];
  if (to !== null && how === 'union') {
    const lines = [target, source].flatMap((path) => readFileSync(path, 'utf8').split('\n'));
    writeFileSync(target, `${[...new Set(lines)].filter((line) => line !== '').join('\n')}\n`);
    utimesSync(target, to.atime, to.mtime);
  } else if (to === null || from.mtimeMs > to.mtimeMs) {
    copyFileSync(source, target);
    utimesSync(target, from.atime, from.mtime);
  }
}

function seen(at: Machine): unknown {
  const { articles, journals, problems } = open(at);
  expect([...problems, ...journals.problems]).toEqual([]);
  return IDS.map((one) => {
    const { read, starred, position, removed, tags } = journals.state(named(one));
    return {
      one,
      read,
      starred,
      position,
      removed,
      tags: { ...tags },
      isShown: articles.some((head) => head.id === one),
    };
  });
}

test('machines come to one state, whatever they do and copy in between', () => {
  const skews = fc
    .tuple(...[0, 1, 2].map(() => fc.integer({ min: -9, max: 9 })))
    .map((all) => all.map((hours) => hours * HOUR));
  const steps = fc.array(anyStep, { minLength: 5, maxLength: 40, size: 'max' });
  const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });
  fc.assert(
    fc.property(skews, steps, order, ([...offs], all, [...first]) => {
      const machines = offs.map(makeMachine);
      all.forEach((step, index) => void take(machines, step, Date.UTC(2026, 10, 24) + index));
      // Files of removed articles come back too: the copies know nothing of journals.
      for (const { root } of machines) writeFiles(root, FILES);
      for (const from of [...first, ...first]) {
        for (const to of [...first].reverse()) {
          const [source, target] = [machines[from], machines[to]];
          if (source !== undefined && target !== undefined && from !== to)
            copyAll(source, target, 'newer');
        }
      }
      const [one, ...others] = machines.map(seen);
      for (const other of others) expect(other).toEqual(one);
      for (const { isShown, removed } of one as { isShown: boolean; removed: boolean }[])
        expect(isShown).toBe(!removed);
      // Under another name, too.
      for (const { root } of machines)
        writeFiles(
          root,
          Object.fromEntries(IDS.map((name) => [`again-${name}.md`, FILES[`${name}.md`] ?? ''])),
        );
      for (const at of machines) {
        const { articles, journals } = open(at);
        for (const name of IDS) {
          expect(articles.some((head) => head.id === `again-${name}`)).toBe(
            !journals.state(named(name)).removed,
          );
        }
      }
    }),
    { numRuns: 8 },
  );
});
