// `newsprint mark`: read and starred, and tags.
import { normalizeTag } from '../core/article/tag.ts';
import { formatCount } from '../core/count.ts';
import type { StateChange } from '../core/journal/state-change.ts';
import { type Call, hasFlag, readTags, usageError } from './call/call.ts';
import { openMarks } from './call/call-library.ts';
import type { FlagName } from './call/flags.ts';
import type { Io } from './call/io.ts';
import { withMembers } from './call/named-articles.ts';

/** Marks each article that is named; all of it is one step to undo. */
export async function mark(call: Call, io: Io): Promise<void> {
  const set = readChange(call);
  await withMembers(call, io, (ids) => {
    const changes = ids.map((id) => ({ id, set, insists: true }));
    const { changed } = openMarks(call, io).change(changes, { now: io.now });
    io.note(`${formatCount(changed, 'article')} marked`);
  });
}

/** What the flags ask for. */
function readChange(call: Call): StateChange {
  const read = readPair(call, 'read', 'unread');
  const starred = readPair(call, 'star', 'unstar');
  const tags = readTagChanges(call);
  if (read === undefined && starred === undefined && tags === undefined) {
    const hint = 'give --read, --unread, --star, --unstar, --tag T or --untag T';
    throw usageError('mark needs to know what', hint);
  }
  return {
    ...(read === undefined ? {} : { read }),
    ...(starred === undefined ? {} : { starred }),
    ...(tags === undefined ? {} : { tags }),
  };
}

function readPair(call: Call, on: FlagName, off: FlagName): boolean | undefined {
  if (hasFlag(call, on) && hasFlag(call, off)) {
    throw usageError(`--${on} and --${off} exclude each other`);
  }
  if (hasFlag(call, on)) return true;
  return hasFlag(call, off) ? false : undefined;
}

function readTagChanges(call: Call): Readonly<Record<string, boolean>> | undefined {
  const added = readTags(call, 'tag').map(normalizeTag);
  const removed = readTags(call, 'untag').map(normalizeTag);
  const both = added.find((tag) => removed.includes(tag));
  if (both !== undefined) throw usageError(`--tag ${both} and --untag ${both} exclude each other`);
  if (added.length + removed.length === 0) return undefined;
  return Object.fromEntries([
    ...added.map((tag) => [tag, true] as const),
    ...removed.map((tag) => [tag, false] as const),
  ]);
}
