// The lines of the story, and the furniture between and around them.
import { judgedAs } from '../../../label/body-chance.ts';
import type { SeenLine } from '../lines/classify-lines.ts';
import type { LineLabels } from '../lines/line-labels.ts';
import { UNLIKELY } from './story-chances.ts';
import { linesBelowHeadline, type PageSurvey } from './survey-page.ts';

/** Shorter texts are said twice by chance. */
const SHORTEST_REPEAT = 15;
const HEAVIEST_SUBHEAD = 110;

/** Labels the lines of the story; what is unsure is a paragraph. */
export function readBody(page: PageSurvey, labels: LineLabels): void {
  const said = new Set<string>();
  for (const [line, { kind }] of labels) {
    if (kind === 'headline' || kind === 'deck' || kind === 'point') said.add(line.key);
  }
  for (const line of linesBelowHeadline(page)) {
    if (!labels.has(line)) readLine(line, page, labels, said);
  }
}

function readLine(line: SeenLine, page: PageSurvey, labels: LineLabels, said: Set<string>): void {
  const { key, at } = line;
  const chance = page.chances[at] ?? 0;
  const isRepeat = key.length >= SHORTEST_REPEAT && said.has(key);
  if (line.furniture !== null) labels.drop(line, line.furniture);
  else if (isRepeat) labels.drop(line, 'repeat');
  else if (chance < UNLIKELY) labels.drop(line, judgedAs(null, chance));
  else {
    said.add(key.replace(/^\d+ /, ''));
    // The next line that is no furniture, a few lines below at most.
    const next = page.lines.slice(at + 1, at + 4).find(({ furniture }) => furniture === null);
    const kind = line.bullet ? 'item' : isSubhead(line, next) ? 'subhead' : 'paragraph';
    labels.set(line, { kind });
  }
}

/** Words without an end over a paragraph. */
function isSubhead(line: SeenLine, next: SeenLine | undefined): boolean {
  if (line.shape !== 'words' && !/[?？]$/.test(line.text)) return false;
  if (!/^[^–—]*\p{L}/u.test(line.text)) return false;
  if (line.weight > HEAVIEST_SUBHEAD || /[:,;：，]$/.test(line.text)) return false;
  return next !== undefined && next.shape !== 'words';
}

/** Drops every line outside the article that no pass has taken. */
export function dropSurroundings(page: PageSurvey, labels: LineLabels): void {
  const { lines, top, story, lists } = page;
  const isOutside = ({ at }: SeenLine) => at < top || at >= story.end;
  for (const { kind, start, end } of lists) {
    for (const line of lines.slice(start, end).filter(isOutside)) labels.drop(line, kind);
  }
  for (const line of lines) {
    if (line.furniture !== null) labels.drop(line, line.furniture);
    else if (line.at < top) labels.drop(line, 'above the headline');
    else if (isOutside(line)) labels.drop(line, 'below the story');
  }
}
