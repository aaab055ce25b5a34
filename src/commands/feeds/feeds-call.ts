// What the actions of `feeds` share: the words and flags of a call, and what is wrong in a file.
import { cleanLine } from '../../core/clean.ts';
import { formatProblem, NewsprintError } from '../../core/errors.ts';
import type { OpmlFault } from '../../intake/opml/outline-file.ts';
import { type Keep, parseKeep, type Subscription } from '../../intake/opml/subscription.ts';
import { folderPath } from '../../jobs/feeds/change-feeds.ts';
import { readSubscriptions, refuseUnread } from '../../jobs/feeds/subscriptions.ts';
import { type Call, flagValue, hasFlag, readTags, usageError } from '../call/call.ts';
import type { Io } from '../call/io.ts';
import { expandWords } from '../call/named-articles.ts';

/** @throws NewsprintError `usage` where there is no word at all */
export async function readFeedWords(
  action: string,
  words: readonly string[],
  io: Io,
): Promise<readonly string[]> {
  if (words.length === 0) {
    throw usageError(`feeds ${action} needs a feed`, `newsprint feeds ${action} URL`);
  }
  return [...new Set(await expandWords(words, io))];
}

export type FeedOptions = ReturnType<typeof readFeedOptions>;

/**
 * What is said of each feed.
 * @throws NewsprintError `usage` where a value is wrong
 */
export function readFeedOptions(call: Call) {
  return {
    title: cleanLine(flagValue(call, 'title') ?? '') || null,
    /** Names as they were given; without a folder it stays where it is, or comes to the top. */
    folder: folderPath(cleanLine(flagValue(call, 'folder') ?? '')),
    tags: readTags(call).map(cleanLine),
    full: hasFlag(call, 'full'),
    keep: readKeep(call),
  };
}

function readKeep(call: Call): Keep | null {
  const value = flagValue(call, 'keep');
  if (value === undefined) return null;
  const keep = parseKeep(value);
  if (keep !== null) return keep;
  const hint = 'it takes a number of articles, or of days: 30d';
  throw usageError(`bad value '${value}' for --keep`, hint);
}

const MOST_FAULTS = 20;

/**
 * Each fault as a failure of the call.
 * @param name of the file
 */
export function nameFaults(faults: readonly OpmlFault[], name: string, io: Io): void {
  const fail = (message: string): void => io.fail(new NewsprintError(message));
  for (const fault of faults.slice(0, MOST_FAULTS)) fail(formatProblem({ path: name, ...fault }));
  const more = faults.length - MOST_FAULTS;
  if (more > 0) fail(`${name}: and ${more} more`);
}

const MOST_PROBLEMS = 5;

/**
 * The feeds of a library; what is wrong in their file is named and hides nothing else.
 * @throws NewsprintError where none of it can be read
 */
export function readFeeds(root: string, io: Io): readonly Subscription[] {
  const known = readSubscriptions(root);
  const { problems } = known;
  for (const problem of problems.slice(0, MOST_PROBLEMS)) io.warn(formatProblem(problem));
  const more = problems.length - MOST_PROBLEMS;
  if (more > 0) io.warn(`${problems[0]?.path}: and ${more} more`);
  refuseUnread(known);
  return known.subscriptions;
}
