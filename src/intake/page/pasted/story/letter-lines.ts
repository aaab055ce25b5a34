// A letter's greeting, its close and its postscript, which are too short to be judged as a story's.
import type { Lines, SeenLine } from '../lines/classify-lines.ts';

/** Heavier words are no greeting, heavier names sign no letter. */
const HEAVIEST_CLOSE = 45;
const HEAVIEST_NAME = 30;
const POSTSCRIPT = /^(?:P\.? ?)+S[.:]/u;

/** The lines of letters among some: `Dear readers,` and what it stands over; `Yours,`, `Ines`, `P.S. …`. */
export function letterLines(lines: Lines, isLikely: (line: SeenLine) => boolean): Lines {
  return lines.flatMap((line) => {
    const { above, below, text } = line;
    const isBelowStory = above !== undefined && isLikely(above);
    if (POSTSCRIPT.test(text)) return line;
    if (!leadsOn(line) || below === undefined) return [];
    if (isBelowStory && above.shape !== 'words' && isSignature(below)) return [line, below];
    return below.shape !== 'words' && below.furniture === null ? [line, below] : [];
  });
}

/** Few words with a comma behind them, which no label has. */
function leadsOn({ text, shape, weight, byline, dates, furniture }: SeenLine): boolean {
  if (shape !== 'words' || weight > HEAVIEST_CLOSE || !/[,，]$/u.test(text)) return false;
  return byline === null && dates.length === 0 && furniture === null;
}

function isSignature({ text, shape, weight, furniture }: SeenLine): boolean {
  return shape === 'words' && weight <= HEAVIEST_NAME && furniture === null && !/\d/.test(text);
}
