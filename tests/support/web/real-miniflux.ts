// A real Miniflux with a PostgreSQL of its own, where Debian's packages of both are installed.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from './listen.ts';

const POSTGRES = '/usr/lib/postgresql';
const MINIFLUX = '/usr/bin/miniflux';
const KEY = 'kept-secret';

/** Why there is none here; empty where there is one. */
export function whyNoMiniflux(): string {
  if (!existsSync(MINIFLUX)) return 'no Miniflux is installed: apt-get install miniflux';
  return existsSync(POSTGRES) ? '' : 'no PostgreSQL is installed: apt-get install postgresql';
}

export type RealMiniflux = Awaited<ReturnType<typeof startMiniflux>>;

/** Starts both, empty, and a line to them that counts requests. */
export async function startMiniflux() {
  const folder = mkdtempSync(join(tmpdir(), 'newsprint-miniflux-'));
  const version = readdirSync(POSTGRES).toSorted().at(-1) ?? '';
  const data = join(folder, 'data');
  mkdirSync(data);
  // PostgreSQL does not run as root.
  const user = userInfo().uid === 0 ? idsOf('postgres') : {};
  for (const path of [folder, data]) {
    if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid);
  }
  chmodSync(folder, 0o755);
  const program = (name: string, ...words: readonly string[]): string =>
    execFileSync(join(POSTGRES, version, 'bin', name), words, {
      ...user,
      env: { ...process.env, LC_ALL: 'C' },
      cwd: folder,
      encoding: 'utf8',
    });
  program('initdb', '-D', data, '-A', 'trust', '-U', 'postgres', '--locale=C', '--encoding=UTF8');
  const options = `-c listen_addresses='' -c fsync=off -k ${folder}`;
  // What it leaves running must not hold our output.
  execFileSync(
    join(POSTGRES, version, 'bin/pg_ctl'),
    ['-w', '-D', data, '-l', join(folder, 'log'), '-o', options, 'start'],
    { ...user, stdio: 'ignore', env: { ...process.env, LC_ALL: 'C' } },
  );
  const sql = (text: string, database = 'miniflux'): string =>
    program('psql', '-h', folder, '-U', 'postgres', '-Atc', text, database).trim();
  sql('CREATE DATABASE miniflux', 'postgres');
  const port = await freePort();
  const env = {
    DATABASE_URL: `user=postgres host=${folder} dbname=miniflux sslmode=disable`,
    RUN_MIGRATIONS: '1',
    CREATE_ADMIN: '1',
    ADMIN_USERNAME: 'ada',
    ADMIN_PASSWORD: 'password1',
    DISABLE_SCHEDULER_SERVICE: '1',
    LISTEN_ADDR: `127.0.0.1:${port}`,
  };
  const server = spawn(MINIFLUX, [], { env, stdio: 'ignore' });
  const line = await openLine(port);
  const api = async (method: string, path: string, body?: object): Promise<unknown> => {
    const headers = { 'x-auth-token': KEY, 'content-type': 'application/json' };
    const answer = await fetch(`http://127.0.0.1:${port}/v1${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  };
  const until = Date.now() + 30_000;
  while (
    !(await fetch(`http://127.0.0.1:${port}/healthcheck`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (Date.now() > until) throw new Error('Miniflux does not start');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  sql(
    `INSERT INTO api_keys (user_id, token, description) SELECT id, '${KEY}', 'x' FROM users LIMIT 1`,
  );
  return {
    url: line.url,
    takeAsked: line.takeAsked,
    sql,
    api,
    async end(): Promise<void> {
      line.close();
      await ended(server);
      program('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** So many feeds with entries in the place of all there were. */
export function fillMiniflux(
  { sql }: Pick<RealMiniflux, 'sql'>,
  feeds: number,
  entries: number,
): void {
  sql('DELETE FROM feeds');
  sql(`INSERT INTO feeds (user_id, category_id, title, feed_url, site_url, checked_at)
    SELECT u.id, c.id, 'Feed ' || n, 'https://north.test/' || n || '/feed', 'https://north.test/', now()
    FROM generate_series(1, ${feeds}) n, users u JOIN categories c ON c.title = 'All'`);
  sql(`INSERT INTO entries (user_id, feed_id, hash, published_at, title, url, author, comments_url, content, changed_at)
    SELECT f.user_id, f.id, encode(sha256((f.feed_url || n)::bytea), 'hex'), now() - n * interval '1 hour',
      'Entry ' || n || ' of ' || f.title, f.feed_url || n, 'Ada Li', '',
      '<p>' || repeat('What entry ' || n || ' has to say. ', 20) || '</p><p>' || md5(f.feed_url || n) || '</p>', now()
    FROM feeds f, generate_series(1, ${entries}) n`);
}

function idsOf(name: string): { readonly uid?: number; readonly gid?: number } {
  const id = (flag: string): number =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Passes requests on, and tells which there were. */
async function openLine(port: number) {
  const asked: string[] = [];
  const server = createServer((from, to) => {
    const { method = 'GET', url: path = '/', headers } = from;
    asked.push(`${method} ${path.replace(/\?.*/, '')}`);
    const passed = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(to);
    });
    passed.on('error', () => to.destroy());
    from.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    takeAsked: () => asked.splice(0),
    close(): void {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill();
  await closed;
}
