// What the actions of `feeds` share: the words and flags of a call, and what is wrong in a file.
import { cleanLine } from '../../core/clean.ts';
import { type Fault, formatProblem, NewsprintError, type Problem } from '../../core/errors.ts';
import { parseRetention } from '../../core/retention.ts';
import type { Subscription } from '../../intake/opml/subscription.ts';
import { folderPath } from '../../jobs/feeds/change-feeds.ts';
import { MEND, readSubscriptions } from '../../jobs/feeds/subscriptions.ts';
import { SUBSCRIPTIONS } from '../../library/files/subscriptions-file.ts';
import {
  type Call,
  flagValue,
  hasFlag,
  type Io,
  readTags,
  readValue,
  usageError,
} from '../call/call.ts';
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

const KEEP_HINT = 'it takes a number of articles, or of days: 30d';

export type FeedOptions = ReturnType<typeof readFeedOptions>;

/** What is said of each feed. @throws NewsprintError `usage` where a value is wrong */
export function readFeedOptions(call: Call) {
  return {
    title: cleanLine(flagValue(call, 'title') ?? '') || null,
    /** Names as they were given; without a folder it stays where it is, or comes to the top. */
    folder: folderPath(cleanLine(flagValue(call, 'folder') ?? '')),
    tags: readTags(call).map(cleanLine),
    full: hasFlag(call, 'full'),
    keep: readValue(call, 'keep', parseRetention, KEEP_HINT) ?? null,
    /** The server that is to have it. */
    server: flagValue(call, 'server'),
  };
}

const MOST_FAULTS = 20;

/** Each fault as a failure of the call. @param name of the file */
export function nameFaults(faults: readonly Fault[], name: string, io: Io): void {
  const problems = faults.map((fault) => ({ path: name, ...fault }));
  nameSome(problems, MOST_FAULTS, (message) => io.fail(new NewsprintError(message)));
}

function nameSome(all: readonly Problem[], most: number, say: (message: string) => void): void {
  for (const problem of all.slice(0, most)) say(formatProblem(problem));
  if (all.length > most) say(`${all[0]?.path}: and ${all.length - most} more`);
}

const MOST_PROBLEMS = 5;

/**
 * The feeds of a library; what is wrong in their file is named and hides nothing else.
 * @throws NewsprintError where none of it can be read
 */
export function readFeeds(root: string, io: Io): readonly Subscription[] {
  const { subscriptions, problems } = readSubscriptions(root);
  nameSome(problems, MOST_PROBLEMS, io.warn);
  // What cannot be read is not taken for empty.
  if (subscriptions.length > 0 || problems.length === 0) return subscriptions;
  throw new NewsprintError(`no feed can be read in ${SUBSCRIPTIONS}`, { hint: MEND });
}
