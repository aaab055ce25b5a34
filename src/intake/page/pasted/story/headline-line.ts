// Which line is the headline: the one that the rules speak for most, around the story's beginning.

import type { StorySpan } from '../../../label/best-span.ts';
import type { SeenLine } from '../lines/classify-lines.ts';
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
export function findHeadline(lines: readonly SeenLine[], story: StorySpan): number | null {
  let best: number | null = null;
  let most = LEAST;
  for (const evidence of evidences(lines, story)) {
    const worth = scoreOf(evidence);
    const isCopy = best !== null && lines[best]?.key === evidence.line.key;
    if (worth > (isCopy ? most - LIKE : most)) [best, most] = [evidence.at, Math.max(worth, most)];
  }
  return best;
}

function evidences(lines: readonly SeenLine[], story: StorySpan): readonly Evidence[] {
  const from = Math.max(0, story.start - REACH);
  const to = Math.min(lines.length, story.start + INSIDE, story.end);
  const storyStems = stemsOfStory(lines, story);
  const leadOf = leads(lines);
  const repeats = countRepeats(lines);
  const found: Evidence[] = [];
  for (let at = from; at < to; at++) {
    const line = lines[at];
    if (line === undefined || !canBeHeadline(line)) continue;
    const stems = stemsOf(line.text);
    const [said, lead] = [shareIn(stems, storyStems), shareIn(stems, ...leadOf(at))];
    found.push({ line, at, lines, story, said, lead, repeats, others: found });
  }
  return found;
}

function stemsOfStory(lines: readonly SeenLine[], story: StorySpan): Stems {
  const prose = lines
    .slice(story.start, story.end)
    .filter(({ shape }) => shape !== 'words')
    .map(({ text }) => text.slice(0, 2000));
  return stemsOf(prose.join(' ').slice(0, 12_000));
}

/** The first paragraphs below a line, each read once. */
function leads(lines: readonly SeenLine[]): (at: number) => readonly Stems[] {
  const paragraphs = lines.flatMap((line, at) => (isProse(line) ? [at] : []));
  const read = new Map<number, Stems>();
  return (at) => {
    const first = paragraphs.findIndex((paragraph) => paragraph > at);
    const below = first < 0 ? [] : paragraphs.slice(first, first + LEAD);
    return below.map((paragraph) => {
      const stems =
        read.get(paragraph) ?? stemsOf((lines[paragraph]?.text ?? '').slice(0, LONGEST_LEAD));
      read.set(paragraph, stems);
      return stems;
    });
  };
}

function canBeHeadline(line: SeenLine): boolean {
  const { text, weight, furniture, head, caption, dates, byline, doubled, bullet } = line;
  if (furniture !== null || head !== null || caption !== null || doubled || bullet) return false;
  if (byline?.isMarked || weight < LIGHTEST || weight > HEAVIEST) return false;
  if (dates.length > 0 && withoutDates(text, dates).length < BESIDE_DATE) return false;
  return /\p{L}/u.test(text) && !NO_TEXT.test(text);
}

function countRepeats(lines: readonly SeenLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { key, weight } of lines) {
    if (weight >= 20 && weight <= HEAVIEST) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
