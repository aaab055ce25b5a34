// Lists that are the story: numbered parts, quantities of things, long runs of sentences.
import type { Lines, SeenLine } from '../lines/classify-lines.ts';
import { endsSentence } from '../lines/pasted-line.ts';

/** `1. The lamp`, `#3) The tin`. */
export const NUMBERED = /^#?(\d{1,3})[.)]\s*\p{L}/u;
const QUANTITY = /^(?:\d{1,4}(?:[.,/]\d+)?|[¼½¾⅓⅔])\s?\p{L}/u;
const FEWEST = 3;
/** Lines from one number to the next. */
const LONGEST_PART = 14;
const HEAVIEST_ITEM = 60;
/** So many sentences and paragraphs with nothing between them are a story. */
const LONG_RUN = 8;

/** The numbered parts that follow one another: `1. The lamp` and what is below it, `2. The tin`. */
export function numberedParts(lines: Lines): Lines {
  const heads = lines.filter(
    ({ text, shape, dates }) => shape !== 'paragraph' && dates.length === 0 && NUMBERED.test(text),
  );
  const parts = heads.map((next, place) => {
    const one = heads[place - 1];
    if (one === undefined || next.at - one.at > LONGEST_PART) return [];
    // A ranking of headlines has no text between its numbers.
    const isPart = lines.slice(one.at + 1, next.at).some(isSaid);
    const isNext = Math.abs(numberOf(next) - numberOf(one)) === 1;
    return isPart && isNext ? lines.slice(one.at, next.at + (next.at - one.at)) : [];
  });
  // Two numbers are no list.
  const isOfList = (at: number): boolean => [at - 1, at + 1].some((near) => parts[near]?.length);
  return parts.flatMap((part, at) => (isOfList(at) ? part : []));
}

function numberOf({ text }: SeenLine): number {
  return Number(NUMBERED.exec(text)?.[1]);
}

/**
 * Short lines in a row that each begin with a quantity, not all with one, nor their place in the
 * row, and what is to be done with the things.
 */
export function quantities(lines: Lines): Lines {
  const isItem = ({ text, weight }: SeenLine) => weight <= HEAVIEST_ITEM && QUANTITY.test(text);
  return runsOf(lines, isItem).flatMap((run) => {
    const numbers = run.map(({ text }) => Number.parseInt(text, 10));
    const isCount = numbers.every((number, place) => number === place + 1);
    if (run.length < FEWEST || isCount || new Set(numbers).size === 1) return [];
    return [...run, ...steps(run.at(-1)?.below)];
  });
}

/** The lines of one kind, those of each row with nothing between them together. */
function runsOf(lines: Lines, isOne: (line: SeenLine) => boolean): readonly Lines[] {
  const runs: SeenLine[][] = [];
  for (const line of lines.filter(isOne)) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === line.above) run.push(line);
    else runs.push([line]);
  }
  return runs;
}

/** The lines of long runs of sentences and paragraphs. */
export function longRuns(lines: Lines): Lines {
  const isRun = (line: SeenLine) => isSaid(line) && line.head === null;
  return runsOf(lines, isRun)
    .filter(({ length }) => length >= LONG_RUN)
    .flat();
}

/** What is done with the things below their quantities: sentences, and words above sentences. */
function steps(first: SeenLine | undefined): Lines {
  const found: SeenLine[] = [];
  for (let line = first; line !== undefined && found.length < LONGEST_PART; line = line.below) {
    if (!isSaid(line) && !isSaid(line.below)) break;
    found.push(line);
  }
  return found;
}

/**
 * The lines between two blank ones that stand below a sentence of the story, and most of which end as
 * sentences do or lead to the next one: short paragraphs that were copied as lines.
 */
export function textBelow(lines: Lines, isLikely: (line: SeenLine) => boolean): Lines {
  const firsts = lines.filter(({ gap, above }) => gap && above && isSaid(above) && isLikely(above));
  return firsts.flatMap((first) => {
    const end = lines.findIndex(({ gap, at }) => gap && at > first.at);
    const run = lines.slice(first.at, end < 0 ? lines.length : end);
    const ended = run.filter(({ text }) => endsSentence(text) || /[:：]$/u.test(text));
    const isText = run.length >= FEWEST && ended.length * 2 > run.length;
    return isText && run.every(({ furniture, head }) => (furniture ?? head) === null) ? run : [];
  });
}

/** Whether a line is no mere words, but a sentence, a paragraph, a table. */
export function isSaid(line: SeenLine | undefined): boolean {
  return line !== undefined && line.shape !== 'words' && line.furniture === null;
}
