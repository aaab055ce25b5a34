// Who wrote a story, and from where: the names nearest to its headline, else those below the story.

import { firstValue } from '../../../../core/first-value.ts';
import { isCreditAlone } from '../../../facts/credits.ts';
import { parseByline } from '../../../facts/names/byline.ts';
import { namesAtEnds, signedNames } from '../../../facts/names/dateline.ts';
import { isDated, isProse, isSigned, type Lines, type SeenLine } from '../lines/classify-lines.ts';
import { repeatKey } from '../lines/repeats.ts';
import { LIGHTEST_DECK } from '../story/header-end.ts';
import { listAround, type PageSurvey } from '../story/survey-page.ts';

/** Lines above the headline and into the story in which what is said of it may stand. */
const ABOVE = 4;
export const INTO = 3;
/** Lines of a story that pictures, buttons and a lead may fill. */
const OPENING = 24;
const RIGHT_BELOW = 2;
/** Lines within which a date stands beside names. */
const BESIDE = 5;
/** Lines of one byline are at most this far apart. */
const APART = 3;
/** A line above the headline is a section's or another story's more often than one below it. */
const PENALTY = 2;
/** Lines that stand between the names of one byline: initials for a missing picture. */
const HEAVIEST_BETWEEN = 4;

/** Chinese and Japanese names look like other words: only a date beside them confirms them. */
const HAN = /^[\p{Script=Han}\s]+$/u;

/** The places where bylines stand, the surest first; the first that has names gives the authors. */
const PLACES: readonly ((page: PageSurvey) => Lines)[] = [
  nearestMarked,
  (page) => namesBelow(page, ({ at }) => near(page, at, BESIDE).some(isDated)),
  (page) => linesAbove(page).filter(isSigned),
  (page) => endLines(page, INTO, BELOW).filter(isSigned),
  (page) => namesBelow(page, ({ text }) => !HAN.test(text)),
  namesAbove,
  markedInside,
  signature,
];

/** Gathers authors and place; both are empty where no line names anybody. */
export function gatherAuthors(page: PageSurvey) {
  const lines = PLACES.reduce<Lines>((found, find) => (found.length > 0 ? found : find(page)), []);
  const found = lines.flatMap(({ byline }) => byline?.authors ?? []);
  if (found.length === 0) return { authors: namesInside(page), place: null };
  const names = [...new Map(found.map((name) => [repeatKey(name), name])).values()];
  // `Hi, I’m Ada Li`, `All by Ada Li`
  const authors = names.filter((name) => !names.some((other) => name.endsWith(` ${other}`)));
  return { authors, place: firstValue(lines, ({ byline }) => byline?.place ?? null) };
}

/** The marked line nearest to the headline, and those that go on from it. */
function nearestMarked(page: PageSurvey): Lines {
  const { lines, story, headline, top } = page;
  const from = headline === undefined ? top : Math.max(0, top - RIGHT_BELOW);
  const marked = lines
    .slice(from, story.start + INTO)
    .filter((line) => isSigned(line) && !isOfOtherStory(line, page));
  const distance = ({ at }: SeenLine) => (at < top ? top - at + PENALTY : at - top);
  const [nearest] = marked.toSorted((a, b) => distance(a) - distance(b));
  if (nearest === undefined) return [];
  const found = [nearest];
  for (const line of marked) {
    const gap = line.at - (found.at(-1)?.at ?? 0);
    if (gap > 0 && gap <= APART) found.push(line);
  }
  return found;
}

/** Whether a title stands right above a line in a list of other stories. */
function isOfOtherStory(line: SeenLine, page: PageSurvey): boolean {
  const { above } = line;
  const isTitled = above?.shape === 'words' && above.weight >= LIGHTEST_DECK;
  return isTitled && listAround(line, page) === 'related list';
}

/** The first names under the headline that are taken for some, and those that go on from them. */
function namesBelow(page: PageSurvey, isTaken: (line: SeenLine) => boolean): Lines {
  const { lines, story, top } = page;
  const names: SeenLine[] = [];
  for (const line of lines.slice(top + 1, story.start + 1)) {
    const isFound = isName(line) && !isOfOtherStory(line, page) && isTaken(line);
    if (isFound) names.push(...unspoken([line], page));
    else if (names.length > 0 && line.weight > HEAVIEST_BETWEEN) break;
  }
  return names;
}

