// Which line is the headline: the one that the rules speak for most, around the story's beginning.

import { groupBy } from '../../../../core/group-by.ts';
import { lazyFor } from '../../../../core/lazy.ts';
import type { StorySpan } from '../../../label/measures.ts';
import { isSigned, type Lines, type SeenLine } from '../lines/classify-lines.ts';
import { withoutDates } from '../lines/date-lines.ts';
import { type Evidence, isProse, scoreOf } from './headline-rules.ts';
import { type Stems, shareIn, stemsOf } from './story-words.ts';

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
/** Lines below a headline whose words its lead has, and how much of each is read. */
const LEAD = 3;
const LONGEST_LEAD = 1500;

/** The headline's line, `null` where no line is enough of one; of like copies the last. */
export function findHeadline(lines: Lines, story: StorySpan): number | null {
  let best: SeenLine | null = null;
  let most = LEAST;
  for (const evidence of evidences(lines, story)) {
    const { line } = evidence;
    const worth = scoreOf(evidence);
    const isCopy: boolean = best?.key === line.key;
    if (worth > (isCopy ? most - LIKE : most)) [best, most] = [line, Math.max(worth, most)];
  }
  return best?.at ?? null;
}

function evidences(lines: Lines, story: StorySpan): readonly Evidence[] {
  const from = Math.max(0, story.start - REACH);
  const to = Math.min(lines.length, story.start + INSIDE, story.end);
  const storyStems = stemsOfStory(lines, story);
  const leadOf = leads(lines);
  const repeats = groupBy(lines.filter(isRepeatable), ({ key }) => key);
  const found: Evidence[] = [];
  for (const line of lines.slice(from, to).filter(canBeHeadline)) {
    const stems = stemsOf(line.text);
    const said = shareIn(stems, storyStems);
    const lead = shareIn(stems, ...leadOf(line));
    found.push({ line, lines, story, said, lead, repeats, others: found });
  }
  return found;
}

function stemsOfStory(lines: Lines, story: StorySpan): Stems {
  const prose = lines
    .slice(story.start, story.end)
    .filter(({ shape }) => shape !== 'words')
    .map(({ text }) => text.slice(0, 2000));
  return stemsOf(prose.join(' ').slice(0, 12_000));
}

/** The first paragraphs below a line, each read once. */
function leads(lines: Lines): (line: SeenLine) => readonly Stems[] {
  const paragraphs = lines.filter(isProse);
  const read = lazyFor(({ text }: SeenLine) => stemsOf(text.slice(0, LONGEST_LEAD)));
  return ({ at }) => {
    const first = paragraphs.findIndex((paragraph) => paragraph.at > at);
    return first < 0 ? [] : paragraphs.slice(first, first + LEAD).map(read);
  };
}

function canBeHeadline(line: SeenLine): boolean {
  const { text, weight, furniture, head, caption, dates, doubled, bullet } = line;
  if (furniture !== null || head !== null || caption !== null || doubled || bullet) return false;
  if (isSigned(line) || weight < LIGHTEST || weight > HEAVIEST) return false;
  if (dates.length > 0 && withoutDates(text, dates).length < BESIDE_DATE) return false;
  return /\p{L}/u.test(text) && !NO_TEXT.test(text);
}

function isRepeatable({ weight }: SeenLine): boolean {
  return weight >= 20 && weight <= HEAVIEST;
}
