// The lines between headline and story: deck, summary points, and the facts among them.
import { isApart, isStorySetApart } from '../captions/captions-set-apart.ts';
import type { SeenLine } from '../lines/classify-lines.ts';
import type { LineLabels } from '../lines/line-labels.ts';
import { isNearlySame } from '../lines/repeats.ts';
import { isFact, LIGHTEST_DECK } from '../story/header-end.ts';
import type { PageSurvey } from '../story/survey-page.ts';
import { readPoints } from './summary-points.ts';

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
    if (roles.at(at)?.kind === 'caption') isDeckFound = true;
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
  if (!lines.some((_, at) => roles.at(at)?.kind === 'deck')) readTightDeck(page, roles);
}

/** A paragraph that no blank line sets apart, right above the first of those that one does. */
function readTightDeck(page: PageSurvey, roles: LineLabels): void {
  const { lines, story } = page;
  const at = lines.findIndex((line, at) => at >= page.headerEnd && isOpen(line) && !roles.has(at));
  const [line, next] = [lines[at], lines[at + 1]];
  if (line === undefined || next === undefined || at > story.start || !isDeck(line)) return;
  if (!isStorySetApart(lines, story) || isApart(lines, at)) return;
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

function isDeck({ weight, bullet, caption, doubled }: SeenLine): boolean {
  return (
    weight >= LIGHTEST_DECK && weight <= HEAVIEST_DECK && !bullet && !doubled && caption === null
  );
}
