// Hostile bodies end in time: none takes longer than its length explains.
import { expect, test } from 'vitest';
import { countWords } from '../../src/markdown/source/count-words.ts';
import { firstHeading } from '../../src/markdown/source/first-heading.ts';
import { htmlPage } from '../../src/render/html/html-page.ts';
import { articleHead } from '../support/library/article-head.ts';
import { cpuTime } from '../support/machine/cpu-time.ts';
import { lineText } from '../support/reader/line-text.ts';
import { hostileBodies } from './hostile-inputs.ts';
import { setPage } from './pages.ts';

/** Linear ways take a fraction of a second, quadratic ones some. */
const LENGTH = 12_500;
const MOST_MS = 1000;

test.each(hostileBodies(LENGTH))('%s end in time', (_, markdown) => {
  const article = { ...articleHead({}), markdown };
  let lines: readonly string[] = [];
  const time = cpuTime(() => {
    countWords(markdown);
    firstHeading(markdown);
    lines = setPage(article, 76).map(lineText);
    htmlPage([article], { language: 'en-GB' });
  });
  expect(time).toBeLessThan(MOST_MS);
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  expect(longest).toBeLessThan(4000);
});
