import { describe, expect, it } from 'vitest';
import { fitSpans, span } from '../../src/text/spans.ts';
import { displayWidth } from '../../src/text/width.ts';

const text = (spans: ReturnType<typeof fitSpans>) => spans.map((part) => part.text).join('');

describe('spans', () => {
  it.each([
    ['short', 'short   '],
    ['too long for it', 'too lon…'],
    ['漢字漢字漢', '漢字漢… '],
  ])('of %j fit a width', (words, fitted) => {
    expect(text(fitSpans([span(words)], 8))).toBe(fitted);
  });

  it.each(['\u200b', '\u0301', '\u200d'])('keep no flood of %j', (mark) => {
    const fitted = text(fitSpans([span('a'), span(mark.repeat(100_000)), span('b')], 8));
    expect(fitted.length).toBeLessThan(2000);
    expect(displayWidth(fitted)).toBe(8);
  });
});
