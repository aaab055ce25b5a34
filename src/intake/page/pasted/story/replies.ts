// Comments below a story without a heading: each a name, a date, and what was said.
import type { SeenLine } from '../lines/classify-lines.ts';

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
export function findReplies(lines: readonly SeenLine[]): readonly Replies[] {
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
