// Opens a connection to a server, with its password and by its protocol.
import { tryOr } from '../../core/try-or.ts';
import type { ServerPlace } from '../../library/servers/servers-file.ts';
import { createApi } from '../../net/http/api.ts';
import { greaderServer } from '../../net/servers/greader.ts';
import { minifluxServer } from '../../net/servers/miniflux.ts';
import type { Server } from '../../net/servers/server.ts';
import type { JobHost } from '../job-host.ts';
import { readPassword } from './read-password.ts';

/** The part of a host that a sync needs, as plain data. */
export type SyncHost = Pick<JobHost, 'version' | 'now' | 'env' | 'platform' | 'allowed'>;

/** @throws NewsprintError where there is no password */
export async function openServer(
  { name, kind, url }: ServerPlace,
  host: SyncHost,
  signal: AbortSignal,
): Promise<Server> {
  const password = await readPassword(name, host, signal);
  const { username } = new URL(url);
  const user = tryOr(() => decodeURIComponent(username), username);
  const login = Buffer.from(`${user}:${password}`).toString('base64');
  const secrets = [password, encodeURIComponent(password), login];
  const call = createApi(url, { version: host.version, signal, secrets });
  if (kind === 'greader') return greaderServer(call, user, password);
  if (user === '') return minifluxServer(call, { 'x-auth-token': password });
  return minifluxServer(call, { authorization: `Basic ${login}` });
}
