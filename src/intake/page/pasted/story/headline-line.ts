// Which line is the headline: the one that the rules speak for most, around the story's beginning.

import type { StorySpan } from '../../../label/measures.ts';
import { isSigned, type Lines, type SeenLine } from '../lines/classify-lines.ts';
import { withoutDates } from '../lines/date-lines.ts';
import { shareIn, stemsOfAll } from '../lines/repeats.ts';
import { type Evidence, scoreOf } from './headline-rules.ts';
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
export function findHeadline(
  lines: Lines,
  story: StorySpan,
  features: LineFeatures,
): SeenLine | undefined {
  let best: SeenLine | undefined;
  let most = LEAST;
  for (const evidence of evidences(lines, story, features)) {
    const { line } = evidence;
    const worth = scoreOf(evidence);
    const isCopy: boolean = best?.key === line.key;
    if (worth > (isCopy ? most - LIKE : most)) [best, most] = [line, Math.max(worth, most)];
  }
  return best;
}

function evidences(
  lines: Lines,
  story: StorySpan,
  { leadOf, timesOf }: LineFeatures,
): readonly Evidence[] {
  const from = Math.max(0, story.start - REACH);
  const to = Math.min(lines.length, story.start + INSIDE, story.end);
  const prose = lines.slice(story.start, story.end).filter(({ shape }) => shape !== 'words');
  const told = stemsOfAll(prose, READ);
  const found: Evidence[] = [];
  for (const line of lines.slice(from, to).filter(canBeHeadline)) {
    const said = shareIn(line.stems(), told);
    found.push({ line, lines, story, said, lead: leadOf(line), timesOf, others: found });
  }
  return found;
}

function canBeHeadline(line: SeenLine): boolean {
  const { text, weight, furniture, head, caption, dates, doubled, bullet } = line;
  if (furniture !== null || head !== null || caption !== null || doubled || bullet) return false;
  if (isSigned(line) || weight < LIGHTEST || weight > HEAVIEST) return false;
  if (dates.length > 0 && withoutDates(text, dates).length < BESIDE_DATE) return false;
  return /\p{L}/u.test(text) && !NO_TEXT.test(text);
}
