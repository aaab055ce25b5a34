// How likely each line of a paste is a part of its story: the judge, and what is surer than it.
import { lazy } from '../../../../core/lazy.ts';
import { createJudge } from '../../../label/body-chance.ts';
import type { SeenLine } from '../lines/classify-lines.ts';
import { LIKELY } from './find-story.ts';
import { lineFeatures, sumsOf } from './line-features.ts';
import model from './line-model.json' with { type: 'json' };
import { numberedParts, quantities } from './list-parts.ts';
import { findReplies } from './replies.ts';

/** So many sentences and paragraphs with nothing between them stay: against them one judge is too few. */
const LONG_RUN = 8;
/** After so much prose, in Latin letters, comments end a page. */
const ENOUGH_PROSE = 1200;

const JUDGE = lazy(() => createJudge(model));

/** Of each line, from 0 to 1. */
export function storyChances(lines: readonly SeenLine[]): readonly number[] {
  const featuresOf = lineFeatures(lines);
  const chances = lines.map(({ furniture }, at) =>
    furniture === null ? JUDGE()(featuresOf(at)) : 0,
  );
  // Few of the pages that taught the judge are lists, or show what their readers say.
  for (const at of [...numberedParts(lines), ...quantities(lines), ...longRuns(lines)]) {
    chances[at] = Math.max(chances[at] ?? 0, LIKELY);
  }
  return chances.fill(0, commentsBelow(lines) ?? lines.length);
}

/** The lines of long runs of sentences and paragraphs. */
function longRuns(lines: readonly SeenLine[]): readonly number[] {
  const found: number[] = [];
  let run: number[] = [];
  for (let at = 0; at <= lines.length; at++) {
    const line = lines[at];
    if (line && line.shape !== 'words' && line.furniture === null && line.head === null) {
      run.push(at);
      continue;
    }
    if (run.length >= LONG_RUN) found.push(...run);
    run = [];
  }
  return found;
}

/** Where the comments begin that a story ends above; none where more prose follows the last. */
function commentsBelow(lines: readonly SeenLine[]): number | undefined {
  const proseOf = sumsOf(lines, ({ shape, weight }) => (shape === 'paragraph' ? weight : 0));
  const headed = [...lines.entries()].flatMap(([start, { head }]) =>
    head === 'comments list' ? { start, end: lines.length } : [],
  );
  return [...headed, ...findReplies(lines)].find(({ start, end }) => {
    const above = proseOf(0, start);
    return above >= ENOUGH_PROSE && proseOf(end, lines.length) < above;
  })?.start;
}
