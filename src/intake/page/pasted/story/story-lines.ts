// The lines of the story, and the furniture between and around them.
import { isCall, isPictureName } from '../../../facts/find-furniture.ts';
import { judgedAs } from '../../../label/decision-trees.ts';
import type { SeenLine } from '../lines/classify-lines.ts';
import type { LineLabels } from '../lines/line-labels.ts';
import { endsSentence } from '../lines/pasted-line.ts';
import { isSmallPage, UNLIKELY } from './story-chances.ts';
import { listAround, type PageSurvey } from './survey-page.ts';

/** A paragraph that is less likely is none of the story's; long words over one need more. */
const LEAST_PARAGRAPH = 0.3;
const LEAST_TITLE = 0.35;
/** Shorter texts are said twice by chance. */
const SHORTEST_REPEAT = 15;
const HEAVIEST_SUBHEAD = 110;

/** Labels the lines of the story; what is unsure is a paragraph. */
export function readBody(page: PageSurvey, labels: LineLabels): void {
  const said = new Set<string>();
  for (const [line, { kind }] of labels) {
    if (kind === 'headline' || kind === 'deck' || kind === 'point') said.add(line.key);
  }
  for (const line of page.lines.slice(page.top, page.story.end)) {
    if (!labels.has(line)) readLine(line, page, labels, said);
  }
}

function readLine(line: SeenLine, page: PageSurvey, labels: LineLabels, said: Set<string>): void {
  const { key, at } = line;
  const chance = page.chances[at] ?? 0;
  const isRepeat = key.length >= SHORTEST_REPEAT && said.has(key);
  const known = line.furniture ?? line.head ?? noPart(line.text);
  // The next line that is no furniture, a few lines below at most.
  const next = page.lines.slice(at + 1, at + 4).find(({ furniture }) => furniture === null);
  const kind = line.bullet ? 'item' : isSubhead(line, next, labels) ? 'subhead' : 'paragraph';
  if (known !== null) labels.drop(line, known);
  else if (isRepeat) labels.drop(line, 'repeat');
  else if (chance < leastOf(line, kind) && !isSetAsSubhead(line, kind, page))
    labels.drop(line, judgedAs(null, chance));
  else {
    said.add(key.replace(/^\d+ /, ''));
    labels.set(line, { kind });
  }
}

/** What a line in the story is by its words, where it is no part of it. */
function noPart(text: string): string | null {
  if (isCall(text)) return 'invitation';
  return isPictureName(text) ? 'name of a picture' : null;
}

/** Heavier words than a label's over a paragraph are titles of other stories more often than subheads. */
const HEAVIEST_LABEL = 45;

type LineKind = 'item' | 'subhead' | 'paragraph';

/** The chance from which on a line between the story's is a part of it. */
function leastOf({ shape, weight }: SeenLine, kind: LineKind): number {
  if (kind === 'item' || shape === 'sentence' || weight <= HEAVIEST_LABEL) return UNLIKELY;
  return kind === 'subhead' ? LEAST_TITLE : LEAST_PARAGRAPH;
}

/** Whether a line is set as a heading is, in a page of whose kind the judge knows little. */
function isSetAsSubhead(line: SeenLine, kind: LineKind, page: PageSurvey): boolean {
  const isApart = line.gap || (line.above?.furniture ?? null) !== null;
  if (kind !== 'subhead' || !isApart || line.weight > HEAVIEST_LABEL) return false;
  if (!isSmallPage(page.lines) || page.features.timesOf(line) > 1) return false;
  return listAround(line, page) === null;
}

/** `Ada Li: Which four?`, `AL: All of them.` */
const SPEAKER = /^\p{L}[^:：?？.]{0,40}[:：]\s?[^\s\d]/u;

/** The number of a note behind a sentence. */
const NOTE = /(?<=\p{Ll}{3}[.!?…]["”’»]?)\d{1,2}$/u;

const isEnded = (text: string): boolean => endsSentence(text.replace(NOTE, ''));

/** Words without an end over text, or a question over its answer. */
function isSubhead(line: SeenLine, next: SeenLine | undefined, labels: LineLabels): boolean {
  const { text, weight, shape, above } = line;
  const isQuestion = /[?？]$/.test(text);
  if (!isQuestion && (shape !== 'words' || isEnded(text))) return false;
  if (!/^[^–—]*\p{L}/u.test(text) || weight > HEAVIEST_SUBHEAD || /[:,;：，]$/.test(text))
    return false;
  if (next === undefined || (next.shape === 'words' && !isEnded(next.text))) return false;
  if (/[,，]$/u.test(above?.text ?? '')) return false;
  return !(SPEAKER.test(text) && SPEAKER.test(next.text)) && !endsList(line, labels);
}

/** Lines of words that make a list together. */
const FEWEST_IN_LIST = 3;

/** Whether a line ends a list of the story's words that have no blank line between them. */
function endsList(line: SeenLine, labels: LineLabels): boolean {
  let [one, count] = [line, 1];
  while (!one.gap && one.above?.shape === 'words' && labels.get(one.above)?.kind === 'paragraph') {
    one = one.above;
    count++;
  }
  return count >= FEWEST_IN_LIST;
}

/** Drops every line outside the article that no pass has taken. */
export function dropSurroundings(page: PageSurvey, labels: LineLabels): void {
  const { lines, top, story } = page;
  for (const line of lines) {
    const place =
      line.at < top ? 'above the headline' : line.at < story.end ? null : 'below the story';
    const list = place === null ? null : listAround(line, page);
    const why = list ?? line.furniture ?? place;
    if (why !== null) labels.drop(line, why);
  }
}
