// Lists that are the story: numbered parts, quantities of things, long runs of sentences.
import type { SeenLine } from '../lines/classify-lines.ts';

/** `1. The lamp`, `#3) The tin`. */
export const NUMBERED = /^#?(\d{1,3})[.)]\s*\p{L}/u;
const QUANTITY = /^(?:\d{1,4}(?:[.,/]\d+)?|[¼½¾⅓⅔])\s?\p{L}/u;
const FEWEST = 3;
/** Lines from one number to the next. */
const LONGEST_PART = 14;
const HEAVIEST_ITEM = 60;
/** So many sentences and paragraphs with nothing between them are a story. */
const LONG_RUN = 8;

/** The lines from the first numbered part to the last: `1. The lamp` … `20. The tin`. */
export function numberedParts(lines: readonly SeenLine[]): readonly number[] {
  const heads = lines.flatMap(({ text, shape }, at) => {
    const number = shape === 'paragraph' ? undefined : NUMBERED.exec(text)?.[1];
    return number === undefined ? [] : [{ at, number: Number(number) }];
  });
  const found: number[] = [];
  for (let from = 0; from < heads.length; ) {
    let to = from;
    while (isNext(lines, heads[to], heads[to + 1])) to += 1;
    const [first, last, before] = [heads[from]?.at ?? 0, heads[to]?.at ?? 0, heads[to - 1]?.at];
    const end = last + (last - (before ?? last));
    if (to - from + 1 >= FEWEST) for (let at = first; at < end; at++) found.push(at);
    from = to + 1;
  }
  return found;
}

interface Head {
  readonly at: number;
  readonly number: number;
}

/** Whether the next number follows with text between, as no ranking of headlines has it. */
function isNext(
  lines: readonly SeenLine[],
  one: Head | undefined,
  next: Head | undefined,
): boolean {
  if (one === undefined || next === undefined || next.at - one.at > LONGEST_PART) return false;
  const isBetween = lines.slice(one.at + 1, next.at).some(({ shape }) => shape !== 'words');
  return Math.abs(next.number - one.number) === 1 && isBetween;
}

/**
 * Short lines in a row that each begin with a quantity, not all with one, nor their place in the
 * row, and what is to be done with the things.
 */
export function quantities(lines: readonly SeenLine[]): readonly number[] {
  const isItem = ({ text, weight }: SeenLine) => weight <= HEAVIEST_ITEM && QUANTITY.test(text);
  return runsOf(lines, isItem).flatMap((run) => {
    const numbers = run.map((at) => Number.parseInt(lines[at]?.text ?? '', 10));
    const isCount = numbers.every((number, place) => number === place + 1);
    if (run.length < FEWEST || isCount || new Set(numbers).size === 1) return [];
    return [...run, ...steps(lines, (run.at(-1) ?? 0) + 1)];
  });
}

/** The places of lines of one kind, those of each row with nothing between them together. */
function runsOf(
  lines: readonly SeenLine[],
  isOne: (line: SeenLine) => boolean,
): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const [at, line] of lines.entries()) {
    if (!isOne(line)) continue;
    const run = runs.at(-1);
    if (run?.at(-1) === at - 1) run.push(at);
    else runs.push([at]);
  }
  return runs;
}

/** The lines of long runs of sentences and paragraphs. */
export function longRuns(lines: readonly SeenLine[]): readonly number[] {
  const isSaid = ({ shape, furniture, head }: SeenLine) =>
    shape !== 'words' && furniture === null && head === null;
  return runsOf(lines, isSaid)
    .filter(({ length }) => length >= LONG_RUN)
    .flat();
}

/** What is done with the things below their quantities: sentences, and words above sentences. */
function steps(lines: readonly SeenLine[], from: number): readonly number[] {
  const isSaid = (at: number): boolean => {
    const line = lines[at];
    return line !== undefined && line.shape !== 'words' && line.furniture === null;
  };
  let end = from;
  while (end < from + LONGEST_PART && (isSaid(end) || isSaid(end + 1))) end++;
  return [...lines.keys()].slice(from, end);
}
