// The points that sum a story up above it: under a heading, with bullets, or in a run of lines.
import { isSummaryTitle } from '../../../facts/summary-title.ts';
import { isApart, isStorySetApart } from '../captions/captions-set-apart.ts';
import type { SeenLine } from '../lines/classify-lines.ts';
import type { LineLabels } from '../lines/line-labels.ts';
import { LIGHTEST_DECK } from '../story/header-end.ts';
import type { PageSurvey } from '../story/survey-page.ts';

/** A point is no longer; a run of fewer lines without a heading may be anything. */
const HEAVIEST_POINT = 300;
const FEWEST_IN_RUN = 3;

/** Labels the points above the story; what is unsure stays the story's. */
export function readPoints(page: PageSurvey, roles: LineLabels): void {
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
  const { lines, story } = page;
  if (isSummaryTitle(lines[at]?.folded ?? '')) return headedPoints(page, at + 1, roles);
  if (at >= story.start && !isStorySetApart(lines, story)) return [];
  if (lines[at]?.bullet) {
    const bulleted = takeWhile(page, at, roles, (line) => line.bullet);
    return at < story.start && bulleted.length > 1 ? bulleted : [];
  }
  return isStorySetApart(lines, story) ? runOfPoints(page, at, roles) : [];
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
