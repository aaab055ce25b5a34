// What the flags of a call say of the feeds it adds.

import { normalizeTag } from '../../core/article/tag.ts';
import { cleanLine } from '../../core/clean.ts';
import { type Keep, parseKeep } from '../../intake/opml/keep.ts';
import { type Call, flagValue, hasFlag, usageError } from './call.ts';

/** Said of each feed. */
export interface FeedOptions {
  readonly title: string | null;
  /** Names as they were given. */
  readonly tags: readonly string[];
  readonly full: boolean;
  readonly keep: Keep | null;
}

/** @throws NewsprintError `usage` where a value is wrong */
export function readFeedOptions(call: Call): FeedOptions {
  const title = cleanLine(flagValue(call, 'title') ?? '') || null;
  return { title, tags: readTags(call), full: hasFlag(call, 'full'), keep: readKeep(call) };
}

function readTags(call: Call): readonly string[] {
  return (call.flags.tag ?? []).map((value) => {
    if (normalizeTag(value) !== '') return cleanLine(value);
    throw usageError(`bad value '${value}' for --tag`, 'a tag has letters or digits');
  });
}

function readKeep(call: Call): Keep | null {
  const value = flagValue(call, 'keep');
  if (value === undefined) return null;
  const keep = parseKeep(value);
  if (keep !== null) return keep;
  throw usageError(
    `bad value '${value}' for --keep`,
    'it takes a number of articles, or of days: 30d',
  );
}
