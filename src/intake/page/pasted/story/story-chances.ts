// How likely each line of a paste is a part of its story: the judge, and what is surer than it.
import { createJudge } from '../../../label/body-chance.ts';
import type { SeenLine } from '../lines/classify-lines.ts';
import { lineFeatures, sumsOf } from './line-features.ts';
import model from './line-model.json' with { type: 'json' };
import { longRuns, numberedParts, quantities } from './list-parts.ts';

/** From this chance on a line is a part of the story; below the other one it is none of its lines. */
export const LIKELY = 0.5;
export const UNLIKELY = 0.2;
/** After so much prose, in Latin letters, comments end a page. */
const ENOUGH_PROSE = 1200;

const judge = createJudge(model);

/** Of each line, from 0 to 1. */
export function storyChances(lines: readonly SeenLine[]): readonly number[] {
  const featuresOf = lineFeatures(lines);
  const chances = lines.map(({ furniture }, at) =>
    furniture === null ? judge(featuresOf(at)) : 0,
  );
  // Few of the pages that taught the judge are lists, or as long as some stories, or show what their
  // readers say.
  for (const at of [...numberedParts(lines), ...quantities(lines), ...longRuns(lines)]) {
    chances[at] = Math.max(chances[at] ?? 0, LIKELY);
  }
  return chances.fill(0, commentsBelow(lines) ?? lines.length);
}

/** Where the comments begin that a story ends above; none where more prose follows the last. */
function commentsBelow(lines: readonly SeenLine[]): number | undefined {
  const proseOf = sumsOf(lines, ({ shape, weight }) => (shape === 'paragraph' ? weight : 0));
  const headed = [...lines.entries()].flatMap(([start, { head }]) =>
    head === 'comments list' ? { start, end: lines.length } : [],
  );
  return [...headed, ...findReplies(lines)].find(({ start, end }) => {
    const above = proseOf(0, start);
    return above >= ENOUGH_PROSE && proseOf(end, lines.length) < above;
  })?.start;
}

/** So many one after the other are comments, and so far apart at the most, in lines. */
const FEWEST = 3;
const APART = 12;
/** What a stamp and a name weigh at the most. */
const HEAVIEST_STAMP = 60;
const HEAVIEST_NAME = 40;

/** A run of comments: its first line, and the one below its last stamp. */
interface Replies {
  readonly start: number;
  readonly end: number;
}

/** The runs of comments: from the line of the first name to the line below the last stamp. */
function findReplies(lines: readonly SeenLine[]): readonly Replies[] {
  const stamps = [...lines.keys()].filter((at) => isReply(lines, at));
  const runs: Replies[] = [];
  for (let first = 0; first < stamps.length; ) {
    let last = first;
    while ((stamps[last + 1] ?? Number.POSITIVE_INFINITY) - (stamps[last] ?? 0) <= APART) last++;
    const start = stamps[first] ?? 0;
    const top = isName(lines[start - 1]) ? start - 1 : start;
    if (last - first + 1 >= FEWEST) runs.push({ start: top, end: (stamps[last] ?? 0) + 1 });
    first = last + 1;
  }
  return runs;
}

function isReply(lines: readonly SeenLine[], at: number): boolean {
  const line = lines[at];
  if (line === undefined || !isStamp(line)) return false;
  if (!isName(lines[at - 1]) && line.byline === null) return false;
  return [lines[at + 1], lines[at + 2]].some(
    (below) => below !== undefined && below.shape !== 'words',
  );
}

/** A day with a time of the day or a name, or how long ago, and hardly more. */
function isStamp({ dates, isRelative, shape, weight, furniture, byline }: SeenLine): boolean {
  if (furniture !== null || shape === 'paragraph' || weight > HEAVIEST_STAMP) return false;
  const isNamed = dates.length > 0 && byline?.isMarked === false;
  return isRelative || isNamed || dates.some(({ iso }) => iso.includes('T'));
}

function isName(line: SeenLine | undefined): boolean {
  return line?.shape === 'words' && line.weight <= HEAVIEST_NAME && line.dates.length === 0;
}
