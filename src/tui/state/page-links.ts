// The links of a laid-out page, numbered as the reader follows them.
import type { Line, Span } from '../../text/line.ts';

const NUMBER = /^\[(\d+)\]$/;

/** The number the page itself gives a link: `[3]`; 0 for any other span. */
export function footnoteNumber({ text, href }: Span): number {
  return href === undefined ? 0 : Number(NUMBER.exec(text)?.[1] ?? 0);
}

/**
 * Where the links lead, each target once: link 1 first. Links with a footnote keep its number; those
 * that say themselves where they lead come after, in the order of the text.
 */
export function pageLinks(lines: readonly Line[]): readonly string[] {
  const spans = lines.flatMap((line) => line.spans.filter(({ href }) => href !== undefined));
  const numbered = spans
    .filter((part) => footnoteNumber(part) > 0)
    .sort((a, b) => footnoteNumber(a) - footnoteNumber(b));
  return [...new Set([...numbered, ...spans].flatMap(({ href }) => href ?? []))];
}
