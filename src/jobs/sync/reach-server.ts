// Finds what a server is asked by at the address that its user knows it by.
import { NewsprintError } from '../../core/errors.ts';
import type { ServerFeed } from '../../intake/sync/server.ts';
import type { ServerPlace } from '../../library/servers/servers-file.ts';
import { openServer, type SyncHost } from './open-server.ts';

/** Where FreshRSS has Google Reader's API under its own address. */
export const FRESHRSS_API = '/api/greader.php';

interface Reached {
  readonly server: ServerPlace;
  readonly feeds: readonly ServerFeed[];
}

/**
 * The server as it can be asked, and the feeds that it has.
 * @throws NewsprintError what it answers at the address that was given, unless it refuses the login
 *   at another
 */
export async function reachServer(
  place: ServerPlace,
  host: SyncHost,
  signal: AbortSignal,
): Promise<Reached> {
  const reach = async (server: ServerPlace): Promise<Reached> => {
    return { server, feeds: await (await openServer(server, host, signal)).feeds() };
  };
  if (place.kind !== 'greader' || place.url.endsWith(FRESHRSS_API)) return reach(place);
  try {
    return await reach(place);
  } catch (error) {
    if (isLoginRefused(error) || signal.aborted) throw error;
    return reach({ ...place, url: place.url + FRESHRSS_API }).catch((other: unknown) => {
      throw isLoginRefused(other) ? other : error;
    });
  }
}

function isLoginRefused(error: unknown): boolean {
  return error instanceof NewsprintError && (error.cause === 401 || error.cause === 403);
}