/** The line at a place and those at most so far from it. */
function near({ lines }: PageSurvey, at: number, far: number): Lines {
  return lines.slice(Math.max(0, at - far), at + far + 1);
}

/** The lines above the headline in which what is said of the story may stand. */
export function linesAbove({ lines, top }: PageSurvey): Lines {
  return lines.slice(Math.max(0, top - ABOVE), top);
}

/** The first marked line among the story's first: below its pictures and what opens it. */
function markedInside({ lines, story }: PageSurvey): Lines {
  const opening = lines.slice(story.start, Math.min(story.end, story.start + OPENING));
  return opening.filter(isSigned).slice(0, 1);
}

/** The last names above the headline, where a date stands beside them: a menu has none. */
function namesAbove(page: PageSurvey): Lines {
  const above = linesAbove(page);
  return above.some(isDated) ? unspoken(above.filter(isName).slice(-1), page) : [];
}

/**
 * Whether the headline or the story's first line speaks of somebody: of its author neither does,
 * but a column may begin with his name: `Ada Li: The sea and I`.
 */
function isSpokenOf(name: string, { at }: SeenLine, page: PageSurvey): boolean {
  const { lines, headline, story } = page;
  const isDatedBeside = near(page, at, 1).some(isDated);
  return [headline, lines[story.start]].some((line) => {
    const place = line === undefined || line.text === name ? -1 : line.text.indexOf(name);
    // Of a guest beside whose name a date stands the deck may speak, too.
    if (place > 0) return line === headline || !isDatedBeside;
    return place === 0 && !/^\s?[.:|]/u.test(line?.text.slice(name.length) ?? '');
  });
}

/** The lines of names that the story does not begin with. */
function unspoken(found: Lines, page: PageSurvey): Lines {
  return found.filter((line) => !line.byline?.authors.some((name) => isSpokenOf(name, line, page)));
}

/** A line that is nothing but names. */
function isName({ byline, caption, furniture }: SeenLine): boolean {
  return byline !== null && caption === null && furniture === null;
}

/** Lines below the story in which its authors may stand. */
export const BELOW = 6;
const RIGHT_BELOW_STORY = 3;
/** Names below a story that are heavier are its last words. */
const HEAVIEST_SIGNATURE = 60;

/** The lines around a story's end, up to the first list of other stories. */
function endLines({ lines, story }: PageSurvey, into: number, below: number): Lines {
  const start = Math.max(story.start, story.end - into);
  const found = lines.slice(start, story.end + below);
  const list = found.findIndex(({ head }) => head !== null && head !== 'about list');
  return list < 0 ? found : found.slice(0, list);
}

/** Names that end the story or are the first words below it, in a paragraph of their own. */
function signature(page: PageSurvey): Lines {
  const line = endLines(page, 1, RIGHT_BELOW_STORY).find(
    ({ furniture, shape, dates, caption, text }) =>
      furniture === null &&
      shape === 'words' &&
      dates.length === 0 &&
      caption === null &&
      !isCreditAlone(text),
  );
  if (line === undefined || line.weight > HEAVIEST_SIGNATURE) return [];
  const bare = /^[(–—-]\s?([^()]+)\)?$/u.exec(line.text)?.[1];
  const isSet = line.bullet || bare !== undefined;
  if (!isSet && !(line.gap && line.below?.gap)) return [];
  const byline = bare === undefined ? line.byline : parseByline(bare);
  return byline === null ? [] : [{ ...line, byline }];
}

/** Names in the brackets that the story's first or last paragraph begins or ends with. */
function namesInside(page: PageSurvey): readonly string[] {
  const { lines, story } = page;
  const prose = lines.slice(story.start, story.end).filter(({ shape }) => shape === 'paragraph');
  const inside = namesAtEnds(prose[0]?.text ?? '', prose.at(-1)?.text ?? '');
  if (inside.length > 0) return inside;
  // A deck may end in them, too; behind a caption stands who took the picture.
  const header = lines.slice(page.top + 1, story.start + 1);
  const signed = [...header.filter(isProse), ...endLines(page, 2, 1)];
  return signed.map(({ text }) => signedNames(text)).find((names) => names.length > 0) ?? [];
}
