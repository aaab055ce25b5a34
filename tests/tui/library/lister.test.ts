// Listers of small libraries: what they count, and when.
import { expect, test } from 'vitest';
import { openLibrary } from '../../../src/library/finder/open-library.ts';
import { scanFinder } from '../../../src/library/finder/scan-finder.ts';
import { createLister } from '../../../src/tui/library/lister.ts';
import { temporaryLibrary } from '../../support/library/temporary-library.ts';

type Counts = readonly (number | null)[];

function newLister() {
  const root = temporaryLibrary({ 'a.md': '# Storm\n\nRain.\n', 'b.md': '# Calm\n\nRain.\n' });
  return createLister(scanFinder(openLibrary(root)), () => new Date(0));
}

test('counts one query a turn, so that keys are heard between two', async () => {
  const lister = newLister();
  let turns = 0;
  const count = (): void => {
    turns += 1;
    setImmediate(count).unref();
  };
  setImmediate(count).unref();
  const texts = [...Array(8).fill('rain'), 'storm', 'is:'];
  const counts = await new Promise<Counts>((resolve) => lister.count(texts, resolve));
  expect(counts).toEqual([...Array(8).fill(2), 1, null]);
  expect(turns).toBeGreaterThanOrEqual(texts.length - 1);
});

test('answers only the newest of two counts, and none after the end', async () => {
  const lister = newLister();
  const answers: Counts[] = [];
  lister.count(['rain', 'storm'], (counts) => answers.push(counts));
  await new Promise<void>((resolve) => {
    lister.count(['storm'], (counts) => {
      answers.push(counts);
      resolve();
    });
  });
  lister.count(['rain'], (counts) => answers.push(counts));
  lister.close();
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
  expect(answers).toEqual([[1]]);
});
