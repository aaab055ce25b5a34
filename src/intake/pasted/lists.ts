// Lists of other stories inside a page: from a heading that names them to where the story goes on.

import type { ListKind } from '../facts/list-heads.ts';
import type { SeenLine } from './classify.ts';

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

/** The lists of a page, in order; they do not overlap. */
export function findLists(lines: readonly SeenLine[]): readonly ListSpan[] {
  const spans: ListSpan[] = [];
  for (let at = 0; at < lines.length; ) {
    const kind = lines[at]?.head ?? null;
    if (kind === null) {
      at++;
      continue;
    }
    const end = listEnd(lines, at + 1);
    spans.push({ kind, start: at, end: end ?? lines.length, isResumed: end !== null });
    at = end ?? lines.length;
  }
  return spans;
}

/** Where the story goes on after a list's heading, `null` where it does not within reach. */
function listEnd(lines: readonly SeenLine[], from: number): number | null {
  const last = Math.min(lines.length, from + LONGEST_LIST);
  for (let at = from; at < last; at++) {
    if (isStoryAgain(lines, at)) return at;
  }
  return last < lines.length ? last : null;
}

/** A heavy paragraph, or one that another follows without a headline between them. */
function isStoryAgain(lines: readonly SeenLine[], at: number): boolean {
  const line = lines[at];
  if (line?.shape !== 'paragraph' || line.furniture !== null || line.head !== null) return false;
  if (line.weight >= STORY_WEIGHT) return true;
  const next = lines.slice(at + 1, at + 4).find(({ furniture }) => furniture === null);
  return next !== undefined && next.shape !== 'words' && next.head === null;
}
