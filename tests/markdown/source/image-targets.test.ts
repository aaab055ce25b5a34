import { expect, test } from 'vitest';
import { replaceImageTargets } from '../../../src/markdown/source/image-targets.ts';
import { cpuTime } from '../../support/machine/cpu-time.ts';

test.each([
  ['![a](https://x.org/1.png)', '![a](../images/1)', '![a]()'],
  ['![a](<https://x.org/1.png>)', '![a](../images/1)', '![a]()'],
  [
    '![a](https://x.org/1.png "The \\"quay\\". Photo: AP")',
    '![a](../images/1 "The \\"quay\\". Photo: AP")',
    '![The "quay". Photo: AP]()',
  ],
  ['![a](https://x.org/1.png "See [1]")', '![a](../images/1 "See [1]")', '![See \\[1\\]]()'],
  ['![a [b] \\]](https://x.org/1.png)', '![a [b] \\]](../images/1)', '![a [b] \\]]()'],
  ['Text ![a](https://x.org/2.png) here', null, null],
  ['[a](https://x.org/1.png)', null, null],
  ['![a]()', null, null],
])('Of %j the target is replaced, or the caption stays', (markdown, kept, gone) => {
  const only = (other: string | null) => (target: string) =>
    target === 'https://x.org/1.png' ? other : undefined;
  expect(replaceImageTargets(markdown, only('../images/1'))).toBe(kept ?? markdown);
  expect(replaceImageTargets(markdown, only(null))).toBe(gone ?? markdown);
});

test('Brackets without an end are passed in linear time', () => {
  for (const piece of ['![', '![a](', '![a]((', '![[', '![a](b "']) {
    const flood = piece.repeat(20_000);
    expect(cpuTime(() => replaceImageTargets(flood, () => null))).toBeLessThan(2000);
  }
});
