// OPML files made to keep the reader busy: each of them one thing over and over.
import { expect, test } from 'vitest';
import { readOpml } from '../../../src/intake/opml/read-opml.ts';
import { cpuTime } from '../../support/machine/cpu-time.ts';

/** ms of the processor's time; what grows with the square of a file takes twice as long and more. */
const LIMIT = 5000;
const numbered = (count: number, text: string): string =>
  Array.from({ length: count }, (_, at) => text.replaceAll('#', String(at))).join('');

test.for<readonly [what: string, outlines: string, feeds: number]>([
  ['blanks that end no tag', `<outline${' '.repeat(100_000)}x>`, 0],
  ['prefixes in each tag', `<outline ${numbered(900, 'xmlns:n#="u" ')}/>`.repeat(100), 0],
  [
    'categories of one feed',
    numbered(12_000, '<outline category="#" xmlUrl="http://a.test/"/>'),
    1,
  ],
])('%s are read in time', ([, outlines, feeds]) => {
  const time = cpuTime(() => {
    const { subscriptions } = readOpml(`<opml><body>${outlines}</body></opml>`);
    expect(subscriptions.length).toBe(feeds);
  });
  expect(time).toBeLessThan(LIMIT);
});
