// Which line is the headline: the one that the rules speak for most, around the story's beginning.

import { lazyFor } from '../../../../core/lazy.ts';
import type { StorySpan } from '../../../label/measures.ts';
import { isSigned, type Lines, type SeenLine } from '../lines/classify-lines.ts';
import { withoutDates } from '../lines/date-lines.ts';
import { shareIn, stemsOfAll } from '../lines/repeats.ts';
import { scoreOf } from './headline-rules.ts';
import type { LineFeatures } from './line-features.ts';

/** How far above the story a headline may stand, and how far inside it, in lines. */
const REACH = 80;
const INSIDE = 12;
/** The least a line must have for it; below, the paste has no headline. */
const LEAST = 0.5;
/** How much less a copy may be worth that stands nearer to the story: the first is a link to it. */
const LIKE = 0.4;
const LIGHTEST = 10;
const HEAVIEST = 260;
/** What a line with a date in it must say beside the date, in UTF-16 units. */
const BESIDE_DATE = 12;
/** An address, or a file's name. */
const NO_TEXT = /^https?:|^\S+[-_]\S+[-_]\S+$/;
/** What is read of a story, in UTF-16 units. */
const READ = 12_000;

/** The headline, `undefined` where no line is enough of one; of like copies the last. */
export function findHeadlineLine(
  lines: Lines,
  story: StorySpan,
  { leadOf, timesOf }: LineFeatures,
): SeenLine | undefined {
  const prose = lines.slice(story.start, story.end).filter(({ shape }) => shape !== 'words');
  const told = stemsOfAll(prose, READ);
  const to = Math.min(story.start + INSIDE, story.end);
  const others = lines.slice(Math.max(0, story.start - REACH), to).filter(canBeHeadline);
  const saidOf = lazyFor((line: SeenLine) => shareIn(line.stems(), told));
  const page = { lines, story, timesOf, others, saidOf };
  let best: SeenLine | undefined;
  let most = LEAST;
  for (const line of others) {
    const worth = scoreOf({ ...page, line, lead: leadOf(line) });
    const isCopy: boolean = best?.key === line.key;
    if (worth > (isCopy ? most - LIKE : most)) [best, most] = [line, Math.max(worth, most)];
  }
  return best;
}

function canBeHeadline(line: SeenLine): boolean {
  const { text, weight, furniture, head, caption, dates, doubled, bullet, block } = line;
  if (furniture !== null || head !== null || caption !== null) return false;
  if (doubled || bullet || block !== null) return false;
  if (isSigned(line) || weight < LIGHTEST || weight > HEAVIEST) return false;
  if (dates.length > 0 && withoutDates(text, dates).length < BESIDE_DATE) return false;
  return /\p{L}/u.test(text) && !NO_TEXT.test(text);
}
