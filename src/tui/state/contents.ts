// The headings of the shown page, as they are listed to go to one.
import { clamp } from '../../core/clamp.ts';
import { foldText } from '../../core/fold.ts';
import type { Line, Span } from '../../text/line.ts';
import { spansText } from '../../text/wrap.ts';
import { shownHead } from './loaded-rows.ts';
import { currentPage, headingLines, isHeadingLine } from './scroll.ts';
import type { State } from './state.ts';

interface Heading {
  readonly line: number;
  /** How far it is within others, from 0. */
  readonly depth: number;
  readonly text: string;
}

/** Not the bar beside a quotation. */
const isOfHeading = ({ roles }: Span): boolean => roles.includes('heading');

/** All of a heading, which may take several lines. */
function headingText(lines: readonly Line[], first: number): string {
  const rows: string[] = [];
  for (let at = first; isHeadingLine(lines[at]); at += 1) {
    rows.push(spansText((lines[at]?.spans ?? []).filter(isOfHeading)).trim());
  }
  return rows.join(' ');
}

/** The top of the page, then its headings; of a page that has none nothing. */
export function pageHeadings(state: State): readonly Heading[] {
  const page = currentPage(state);
  if (page === null) return [];
  const [top = 0, ...firsts] = headingLines(page);
  // What the page itself adds, its links, and what a quotation holds have no level.
  const levels = firsts.map((at) => page.lines[at]?.level ?? Infinity);
  const least = Math.min(...levels);
  if (least === Infinity) return [];
  const headings = firsts.map((line, at) => {
    const level = levels[at] ?? Infinity;
    const depth = level === Infinity ? 0 : level - least;
    return { line, depth, text: headingText(page.lines, line) };
  });
  return [{ line: top, depth: 0, text: shownHead(state)?.title ?? '' }, ...headings];
}

/** The first of so many that is on the screen: the selected one is in the middle where not all are. */
export function contentsTop(selected: number, count: number, rows: number): number {
  return clamp(selected - Math.floor(rows / 2), 0, count - rows);
}

/** The next after one that begins with a letter, round the end; the same where none does. */
export function headingOf(state: State, selected: number, letter: string): number {
  const headings = pageHeadings(state);
  const order = headings.map((_, at) => (selected + 1 + at) % headings.length);
  const begins = (at: number) => foldText(headings[at]?.text ?? '').startsWith(foldText(letter));
  return order.find(begins) ?? selected;
}
