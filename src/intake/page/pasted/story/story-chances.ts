// How likely each line of a paste is a part of its story, and where by that the story stands.
import { createJudge } from '../../../label/decision-trees.ts';
import { bestSpan, SMALL_PAGE, type StorySpan, sumsOf } from '../../../label/measures.ts';
import type { Lines, SeenLine } from '../lines/classify-lines.ts';
import { letterLines } from './letter-lines.ts';
import type { LineFeatures } from './line-features.ts';
import model from './line-model.json' with { type: 'json' };
import { isSaid, longRuns, numberedParts, quantities, textBelow } from './list-parts.ts';

/** From this chance on a line is a part of the story; below the other one it is none of its lines. */
export const LIKELY = 0.5;
export const UNLIKELY = 0.2;
/** From this chance on a sentence of a small page is a part of the story. */
const LEAST_SENTENCE = 0.12;
/** After so much prose, in Latin letters, comments end a page. */
const ENOUGH_PROSE = 1200;

const judge = createJudge(model);

/** Of each line, from 0 to 1. */
export function storyChances(lines: Lines, { featuresOf }: LineFeatures): readonly number[] {
  const chances = lines.map((line) => {
    if (line.block !== null) return MAYBE;
    return line.furniture === null ? judge(featuresOf(line)) : 0;
  });
  // Few of the pages that taught the judge are lists, or as long as some stories.
  for (const { at } of [
    ...numberedParts(lines),
    ...quantities(lines),
    ...longRuns(lines),
    ...sentencesOfSmall(lines, chances),
    ...letterLines(lines, ({ at }) => (chances[at] ?? 0) >= MAYBE),
  ]) {
    chances[at] = Math.max(chances[at] ?? 0, LIKELY);
  }
  return chances.fill(0, commentsBelow(lines) ?? lines.length);
}

/** Whether a page has less text than those that taught the judges. */
export function isSmallPage(lines: Lines): boolean {
  return lines.reduce((sum, { weight }) => sum + weight, 0) < SMALL_PAGE;
}

/** The sentences below the first likely line of a small page; none of a larger one's. */
function sentencesOfSmall(lines: Lines, chances: readonly number[]): Lines {
  if (!isSmallPage(lines)) return [];
  const first = chances.findIndex((chance) => chance >= MAYBE);
  const isLikely = ({ at }: SeenLine) => (chances[at] ?? 0) >= LEAST_SENTENCE;
  const said = lines.filter((line) => line.at > first && isSaid(line) && isLikely(line));
  return [...textBelow(lines, isLikely), ...said.filter(({ caption }) => caption === null)];
}

/** Where the comments begin that a story ends above. */
function commentsBelow(lines: Lines): number | undefined {
  const proseOf = sumsOf(lines, ({ shape, weight }) => (shape === 'paragraph' ? weight : 0));
  const headed = lines.filter(({ head }) => head === 'comments list');
  return headed.find(({ at }) => proseOf(0, at) >= ENOUGH_PROSE)?.at;
}

/** From this chance on a line speaks for the story's going on to it. */
const MAYBE = 0.35;
/** What a line that is none costs: some between the story's are no end of it. */
const COST = 0.15;
/** What more of a paragraph speaks no more for the story. */
const HEAVY = 500;

/** Where the story stands; `null` without any prose. */
export function findStory(lines: Lines, chances: readonly number[]): StorySpan | null {
  return bestSpan(lines.map((line, at) => scoreOf(line, chances[at] ?? 0)));
}

/** How much a line speaks for being the story's; below zero against it. */
function scoreOf({ weight, caption, doubled }: SeenLine, chance: number): number {
  if (caption !== null || doubled) return 0;
  if (chance < MAYBE) return -COST * (1 - chance);
  return ((chance - MAYBE) * Math.min(weight, HEAVY)) / 100;
}
