// Opens the line to a server: with its password, by the protocol that it has.
import { createApi } from '../../intake/http/api.ts';
import { greaderServer } from '../../intake/sync/greader.ts';
import { minifluxServer } from '../../intake/sync/miniflux.ts';
import type { Server } from '../../intake/sync/server.ts';
import type { ServerPlace } from '../../library/servers/servers-file.ts';
import type { JobHost } from '../job-host.ts';
import { readPassword } from './read-password.ts';

/** The part of a host that a sync needs, as plain data. */
export type SyncHost = Pick<JobHost, 'version' | 'now' | 'env' | 'platform' | 'reach'>;

/** @throws NewsprintError where there is no password */
export async function openServer(
  { name, kind, url }: ServerPlace,
  host: SyncHost,
  signal: AbortSignal,
): Promise<Server> {
  const password = await readPassword(name, host, signal);
  const call = createApi(url, { version: host.version, signal });
  const user = decodeURIComponent(new URL(url).username);
  if (kind === 'greader') return greaderServer(call, user, password);
  if (user === '') return minifluxServer(call, { 'x-auth-token': password });
  const login = Buffer.from(`${user}:${password}`).toString('base64');
  return minifluxServer(call, { authorization: `Basic ${login}` });
}
