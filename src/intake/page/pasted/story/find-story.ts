// Where in a page the story stands: the range of lines that is densest in paragraphs.
import type { Furniture } from '../../../facts/find-furniture.ts';
import type { SeenLine } from '../lines/classify-lines.ts';
import { numberedParts, quantities } from './list-parts.ts';
import type { ListSpan } from './story-lists.ts';

/** The story's first line and the line after its last. */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
}

/** Furniture that stands inside stories, too. */
const INSIDE: ReadonlySet<Furniture> = new Set([
  'advertisement',
  'share',
  'player',
  'related',
  'newsletter',
]);

/** What a list costs: one the story goes on after is an interruption only. */
const LIST_COST = {
  'related list': -2.5,
  'about list': -2,
  'comments list': -4,
  'footer list': -4,
} as const;

/** The range with the highest sum of its lines' scores (Kadane's); `null` without any prose. */
export function findStory(lines: readonly SeenLine[], lists: readonly ListSpan[]): LineSpan | null {
  const scores = lineScores(lines, lists);
  let best: LineSpan | null = null;
  let most = 0;
  let sum = 0;
  let start = 0;
  for (const [at, score] of scores.entries()) {
    if (sum <= 0) [sum, start] = [0, at];
    sum += score;
    if (sum > most) [most, best] = [sum, { start, end: at + 1 }];
  }
  return best;
}

function lineScores(lines: readonly SeenLine[], lists: readonly ListSpan[]): readonly number[] {
  const scores = lines.map((line, at) => {
    const score = lineScore(line);
    return score > 0 && isAlone(lines, at) ? score * ALONE : score;
  });
  for (const at of rowsOfLinks(lines)) scores[at] = Math.min(scores[at] ?? 0, -0.5);
  for (const at of numberedParts(lines)) scores[at] = Math.max(scores[at] ?? 0, 0);
  for (const at of quantities(lines)) scores[at] = ITEM;
  for (const { kind, start, end, isResumed } of lists) {
    for (let at = start; at < end; at++) scores[at] = isResumed ? -0.1 : -0.5;
    scores[start] = isResumed && kind === 'related list' ? -0.3 : LIST_COST[kind];
  }
  return scores;
}

/** What a line of a list of quantities speaks for the story. */
const ITEM = 0.3;

/** So many lines without a blank one and mostly without an end are links, not paragraphs. */
const FEWEST_LINKS = 4;

/** The lines of rows of links, on a page that puts blank lines after its paragraphs. */
function rowsOfLinks(lines: readonly SeenLine[]): readonly number[] {
  const paragraphs = lines.filter(({ shape }) => shape === 'paragraph');
  const apart = paragraphs.filter(({ gap }) => gap).length;
  if (apart < paragraphs.length * 0.5) return [];
  const rows: number[] = [];
  for (let start = 0, at = 1; at <= lines.length; at++) {
    if (at < lines.length && !lines[at]?.gap) continue;
    const row = lines.slice(start, at);
    const ended = row.filter(({ text }) => /[.!…。]["”’»]?$/u.test(text)).length;
    if (row.length >= FEWEST_LINKS && ended <= row.length / 2) {
      // A blank line follows paragraphs: one that ends a row goes on with the story.
      const end = lines[at - 1]?.shape === 'paragraph' ? at - 1 : at;
      for (let link = start; link < end; link++) rows.push(link);
    }
    start = at;
  }
  return rows;
}

/** A paragraph between words that are none is a teaser more often than a story. */
const ALONE = 0.3;

function isAlone(lines: readonly SeenLine[], at: number): boolean {
  if (lines[at]?.shape !== 'paragraph') return false;
  const near = [neighbour(lines, at, -1), neighbour(lines, at, 1)];
  if (isDated(near[0])) return true;
  return near.every((line) => line === undefined || line.shape === 'words');
}

/** What follows a date is a comment or a teaser; of a story it is the first paragraph only. */
function isDated(line: SeenLine | undefined): boolean {
  return line !== undefined && (line.dates.length > 0 || line.isRelative);
}

/** The next line in a direction that is neither furniture nor a picture's. */
function neighbour(lines: readonly SeenLine[], at: number, step: 1 | -1): SeenLine | undefined {
  for (let from = at + step, left = 4; left > 0; from += step, left--) {
    const line = lines[from];
    if (line === undefined || (line.furniture === null && line.caption === null)) return line;
  }
  return undefined;
}

/** What a line without a letter costs, such as those of a chart. */
const LABEL = -0.1;

/** How much a line speaks for being the story's; below zero against it. */
function lineScore(line: SeenLine): number {
  if (line.furniture !== null) return furnitureScore(line.furniture);
  if (line.caption !== null || line.doubled) return 0;
  if (line.shape === 'paragraph') return 0.5 + Math.min(line.weight, 500) / 100;
  if (line.dates.length > 0 || line.isRelative) return -0.6;
  if (line.shape === 'sentence') return 0.4;
  if (!/\p{L}/u.test(line.text)) return LABEL;
  return line.bullet ? -0.2 : -0.5;
}

function furnitureScore(kind: Furniture): number {
  if (kind === 'footer') return -4;
  return INSIDE.has(kind) ? -0.15 : -0.8;
}
