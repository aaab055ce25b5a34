// Finds the address of a server's API from the one that its user knows.
import { NewsprintError } from '../../core/errors.ts';
import type { ServerPlace } from '../../library/servers/servers-file.ts';
import { openServer, type SyncHost } from './open-server.ts';

/** Where FreshRSS has Google Reader's API under its own address. */
export const FRESHRSS_API = '/api/greader.php';

/**
 * The server with the address of its API, and the feeds that it has.
 * @throws NewsprintError with the answer from the given address, or from another one that is the API's
 *   but refuses the login
 */
export async function findApiAddress(place: ServerPlace, host: SyncHost, signal: AbortSignal) {
  const ask = async (server: ServerPlace) => {
    return { server, feeds: await (await openServer(server, host, signal)).feeds() };
  };
  if (place.kind !== 'greader' || place.url.endsWith(FRESHRSS_API)) return ask(place);
  try {
    return await ask(place);
  } catch (error) {
    if (isLoginRefused(error) || signal.aborted) throw error;
    return ask({ ...place, url: place.url + FRESHRSS_API }).catch((other: unknown) => {
      throw isLoginRefused(other) ? other : error;
    });
  }
}

function isLoginRefused(error: unknown): boolean {
  return error instanceof NewsprintError && (error.cause === 401 || error.cause === 403);
}
