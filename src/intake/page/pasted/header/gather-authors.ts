// Who wrote a story, and from where: the names nearest to its headline, else those below the story.

import { firstValue } from '../../../../core/first-value.ts';
import { isCreditAlone } from '../../../facts/credits.ts';
import { namesAtEnds, signedNames } from '../../../facts/names/dateline.ts';
import { speaksOf, uniqueNames } from '../../../facts/names/names.ts';
import { isDated, isProse, isSigned, type Lines, type SeenLine } from '../lines/classify-lines.ts';
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
  (page) => signedNear(page, linesAround(page)),
  (page) => namesBelow(page, ({ at }) => near(page, at, BESIDE).some(isDated)),
  (page) => signedNear(page, linesAbove(page)),
  (page) => signedNear(page, endLines(page, INTO, BELOW)),
  (page) => namesBelow(page, ({ text }) => !HAN.test(text)),
  namesAbove,
  // Below the pictures of the story and what opens it.
  (page) => signedNear(page, storyLines(page).slice(0, OPENING)),
  signature,
];

/** Gathers authors and place; both are empty where no line names anybody. */
export function gatherAuthors(page: PageSurvey) {
  const lines = PLACES.reduce<Lines>((found, find) => (found.length > 0 ? found : find(page)), []);
  if (lines.length === 0) return { authors: namesInside(page), place: null };
  return {
    authors: uniqueNames(lines.flatMap(({ byline }) => byline?.authors ?? [])),
    place: firstValue(lines, ({ byline }) => byline?.place ?? null),
  };
}

function linesAround(page: PageSurvey): Lines {
  const around = page.lines.slice(Math.max(0, page.top - RIGHT_BELOW), page.story.start + INTO);
  return around.filter((line) => !isOfOtherStory(line, page));
}

function storyLines({ lines, story }: PageSurvey): Lines {
  return lines.slice(story.start, story.end);
}

/** The signed line nearest to the headline among some, and those that go on from it. */
function signedNear({ top }: PageSurvey, lines: Lines): Lines {
  const signed = lines.filter(isSigned);
  const distance = ({ at }: SeenLine) => (at < top ? top - at + PENALTY : at - top);
  const [nearest] = signed.toSorted((a, b) => distance(a) - distance(b));
  let last = nearest?.at ?? 0;
  return signed.filter((line) => {
    const isNext = line === nearest || (line.at > last && line.at - last <= APART);
    if (isNext) last = line.at;
    return isNext;
  });
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

/** The last names above the headline, where a date stands beside them: a menu has none. */
function namesAbove(page: PageSurvey): Lines {
  const above = linesAbove(page);
  return above.some(isDated) ? unspoken(above.filter(isName).slice(-1), page) : [];
}

/**
 * The lines of names that neither the headline nor the story's first line speaks of. Of a guest beside
 * whose name a date stands the deck may speak, but not begin with it.
 */
function unspoken(found: Lines, page: PageSurvey): Lines {
  const { headline, lines, story } = page;
  const first = lines[story.start]?.text ?? '';
  return found.filter((line) => {
    const isDatedBeside = near(page, line.at, 1).some(isDated);
    return !line.byline?.authors.some(
      (name) =>
        speaksOf(headline?.text ?? '', name) ||
        (speaksOf(first, name) && (!isDatedBeside || first.startsWith(name))),
    );
  });
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
      (furniture ?? caption) === null &&
      shape === 'words' &&
      dates.length === 0 &&
      !isCreditAlone(text),
  );
  if (line === undefined || !isName(line) || line.weight > HEAVIEST_SIGNATURE) return [];
  return line.bullet || (line.gap && line.below?.gap) ? [line] : [];
}

/** Names in the brackets that the story's first or last paragraph begins or ends with. */
function namesInside(page: PageSurvey): readonly string[] {
  const { lines, story } = page;
  const prose = storyLines(page).filter(({ shape }) => shape === 'paragraph');
  const inside = namesAtEnds(prose[0]?.text ?? '', prose.at(-1)?.text ?? '');
  if (inside.length > 0) return inside;
  // A deck may end in them, too; behind a caption stands who took the picture.
  const header = lines.slice(page.top + 1, story.start + 1);
  const signed = [...header.filter(isProse), ...endLines(page, 2, 1)];
  return signed.map(({ text }) => signedNames(text)).find((names) => names.length > 0) ?? [];
}
