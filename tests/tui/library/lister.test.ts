// Listers: what they count, when, and that each look is answered.
import { expect, onTestFinished, test } from 'vitest';
import { openLibrary } from '../../../src/library/finder/open-library.ts';
import { scanFinder } from '../../../src/library/finder/scan-finder.ts';
import { openFinder } from '../../../src/library/index/open-finder.ts';
import { chooseLister, createLister } from '../../../src/tui/library/lister.ts';
import { temporaryLibrary } from '../../support/library/temporary-library.ts';
import { newMachine } from '../../support/machine/machine.ts';

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

test('answers a look though another is asked for before it is over', async () => {
  const root = temporaryLibrary({ 'a.md': 'Rain.\n' });
  const host = newMachine();
  const finder = await openFinder(root, host);
  onTestFinished(finder.close);
  // As one of a library that is listed in a second thread.
  const large = { ...finder, totals: () => ({ articles: 2000, unread: 0 }) };
  const lister = chooseLister(large, host, () => new Date(0));
  onTestFinished(lister.close);
  const look = () => new Promise<boolean>((resolve) => lister.look(false, resolve));
  expect(await Promise.all([look(), look()])).toEqual([false, false]);
});
