// Where in a page the story stands: the range of lines that are most likely a part of it.
import type { SeenLine } from '../lines/classify-lines.ts';

/** The story's first line and the line after its last. */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
}

/** From this chance on a line speaks for the story's going on to it. */
const MAYBE = 0.35;
/** What a line that is none costs: some between the story's are no end of it. */
const COST = 0.15;
/** What more of a paragraph speaks no more for the story. */
const HEAVY = 500;

/** The range with the highest sum of its lines' scores (Kadane's); `null` without any prose. */
export function findStory(lines: readonly SeenLine[], chances: readonly number[]): LineSpan | null {
  let best: LineSpan | null = null;
  let most = 0;
  let sum = 0;
  let start = 0;
  for (const [at, line] of lines.entries()) {
    if (sum <= 0) [sum, start] = [0, at];
    sum += scoreOf(line, chances[at] ?? 0);
    if (sum > most) [most, best] = [sum, { start, end: at + 1 }];
  }
  return best;
}

/** How much a line speaks for being the story's; below zero against it. */
function scoreOf({ weight, caption, doubled }: SeenLine, chance: number): number {
  if (caption !== null || doubled) return 0;
  if (chance < MAYBE) return -COST * (1 - chance);
  return ((chance - MAYBE) * Math.min(weight, HEAVY)) / 100;
}
