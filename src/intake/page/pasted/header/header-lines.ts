// The lines between headline and story: summary points, and the facts among them.

import { isSummaryTitle } from '../../../facts/find-furniture.ts';
import { isApart, isDated, isSigned, type Lines, type SeenLine } from '../lines/classify-lines.ts';
import type { LineLabels } from '../lines/line-labels.ts';
import { areNearlySame } from '../lines/repeats.ts';
import { isFact, LIGHTEST_DECK } from '../story/header-end.ts';
import { isBelowHeadline, type PageSurvey } from '../story/survey-page.ts';

/** Labels the lines from the headline down to the story's first. */
export function readHeader(page: PageSurvey, labels: LineLabels): void {
  const { headline } = page;
  if (headline === undefined) return;
  labels.set(headline, { kind: 'headline' });
  readPoints(page, headline, labels);
  const header = page.lines.slice(headline.at + 1, page.story.start);
  readFacts(header, headline, labels);
}

/** Labels what each line says by itself. */
function readFacts(header: Lines, headline: SeenLine, labels: LineLabels): void {
  for (const line of header.filter(({ caption }) => caption === null)) {
    if (isFact(line) && line.shape !== 'paragraph') labels.set(line, { kind: 'fact' });
    else if (line.furniture !== null || line.head !== null) continue;
    else if (isCopy(line, headline)) labels.drop(line, 'repeat');
    else if (isLabel(line)) labels.drop(line, 'label beside the headline');
  }
}

/** Whether a line is too short for a deck; or a table of prices, of the weather, of facts. */
function isLabel({ shape, weight, block }: SeenLine): boolean {
  return block !== null || (shape === 'words' && weight < LIGHTEST_DECK);
}

/** Whether a line says the headline once more, with a word or two changed. */
function isCopy({ key, stems }: SeenLine, headline: SeenLine): boolean {
  return key === headline.key || areNearlySame(stems(), headline.stems());
}

/** A point is no longer; a run of fewer lines without a heading may be anything. */
const HEAVIEST_POINT = 300;
const FEWEST_IN_RUN = 3;

/** Labels the points above the story; what is unsure stays the story's. */
function readPoints(page: PageSurvey, headline: SeenLine, labels: LineLabels): void {
  for (const line of page.lines.slice(headline.at + 1, page.story.start + 1)) {
    if (labels.has(line)) continue;
    const points = pointsAt(line, page, labels);
    for (const point of points) labels.set(point, { kind: 'point' });
    if (points.length > 0 && isSummaryTitle(line.text)) labels.set(line, { kind: 'fact' });
  }
}

/** The lines of the points that begin with a line, or below it where it is their heading. */
function pointsAt(line: SeenLine, page: PageSurvey, labels: LineLabels): Lines {
  const { story, isSetApart } = page;
  if (isSummaryTitle(line.text)) return headedPoints(line.below, labels);
  if (line.at >= story.start && !isSetApart) return [];
  if (line.bullet) {
    const bulleted = takeWhile(line, labels, ({ bullet }) => bullet);
    return line.at < story.start && bulleted.length > 1 ? bulleted : [];
  }
  return isSetApart ? runOfPoints(line, page, labels) : [];
}

function headedPoints(first: SeenLine | undefined, labels: LineLabels): Lines {
  if (first?.bullet) return takeWhile(first, labels, ({ bullet }) => bullet);
  const block = takeWhile(first, labels, (line) => line === first || !line.gap);
  const [last, ...others] = block.toReversed();
  // A paragraph that a browser copied right below the last point is the story's first.
  const isStory = last !== undefined && others.every(({ weight }) => weight < last.weight * 0.7);
  return isStory && others.length > 0 ? block.slice(0, -1) : block;
}

/** Lines without blank ones between them before a paragraph, as a browser copies a list. */
function runOfPoints(first: SeenLine, page: PageSurvey, labels: LineLabels): Lines {
  const run = takeWhile(first, labels, (line) => !isApart(line));
  const isSaid = run.every(({ shape }) => shape !== 'words');
  if (run.length < FEWEST_IN_RUN || !(isSaid || isBelowHeadline(first, page))) return [];
  return run.some(({ text }) => /[?？]$/.test(text)) ? [] : run;
}

/** The lines from one on as long as they can be points of a kind. */
function takeWhile(
  first: SeenLine | undefined,
  labels: LineLabels,
  isNext: (line: SeenLine) => boolean,
): Lines {
  const taken: SeenLine[] = [];
  for (let line = first; line !== undefined; line = line.below) {
    if (labels.has(line) || !canBePoint(line) || !isNext(line)) break;
    taken.push(line);
  }
  return taken;
}

function canBePoint(line: SeenLine): boolean {
  const { weight, furniture, head, block, doubled } = line;
  if ((furniture ?? head ?? block) !== null || doubled) return false;
  if (weight < LIGHTEST_DECK || weight > HEAVIEST_POINT) return false;
  return !isSigned(line) && !isDated(line);
}
