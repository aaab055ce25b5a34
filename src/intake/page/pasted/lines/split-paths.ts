// A path to the story and the headline it ends in, copied as one line, taken apart.
import { lazy } from '../../../../core/lazy.ts';
import { anyOf } from '../../../words/phrases.ts';
import type { PastedLine } from './pasted-line.ts';

/** What a path begins with. */
const HOME = lazy(
  () => new RegExp(`^(?:(?:${anyOf('you are here')})\\s?:\\s?)?(?:${anyOf('home page')})`, 'iu'),
);
/** What follows it in a path: a mark, or the next step's capital. */
const NEXT_STEP = /^(?:\p{Lu}|\s?[»›>/|→])/u;
const MARK = /\s?[»›>→]\s?/gu;
/** Words run together: `StartseiteStädteWitten`. */
const GLUED = /(?<=\p{Ll}{2})(?=\p{Lu})/u;
const LONGEST_STEP = 30;
const MOST_WORDS = 3;
const SHORTEST_HEADLINE = 20;
const LONGEST = 400;

/** Cuts each path off the headline behind it; both stay, as two lines. */
export function splitPaths(lines: readonly PastedLine[]): readonly PastedLine[] {
  return lines.flatMap((line) => {
    const at = isPath(line.text) ? pathEnd(line.text) : 0;
    const [path, headline] = [line.text.slice(0, at).trim(), line.text.slice(at).trim()];
    if (path === '' || headline.length < SHORTEST_HEADLINE) return [line];
    return [
      { ...line, text: path },
      { text: headline, gap: false, bullet: false },
    ];
  });
}

function isPath(text: string): boolean {
  const home = text.length <= LONGEST ? HOME().exec(text) : null;
  return home !== null && NEXT_STEP.test(text.slice(home[0].length));
}

/** Where the last step of a path begins, 0 where there is none. */
function pathEnd(text: string): number {
  const marks = [...text.matchAll(MARK)];
  const last = marks.at(-1);
  if (last !== undefined) return last.index + last[0].length;
  let end = 0;
  for (const step of text.split(GLUED).slice(0, -1)) {
    if (step.length > LONGEST_STEP || step.split(' ').length > MOST_WORDS) break;
    end += step.length;
  }
  return end;
}
