import { describe, expect, it } from 'vitest';
import { UNTOUCHED } from '../../../src/core/journal/article-state.ts';
import { createReadingMarks } from '../../../src/tui/session/reading-marks.ts';
import { reduce } from '../../../src/tui/state/reduce/reduce.ts';
import type { State } from '../../../src/tui/state/state.ts';
import { memoryRows, standing } from '../../support/reader/reader-list.ts';
import { driveReader, stories } from '../../support/reader/reader-state.ts';

const ARTICLES = stories(3);
const wholePage = { paragraph: 0, fraction: 0, progress: 1 };
const READ = [{ id: 'story-1', set: { read: true } }];

/** What a reading calls for, state by state, and at the end. */
function changesOf(states: readonly State[]) {
  const reading = createReadingMarks();
  return [...states.map((state) => reading.see(state)), reading.leave(), reading.leave()];
}

describe('the reading', () => {
  const list = driveReader(ARTICLES).state();
  const preview = driveReader(ARTICLES, { columns: 120, rows: 400 });
  const opened = driveReader(ARTICLES, { open: 'story-1' });
  const top = opened.state();
  const below = opened.press('2', '0', 'j');
  const end = opened.press('G');
  const tall = driveReader(ARTICLES, { rows: 400, open: 'story-1' }).state();
  const next = driveReader(ARTICLES, { open: 'story-2' }).state();
  const tallNext = driveReader(ARTICLES, { rows: 400, open: 'story-2' }).state();
  const nextRead = { id: 'story-2', set: { read: true } };
  const nextWhole = { id: 'story-2', set: { position: wholePage } };
  const known = { ...UNTOUCHED, read: true, position: wholePage };
  const again = reduce(tall, {
    type: 'library',
    ...standing(memoryRows(ARTICLES, new Map([['story-1', known]]))),
  });
  const away = reduce(tall, { type: 'focus', isIn: false });
  const back = reduce(away, { type: 'focus', isIn: true });
  const at = (progress: number) => [
    { id: 'story-1', set: { position: expect.objectContaining({ progress }) } },
  ];
  const wholly = [{ id: 'story-1', set: { position: wholePage } }];

  it.each<[string, readonly State[], readonly (readonly unknown[])[]]>([
    ['nothing of the list', [list], [[], [], []]],
    ['nothing of an article beside the list', [preview.state()], [[], [], []]],
    ['reading of that article once it has the keys', [preview.press('tab')], [READ, wholly, []]],
    ['nothing of an article that was only opened', [top, list], [[], [], [], []]],
    ['nothing of the top after going down and up', [top, below, top], [[], [], [], [], []]],
    ['where an article was left for the list', [top, below, list], [[], [], at(0.2353), [], []]],
    ['where it was left for another', [top, below, next], [[], [], at(0.2353), [], []]],
    [
      'leaving one and reading the next at once',
      [below, tallNext],
      [[], [...at(0.2353), nextRead], [nextWhole], []],
    ],
    ['where it was at the end of all', [below], [[], at(0.2353), []]],
    ['reading once, however often the end is seen', [end, below, end], [READ, [], [], at(1), []]],
    ['reading again after it was opened anew', [end, list, end], [READ, at(1), READ, at(1), []]],
    ['reading of an article that fits the screen', [tall], [READ, wholly, []]],
    ['nothing of an end that nobody looks at', [away], [[], [], []]],
    ['reading once someone looks again', [away, back], [[], READ, wholly, []]],
    ['nothing of what is read and was at its end', [again, list], [[], [], [], []]],
  ])('tells %s', (_, states, expected) => {
    expect(changesOf(states)).toEqual(expected);
  });

  it.each<[string, readonly (readonly [at: number, state: State, changes: readonly unknown[]])[]]>([
    [
      'open',
      [
        [0, top, READ],
        [1, end, []],
      ],
    ],
    [
      'never',
      [
        [0, top, []],
        [1, end, []],
        [99_999, end, []],
      ],
    ],
    [
      '10s',
      [
        [5, top, []],
        [10_004, end, []],
        [10_005, end, READ],
        [10_006, end, []],
      ],
    ],
    [
      '10s',
      [
        [0, end, []],
        [9999, list, at(1)],
        [10_000, end, []],
        [20_000, away, []],
        [20_001, end, READ],
      ],
    ],
  ])('counts by the setting %s', (readAt, steps) => {
    let time = 0;
    const reading = createReadingMarks(
      () => readAt,
      () => {},
      () => time,
    );
    for (const [now, state, changes] of steps) {
      time = now;
      expect([now, reading.see(state)]).toEqual([now, changes]);
    }
    reading.leave();
  });
});
