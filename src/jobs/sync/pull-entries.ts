// Takes in what a server has anew: articles first, then their marks, then what is known of both.
import type { StateChange } from '../../core/journal/state-change.ts';
import type { KnownEntry } from '../../library/servers/server-state.ts';
import type { Server } from '../../net/servers/server.ts';
import { formatMarks, type ToldMarks } from './mark-lines.ts';
import { openEntries, type Taking } from './store-page.ts';

export interface Pulled {
  /** IDs of articles. */
  readonly added: readonly string[];
  readonly updated: readonly string[];
  /** Marks that were taken in. */
  readonly marks: number;
  /** What of the entries cannot be read, a line each. */
  readonly failures: readonly string[];
}

interface Pulling extends Taking {
  readonly name: string;
  readonly server: Server;
  readonly onProgress: (added: number) => void;
}

/**
 * Takes in all that the server tells. The journal is written before what is known, that before the
 * cursor: broken off anywhere, the next sync does the rest.
 * @returns with it what broke it off once what was told until then is kept; `null` where nothing did
 */
export async function pullEntries(pulling: Pulling): Promise<Pulled & { failure: unknown }> {
  const { name, server, state, fetching, onProgress } = pulling;
  const { journals, now } = fetching;
  const entries = openEntries(pulling);
  const told: ToldMarks[] = [];
  let failure: unknown = null;
  try {
    for await (const page of server.entries(state.cursor(), entries.isKnown)) {
      const marked = await entries.store(page);
      for (const { id, read, starred, tags, changed } of page) {
        const known = state.entries.get(id);
        told.push({ id, read, starred, tags, changed, marked: marked.get(id) ?? known ?? null });
      }
      onProgress(entries.added.length);
    }
  } catch (error) {
    failure = error;
  } finally {
    await fetching.end();
  }
  journals.refresh();
  const lines = formatMarks(told, state.entries, journals, server.tags(), now);
  journals.takeIn(name, lines);
  for (const { id, marked, read, starred, tags } of told) {
    // Of a feed that is not here: it may be followed later.
    if (marked === null) continue;
    const entry = { id: marked.id, as: marked.as, read, starred, tags };
    if (!isSame(entry, state.entries.get(id))) state.setEntry(id, entry);
  }
  if (failure === null) state.setCursor(server.cursor(), now);
  state.save();
  const { added, updated, failures } = entries;
  const marks = lines.reduce((sum, { set }) => sum + countMarks(set), 0);
  return { added, updated, failures, marks, failure };
}

function isSame(one: KnownEntry, other: KnownEntry | undefined): boolean {
  const { id, read, starred, tags } = one;
  if (other?.read !== read || other.starred !== starred || other.id !== id) return false;
  return tags.length === other.tags.length && tags.every((tag) => other.tags.includes(tag));
}

function countMarks({ tags = {}, ...fields }: StateChange): number {
  return Object.keys(fields).length + Object.keys(tags).length;
}
