// Machines that sync with a server, each with a home of its own.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryCache } from '../library/temporary-cache.ts';
import { temporaryFolder } from '../library/temporary-library.ts';
import { program } from '../machine/run.ts';
import { device } from './adding.ts';
import { KEY } from './miniflux.ts';

export type Machine = Awaited<ReturnType<typeof machine>>;

/** A machine with an empty library, that knows the server. @param url of none where it is empty */
export async function machine(
  url: string,
  more: Readonly<Record<string, string>> = {},
  kind: 'miniflux' | 'greader' = 'miniflux',
) {
  const [config, cache] = [temporaryFolder(), temporaryCache()];
  const env = {
    XDG_CONFIG_HOME: config,
    XDG_CACHE_HOME: cache,
    NEWSPRINT_PASSWORD_MINIFLUX: KEY,
    NEWSPRINT_PASSWORD_GREADER: KEY,
  };
  const own = device(undefined, { ...env, ...more });
  const sync = async (...words: readonly string[]): Promise<string> => {
    const { stderr } = await own.callHere(['sync', ...words]);
    return stderr.trim();
  };
  const list = async (query: readonly string[] = []) => {
    const { stdout } = await own.callHere(['list', '--json=url,id,state', ...query]);
    const rows: readonly Row[] = JSON.parse(stdout);
    return rows;
  };
  const named = kind === 'greader' ? url.replace('//', '//ada@') : url;
  if (url !== '') await own.callHere(['sync', 'add', kind, named]);
  return {
    ...own,
    config,
    cache,
    sync,
    list,
    /** A sync that is killed unless it is done. @param after in ms */
    async syncKilled(after: number): Promise<void> {
      const bare = { PATH: process.env['PATH'], TZ: 'UTC', ...own.env };
      const child = spawn(process.execPath, [program, 'sync'], { env: bare, stdio: 'ignore' });
      const closed = new Promise((resolve) => child.once('close', resolve));
      const timer = setTimeout(() => child.kill('SIGKILL'), after);
      await closed;
      clearTimeout(timer);
    },
    id: async (name: string): Promise<string> =>
      (await list()).find((row) => row.url?.endsWith(`/${name}`))?.id ?? '',
    async mark(name: string, ...flags: readonly string[]): Promise<void> {
      const found = (await list()).find((row) => row.url?.endsWith(`/${name}`));
      await own.callHere(['mark', found?.id ?? '', ...flags]);
    },
    opml: (): string => readFileSync(join(own.root, 'subscriptions.opml'), 'utf8'),
    /** By address, as the server has them. */
    async marks() {
      const rows = await list();
      return Object.fromEntries(
        rows.map(({ url, state: { read, starred } }) => [url ?? '', { read, starred }] as const),
      );
    },
  };
}

interface Row {
  readonly url: string | null;
  readonly id: string;
  readonly state: { readonly read: boolean; readonly starred: boolean };
}
