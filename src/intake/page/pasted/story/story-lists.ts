// Lists of other stories inside a page: from a heading that names them to where the story goes on.
import type { ListKind } from '../../../facts/find-furniture.ts';
import type { SeenLine } from '../lines/classify-lines.ts';
import { findReplies } from './replies.ts';

/** What list each line belongs to. */
export interface ListSpan {
  readonly kind: ListKind;
  /** The heading's line, and the first line after the list. */
  readonly start: number;
  readonly end: number;
  /** Whether the story goes on after it. */
  readonly isResumed: boolean;
}

/** A paragraph this heavy is the story again; teasers are shorter. */
const STORY_WEIGHT = 220;
/** Lines without one paragraph after which a list is sure not to be inside the story. */
const LONGEST_LIST = 60;
/** After so much prose, in Latin letters, comments and footers end a page. */
const ENOUGH_PROSE = 1200;

/** The lists of a page, in order; they do not overlap. */
export function findLists(lines: readonly SeenLine[]): readonly ListSpan[] {
  const spans: ListSpan[] = [];
  const replies = repliesBelow(lines);
  let prose = 0;
  let seen = 0;
  for (let at = 0; at < lines.length; ) {
    if (at >= (replies ?? lines.length)) {
      spans.push({ kind: 'comments list', start: at, end: lines.length, isResumed: false });
      break;
    }
    const kind = lines[at]?.head ?? null;
    if (kind === null) {
      at++;
      continue;
    }
    prose += proseOf(lines.slice(seen, at));
    const canResume = prose < ENOUGH_PROSE || kind === 'related list' || kind === 'about list';
    const resumed = canResume ? listEnd(lines, at + 1) : null;
    const isLast = kind === 'comments list' && !canResume;
    const longest = Math.min(replies ?? lines.length, isLast ? lines.length : at + LONGEST_LIST);
    const end = Math.min(resumed ?? longest, longest);
    spans.push({ kind, start: at, end, isResumed: resumed !== null });
    at = end;
    seen = end;
  }
  return spans;
}

/** Where the comments begin that a story ends above; none where more prose follows the last. */
function repliesBelow(lines: readonly SeenLine[]): number | undefined {
  return findReplies(lines).find(({ start, end }) => {
    const above = proseOf(lines.slice(0, start));
    return above >= ENOUGH_PROSE && proseOf(lines.slice(end)) < above;
  })?.start;
}

/** Where the story goes on after a list's heading, `null` where it does not within reach. */
function listEnd(lines: readonly SeenLine[], from: number): number | null {
  const last = Math.min(lines.length, from + LONGEST_LIST);
  for (let at = from; at < last; at++) {
    if (isStoryAgain(lines, at)) return at;
  }
  return null;
}

/** A heavy paragraph, or one that another follows without a headline between them. */
function isStoryAgain(lines: readonly SeenLine[], at: number): boolean {
  const line = lines[at];
  if (line?.shape !== 'paragraph' || line.furniture !== null || line.head !== null) return false;
  const [before, next] = [lines[at - 1], nextOf(lines, at)];
  if (isTeaserMark(before) || isTeaserMark(next)) return false;
  if (line.weight >= STORY_WEIGHT) return true;
  return next !== undefined && next.shape !== 'words' && next.head === null;
}

/** The next line that is no furniture, a few lines below at most. */
export function nextOf(lines: readonly SeenLine[], at: number): SeenLine | undefined {
  return lines.slice(at + 1, at + 4).find(({ furniture }) => furniture === null);
}

/** A date or a byline beside a paragraph makes it a teaser. */
function isTeaserMark(line: SeenLine | undefined): boolean {
  if (line === undefined) return false;
  return line.dates.length > 0 || line.isRelative || line.byline?.isMarked === true;
}

function proseOf(lines: readonly SeenLine[]): number {
  return lines.reduce((sum, { shape, weight }) => sum + (shape === 'paragraph' ? weight : 0), 0);
}
