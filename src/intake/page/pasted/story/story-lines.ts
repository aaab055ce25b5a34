// The lines of the story, and the furniture between and around them.
import { judgedAs } from '../../../label/body-chance.ts';
import type { SeenLine } from '../lines/classify-lines.ts';
import type { LineLabels } from '../lines/line-labels.ts';
import { UNLIKELY } from './story-chances.ts';
import type { PageSurvey } from './survey-page.ts';

/** Shorter texts are said twice by chance. */
const SHORTEST_REPEAT = 15;
const HEAVIEST_SUBHEAD = 110;

/** Labels the lines of the story; what is unsure is a paragraph. */
export function readBody(page: PageSurvey, roles: LineLabels): void {
  const { lines, headline, story } = page;
  const said = new Set<string>();
  for (const [at, line] of lines.entries()) {
    const kind = roles.get(at)?.kind;
    if (kind === 'headline' || kind === 'deck' || kind === 'point') said.add(line.key);
  }
  for (let at = headline === null ? story.start : headline + 1; at < story.end; at++) {
    if (!roles.has(at)) readLine(page, at, roles, said);
  }
}

function readLine(page: PageSurvey, at: number, roles: LineLabels, said: Set<string>): void {
  const line = page.lines[at];
  if (line === undefined) return;
  const { key } = line;
  const chance = page.chances[at] ?? 0;
  const isRepeat = key.length >= SHORTEST_REPEAT && said.has(key);
  if (line.furniture !== null) roles.drop(at, line.furniture);
  else if (isRepeat) roles.drop(at, 'repeat');
  else if (chance < UNLIKELY) roles.drop(at, judgedAs(null, chance));
  else {
    said.add(key.replace(/^\d+ /, ''));
    // The next line that is no furniture, a few lines below at most.
    const next = page.lines.slice(at + 1, at + 4).find(({ furniture }) => furniture === null);
    const kind = line.bullet ? 'item' : isSubhead(line, next) ? 'subhead' : 'paragraph';
    roles.set(at, { kind });
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
export function dropSurroundings(page: PageSurvey, roles: LineLabels): void {
  const { lines, headline, story, lists } = page;
  const top = headline ?? story.start;
  for (const { kind, start, end } of lists) {
    for (let at = start; at < end; at++) {
      if (at < top || at >= story.end) roles.drop(at, kind);
    }
  }
  for (const [at, line] of lines.entries()) {
    if (line.furniture !== null) roles.drop(at, line.furniture);
    else if (at < top) roles.drop(at, 'above the headline');
    else if (at >= story.end) roles.drop(at, 'below the story');
  }
}
