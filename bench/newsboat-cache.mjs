// newsboat on a cache of the same articles: its count of what is unread, and its first list.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cleanEnv, median, timedSpawn } from './measure.mjs';
import { Session } from './reader.mjs';

const FEED = 'http://127.0.0.1:9/feed';
const TITLE = 'The same articles';
const ROUNDS = 3;

/** Rows without a limit; none where newsboat or the engine that fills its cache is not there. */
export async function measureNewsboat({ home }, { root, articles }) {
  const env = cleanEnv(home);
  const [urls, cache] = [join(home, 'urls'), join(home, 'newsboat-cache.db')];
  const args = ['-u', urls, '-c', cache, '-C', '/dev/null'];
  writeFileSync(urls, `${FEED}\n`);
  // It makes its tables when it first runs.
  const isThere = spawnSync('newsboat', [...args, '-x', 'print-unread'], { env }).status === 0;
  const Database = isThere ? loadDatabase() : null;
  if (Database === null) return [];
  fillCache(new Database(cache), root);
  const counts = Array.from({ length: ROUNDS }, () =>
    timedSpawn('newsboat', [...args, '-x', 'print-unread'], env),
  );
  const lists = [];
  for (let round = 0; round < ROUNDS; round++) lists.push(await firstList(args, env));
  rmSync(cache, { force: true });
  const of = `of ${articles}`;
  return [
    { name: `(newsboat -x print-unread ${of})`, value: median(counts), unit: 'ms' },
    { name: `(newsboat's first list ${of})`, value: median(lists), unit: 'ms' },
  ];
}

function loadDatabase() {
  try {
    return createRequire(import.meta.url)('libsql');
  } catch {
    return null;
  }
}

function fillCache(database, root) {
  database
    .prepare('INSERT OR REPLACE INTO rss_feed (rssurl, url, title) VALUES (?, ?, ?)')
    .run(FEED, FEED, TITLE);
  const insert = database.prepare(
    `INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread)
     VALUES (?, ?, '', ?, ?, ?, ?, 1)`,
  );
  database.exec('BEGIN');
  const files = readdirSync(root, { recursive: true }).filter((name) => name.endsWith('.md'));
  for (const name of files) {
    const text = readFileSync(join(root, name), 'utf8');
    const [, title = name] = /^title: (.*)$/m.exec(text) ?? [];
    const [, date = ''] = /^published: (.*)$/m.exec(text) ?? [];
    const time = Math.floor((Date.parse(date) || 0) / 1000);
    const body = text.slice(text.indexOf('\n---\n') + 5);
    insert.run(name, title, `${FEED}/${name}`, FEED, time, body);
  }
  database.exec('COMMIT');
  database.close();
}

async function firstList(args, env) {
  const session = new Session('newsboat', args, { columns: 80, rows: 24, env });
  const seen = await session.untilSays(TITLE);
  session.pty.write('q');
  await session.exit;
  return seen - session.began;
}
