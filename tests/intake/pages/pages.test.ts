// Ninety invented pages of eleven content systems, as sent and as copied, against their stories.
import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../../src/intake/page/html/parse-html.ts';
import { parsePasted } from '../../../src/intake/page/pasted/parse-pasted.ts';
import bars from './bars.json' with { type: 'json' };
import { readPages } from './read-pages.ts';
import { formatMeans, MEASURES, meansOf, scorePage } from './score-pages.ts';

/** When the pages are read: later than all of them. */
const now = new Date('2025-06-30T12:00:00Z');
const pages = readPages();
const means = {
  html: meansOf(
    pages.map((page) =>
      scorePage(page, parseHtml(page.html, { url: page.truth.url, now }).draft, null),
    ),
  ),
  pasted: meansOf(
    pages.map((page) => scorePage(page, parsePasted(page.pasted, { now }).draft, page.pasted)),
  ),
};

describe('invented pages', () => {
  test('are ninety', () => {
    expect(pages).toHaveLength(90);
    process.stdout.write(`${formatMeans(means)}\n`);
  });

  describe.each(['html', 'pasted'] as const)('as %s', (kind) => {
    test.each(MEASURES)('reach the bar of: %s', (measure) => {
      expect(means[kind][measure]).toBeGreaterThanOrEqual(bars[kind][measure]);
    });
  });
});
