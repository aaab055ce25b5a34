// `newsprint mark`: read and starred, tags, and whether it is a story of its own.
import { normalizeTag } from '../core/article/tag.ts';
import { formatCount } from '../core/count.ts';
import type { StateChange } from '../core/journal/state-change.ts';
import { markTriggers } from '../jobs/programs/hook-triggers.ts';
import { type Call, type Io, readEither, readTags, usageError } from './call/call.ts';
import { runCallHooks } from './call/call-hooks.ts';
import { openMarks } from './call/call-library.ts';
import { withNamedArticles } from './call/named-articles.ts';

/** Marks each article that is named; all of it is one step to undo. */
export async function mark(call: Call, io: Io): Promise<void> {
  const set = readChange(call);
  await withNamedArticles(call, io, async (heads, finder) => {
    const changes = heads.map(({ id, url, guid, feed }) => {
      return { id, url, guid, feed, set, insists: true };
    });
    const { changed, ids } = openMarks(call, io, finder).change(changes, { now: io.now });
    io.note(`${formatCount(changed, 'article')} marked`);
    await runCallHooks(io, finder, ...markTriggers(changes, ids));
  });
}

function readChange(call: Call): StateChange {
  const read = readEither(call, 'read', 'unread');
  const starred = readEither(call, 'star', 'unstar');
  const apart = readEither(call, 'apart', 'together');
  const set: StateChange = {
    ...(read && { read: read === 'read' }),
    ...(starred && { starred: starred === 'star' }),
    ...(apart && { apart: apart === 'apart' }),
    ...readTagChanges(call),
  };
  if (Object.keys(set).length > 0) return set;
  const hint = 'give --read, --unread, --star, --unstar, --tag T, --untag T, --apart or --together';
  throw usageError('mark needs to know what', hint);
}

function readTagChanges(call: Call): Pick<StateChange, 'tags'> {
  const added = readTags(call, 'tag').map(normalizeTag);
  const removed = readTags(call, 'untag').map(normalizeTag);
  const both = added.find((tag) => removed.includes(tag));
  if (both !== undefined) throw usageError(`--tag ${both} and --untag ${both} exclude each other`);
  const tags = [...added.map((tag) => [tag, true]), ...removed.map((tag) => [tag, false])];
  return tags.length === 0 ? {} : { tags: Object.fromEntries(tags) };
}
