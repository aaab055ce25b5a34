// A sync, start to end: subscriptions, then what a server has anew, then what it has not of ours.
import { NewsprintError } from '../../core/errors.ts';
import { openServerState } from '../../library/servers/server-state.ts';
import { readServers, type ServerPlace } from '../../library/servers/servers-file.ts';
import type { FetchError } from '../fetch/feed-outcome.ts';
import { openContext } from '../fetch/fetch-context.ts';
import type { FetchOptions } from '../fetch/fetch-feeds.ts';
import { limitedBy } from '../fetch/fetch-limit.ts';
import { withFetchLock } from '../fetch/fetch-lock.ts';
import { openServer } from './open-server.ts';
import { type Pulled, pullEntries } from './pull-entries.ts';
import { pushMarks } from './push-marks.ts';
import { syncFeeds } from './sync-feeds.ts';

export interface SyncOptions extends Pick<FetchOptions, 'host' | 'signal' | 'onWait'> {
  /** The limit of feeds that have none of their own, see `limitedBy`. */
  readonly keep: string;
  /** Of one server so many articles are new so far. */
  readonly onProgress?: (name: string, added: number) => void;
}

export interface SyncOutcome extends Pulled {
  readonly name: string;
  /** Marks that the server was told of. */
  readonly told: number;
  /** What the server, or the library, did not do. */
  readonly errors: readonly FetchError[];
}

/**
 * Brings a library and its servers together, one after the other; what fails at one stops no other.
 * @throws NewsprintError `read-only` or `failed` where the library cannot be written
 */
export async function syncServers(
  root: string,
  options: SyncOptions,
  wanted: (name: string) => boolean = () => true,
): Promise<readonly SyncOutcome[]> {
  const servers = readServers(root, options.host).filter(({ name }) => wanted(name));
  if (servers.length === 0) return [];
  const sync = async (): Promise<readonly SyncOutcome[]> => {
    const outcomes: SyncOutcome[] = [];
    for (const server of servers) outcomes.push(await syncServer(root, server, options));
    return outcomes;
  };
  return (await withFetchLock(root, options, sync)) ?? [];
}

async function syncServer(
  root: string,
  place: ServerPlace,
  { host, signal, keep, onProgress }: SyncOptions,
): Promise<SyncOutcome> {
  const { name } = place;
  const errors: FetchError[] = [];
  const fail = (error: unknown): void => {
    if (signal.aborted) return;
    if (!(error instanceof NewsprintError)) throw error;
    const { message, hint = null } = error;
    errors.push({ message: `${name}: ${message}`, hint });
  };
  let pulled: Pulled = { added: [], updated: [], failures: [], marks: 0 };
  let told = 0;
  try {
    const server = await openServer(place, host, signal);
    const state = openServerState(root, host, name);
    const followed = await syncFeeds(root, name, server, state, fail);
    const limited = limitedBy(keep);
    const feeds = new Map(Array.from(followed, ([id, feed]) => [id, limited(feed)] as const));
    state.setLimits(new Map(Array.from(feeds, ([id, feed]) => [id, feed.keep] as const)));
    const fetching = openContext(root, feeds.size, { host, signal, isAuto: true });
    const onAdded = (added: number): void => onProgress?.(name, added);
    const pulling = { name, server, state, feeds, fetching, onProgress: onAdded };
    const { failure, ...pull } = await pullEntries(pulling);
    pulled = pull;
    if (failure !== null) throw failure;
    await pushMarks(server, state, fetching.journals, (count) => {
      told += count;
    });
  } catch (error) {
    fail(error);
  }
  return { name, ...pulled, told, errors };
}
