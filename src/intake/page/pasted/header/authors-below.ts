// Authors named at a story's end: after a `By`, as a signature, or in brackets.
import { parseByline } from '../../../facts/names/byline.ts';
import { namesAtEnds, signedNames } from '../../../facts/names/dateline.ts';
import { isSigned, type Lines } from '../lines/classify-lines.ts';
import { isCreditAlone } from '../lines/credits.ts';
import type { PageSurvey } from '../story/survey-page.ts';

/** Lines below the story in which its authors may stand, and lines of its own. */
const BELOW = 6;
const INTO = 3;
const RIGHT_BELOW = 3;
/** Names below a story that are heavier are its last words. */
const HEAVIEST_SIGNATURE = 60;

/** The lines around a story's end, up to the first list of other stories. */
function endLines({ lines, story }: PageSurvey, into: number, below: number): Lines {
  const start = Math.max(story.start, story.end - into);
  const found = lines.slice(start, story.end + below);
  const list = found.findIndex(({ head }) => head !== null && head !== 'about list');
  return list < 0 ? found : found.slice(0, list);
}

/** Lines that name authors after a `By`. */
export function markedBelow(page: PageSurvey): Lines {
  return endLines(page, INTO, BELOW).filter(isSigned);
}

/** Names that end the story or are the first words below it, in a paragraph of their own. */
export function signature(page: PageSurvey): Lines {
  const line = endLines(page, 1, RIGHT_BELOW).find(
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
  return byline === null || line.head !== null ? [] : [{ ...line, byline }];
}

/** Names in the brackets that the story's first or last paragraph begins or ends with. */
export function namesInside(page: PageSurvey): readonly string[] {
  const { lines, story } = page;
  const prose = lines.slice(story.start, story.end).filter(({ shape }) => shape === 'paragraph');
  const inside = namesAtEnds(prose[0]?.text ?? '', prose.at(-1)?.text ?? '');
  return inside.length > 0 ? inside : endLines(page, 2, 1).flatMap(({ text }) => signedNames(text));
}
