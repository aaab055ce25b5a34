// A snippet: the part of a passage that shows what was looked for, on one line of so many columns.
import { joinHits, type WordsHit } from '../core/query/query-hits.ts';
import { shownHits } from './spans.ts';
import { displayWidth, truncate, unitsAtEnd } from './width.ts';

/** UTF-16 units before the first hit that are looked at. */
const LONGEST_LEAD = 600;

/**
 * Cuts a passage to a line that shows as many different words as one can, the first of them with
 * some of what is before it.
 * @param passage one line, without controls
 * @param hits without one it is the start of the passage
 * @returns a part of a longer passage begins or ends with `…`; its hits are apart from each other
 */
export function cutSnippet(passage: string, hits: readonly WordsHit[], columns: number) {
  const [only] = hits;
  if (only === undefined) return { text: truncate(passage, columns), hits: [] };
  if (displayWidth(passage) <= columns) return shifted(passage, hits, 0);
  const start = leadStart(passage, densestHit(hits, columns).start, Math.floor(columns / 3));
  if (start === 0) return shifted(truncate(passage, columns), hits, 0);
  return shifted(`…${truncate(passage.slice(start), columns - 1)}`, hits, start - 1);
}

/** The hit with the most different words in the columns behind it. */
function densestHit(hits: readonly WordsHit[], columns: number): WordsHit {
  let best = hits[0] ?? { start: 0, end: 0, words: 0 };
  let most = 0;
  hits.forEach((hit, at) => {
    const near = new Set<number>();
    for (let next = at; next < hits.length; next += 1) {
      const other = hits[next];
      if (other === undefined || other.end - hit.start > (columns * 2) / 3 - 1) break;
      near.add(other.words);
    }
    if (near.size > most) [best, most] = [hit, near.size];
  });
  return best;
}

/** Where a line begins that has a place some columns into it: at a word, if one begins there. */
function leadStart(passage: string, place: number, columns: number): number {
  const lead = passage.slice(Math.max(0, place - LONGEST_LEAD), place);
  const start = place - unitsAtEnd(lead, columns);
  if (start <= 1) return 0;
  const space = passage.slice(start - 1, place).indexOf(' ');
  return space === -1 ? start : start + space;
}

function shifted(text: string, hits: readonly WordsHit[], by: number) {
  return { text, hits: joinHits(shownHits(text, hits, by)) };
}
