// Where in a page the story stands: the range of lines that are most likely a part of it.
import { bestSpan, type StorySpan } from '../../../label/best-span.ts';
import type { SeenLine } from '../lines/classify-lines.ts';

/** From this chance on a line speaks for the story's going on to it. */
const MAYBE = 0.35;
/** What a line that is none costs: some between the story's are no end of it. */
const COST = 0.15;
/** What more of a paragraph speaks no more for the story. */
const HEAVY = 500;

/** Where the story stands; `null` without any prose. */
export function findStory(
  lines: readonly SeenLine[],
  chances: readonly number[],
): StorySpan | null {
  return bestSpan(lines.map((line, at) => scoreOf(line, chances[at] ?? 0)));
}

/** How much a line speaks for being the story's; below zero against it. */
function scoreOf({ weight, caption, doubled }: SeenLine, chance: number): number {
  if (caption !== null || doubled) return 0;
  if (chance < MAYBE) return -COST * (1 - chance);
  return ((chance - MAYBE) * Math.min(weight, HEAVY)) / 100;
}
