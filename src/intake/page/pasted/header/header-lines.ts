// The lines between headline and story: deck, summary points, and the facts among them.

import { opensWithPlace } from '../../../facts/names/dateline.ts';
import { isSummaryTitle } from '../../../facts/summary-title.ts';
import type { SeenLine } from '../lines/classify-lines.ts';
import type { LineLabels } from '../lines/line-labels.ts';
import { isNearlySame } from '../lines/repeats.ts';
import { isFact, LIGHTEST_DECK } from '../story/header-end.ts';
import { isApart, type PageSurvey } from '../story/survey-page.ts';

const HEAVIEST_DECK = 400;

/** Labels the lines from the headline down to the story's first. */
export function readHeader(page: PageSurvey, roles: LineLabels): void {
  const { headline } = page;
  if (headline === null) return;
  roles.set(headline, { kind: 'headline' });
  readPoints(page, roles);
  readDeck(page, headline, roles);
}

/** The first words or paragraph below the headline that sum the story up, if the page has such. */
function readDeck(page: PageSurvey, headline: number, roles: LineLabels): void {
  const { lines, story } = page;
  let isDeckFound = false;
  for (let at = headline + 1; at < story.start; at++) {
    const line = lines[at];
    if (line === undefined) continue;
    if (roles.get(at)?.kind === 'caption') isDeckFound = true;
    if (roles.has(at) || line.caption !== null) continue;
    if (isFact(line) && line.shape !== 'paragraph') roles.set(at, { kind: 'fact' });
    else if (line.furniture !== null || line.head !== null) continue;
    else if (isCopy(line, lines[headline])) roles.drop(at, 'repeat');
    else if (!isDeckFound && at < page.headerEnd && isDeck(line)) {
      isDeckFound = true;
      roles.set(at, { kind: 'deck' });
    } else if (line.shape === 'words' && line.weight < LIGHTEST_DECK) {
      roles.drop(at, 'label beside the headline');
    }
  }
  if (!lines.some((_, at) => roles.get(at)?.kind === 'deck')) readTightDeck(page, roles);
}

/** A paragraph that no blank line sets apart, right above the first of those that one does. */
function readTightDeck(page: PageSurvey, roles: LineLabels): void {
  const { lines, story, isSetApart } = page;
  const at = lines.findIndex((line, at) => at >= page.headerEnd && isOpen(line) && !roles.has(at));
  const [line, next] = [lines[at], lines[at + 1]];
  if (line === undefined || next === undefined || at > story.start || !isDeck(line)) return;
  if (!isSetApart || isApart(lines, at)) return;
  if (next.shape === 'paragraph' && isApart(lines, at + 1)) roles.set(at, { kind: 'deck' });
}

function isOpen({ shape, furniture, caption }: SeenLine): boolean {
  return shape !== 'words' && furniture === null && caption === null;
}

/** Whether a line says the headline once more, with a word or two changed. */
function isCopy(line: SeenLine, headline: SeenLine | undefined): boolean {
  return (
    headline !== undefined && (line.key === headline.key || isNearlySame(line.key, headline.key))
  );
}

function isDeck({ text, weight, bullet, caption, doubled }: SeenLine): boolean {
  if (opensWithPlace(text)) return false;
  return (
    weight >= LIGHTEST_DECK && weight <= HEAVIEST_DECK && !bullet && !doubled && caption === null
  );
}

/** A point is no longer; a run of fewer lines without a heading may be anything. */
const HEAVIEST_POINT = 300;
const FEWEST_IN_RUN = 3;

/** Labels the points above the story; what is unsure stays the story's. */
function readPoints(page: PageSurvey, roles: LineLabels): void {
  const { lines, headline, story } = page;
  if (headline === null) return;
  for (let at = headline + 1; at <= Math.min(story.start, lines.length - 1); at++) {
    if (roles.has(at)) continue;
    const points = pointsAt(page, at, roles);
    for (const point of points) roles.set(point, { kind: 'point' });
    if (points.length > 0 && isSummaryTitle(lines[at]?.folded ?? ''))
      roles.set(at, { kind: 'fact' });
  }
}

/** The lines of the points that begin with a line, or below it where it is their heading. */
function pointsAt(page: PageSurvey, at: number, roles: LineLabels): readonly number[] {
  const { lines, story, isSetApart } = page;
  if (isSummaryTitle(lines[at]?.folded ?? '')) return headedPoints(page, at + 1, roles);
  if (at >= story.start && !isSetApart) return [];
  if (lines[at]?.bullet) {
    const bulleted = takeWhile(page, at, roles, (line) => line.bullet);
    return at < story.start && bulleted.length > 1 ? bulleted : [];
  }
  return isSetApart ? runOfPoints(page, at, roles) : [];
}

function headedPoints(page: PageSurvey, from: number, roles: LineLabels): readonly number[] {
  const { lines } = page;
  if (lines[from]?.bullet) return takeWhile(page, from, roles, (line) => line.bullet);
  const block = takeWhile(page, from, roles, (line, at) => at === from || !line.gap);
  const last = block.at(-1);
  // A paragraph that a browser copied right below the last point is the story's first.
  const isStory = last !== undefined && block.length > 1 && isHeavier(lines, last, block);
  return isStory ? block.slice(0, -1) : block;
}

function isHeavier(lines: readonly SeenLine[], last: number, block: readonly number[]): boolean {
  const weight = lines[last]?.weight ?? 0;
  return block.slice(0, -1).every((at) => (lines[at]?.weight ?? 0) < weight * 0.7);
}

/** Lines without blank ones between them before a paragraph, as a browser copies a list. */
function runOfPoints(page: PageSurvey, at: number, roles: LineLabels): readonly number[] {
  const { lines, headline } = page;
  const run = takeWhile(page, at, roles, (_, place) => !isApart(lines, place));
  const isSaid = run.every((point) => lines[point]?.shape !== 'words');
  if (run.length < FEWEST_IN_RUN || !(isSaid || at === (headline ?? 0) + 1)) return [];
  return run.some((point) => /[?？]$/.test(lines[point]?.text ?? '')) ? [] : run;
}

function takeWhile(
  { lines }: PageSurvey,
  from: number,
  roles: LineLabels,
  isNext: (line: SeenLine, at: number) => boolean,
): readonly number[] {
  const taken: number[] = [];
  for (let at = from; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || roles.has(at) || !canBePoint(line) || !isNext(line, at)) break;
    taken.push(at);
  }
  return taken;
}

function canBePoint(line: SeenLine): boolean {
  const { weight, furniture, head, caption, byline, doubled } = line;
  if (furniture !== null || head !== null || caption !== null || doubled) return false;
  if (weight < LIGHTEST_DECK || weight > HEAVIEST_POINT) return false;
  return byline?.isMarked !== true && line.dates.length === 0 && !line.isRelative;
}
