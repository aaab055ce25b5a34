// A newsboat user comes, reads on a phone besides, and leaves again: with newsboat, Miniflux and epubcheck.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Database, loadEngine, text } from '../../../src/library/index/tables/engine.ts';
import { temporaryFolder, writeFiles } from '../../support/library/temporary-library.ts';
import { runCommand } from '../../support/machine/run.ts';
import { DAY, rss } from '../../support/web/following.ts';
import { fillMiniflux, startMiniflux, whyNoMiniflux } from '../../support/web/real-miniflux.ts';
import { machine } from '../../support/web/syncing.ts';
import { serve } from '../../support/web/web-server.ts';

const FEEDS = 200;
/** Of each feed; with 50 it takes some minutes. */
const ENTRIES = Number(process.env['STORY_ENTRIES'] ?? 5);
const ALL = FEEDS * ENTRIES;
const EPUBCHECK = '/usr/share/java/epubcheck.jar';
const missing = ['/usr/bin/newsboat', EPUBCHECK].find((at) => !existsSync(at));
const why = whyNoMiniflux() || (missing === undefined ? '' : `${missing} is not here`);

interface Counts {
  readonly all: number;
  readonly read: number;
  readonly starred: number;
}

const numbers = (length: number) => Array.from({ length }, (_, at) => at + 1);

/** The feeds and entries that a Miniflux is filled with, for newsboat. */
function serveFeeds() {
  const feeds = numbers(FEEDS).map((feed) => {
    const items = numbers(ENTRIES).map((entry) => {
      const link = `https://north.test/${feed}/feed${entry}`;
      return { title: `Entry ${entry} of Feed ${feed}`, guid: link, link };
    });
    return [`/${feed}/feed`, { body: rss(items, `Feed ${feed}`) }] as const;
  });
  return serve(Object.fromEntries(feeds));
}

/** A newsboat with a folder of its own. */
function newsboat(urls: string) {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder, name);
  writeFiles(folder, { urls, config: 'browser "w3m %u"\nbookmark-cmd x\n' });
  const own = ['-u', at('urls'), '-c', at('cache.db'), '-C', at('config')];
  const call = async (...words: readonly string[]) => {
    const { code, stderr } = await runCommand('newsboat', [...own, ...words], {
      env: { HOME: folder },
    });
    expect([code, stderr]).toEqual([0, '']);
  };
  const withCache = <Value>(work: (database: Database | undefined) => Value): Value => {
    const database = loadEngine(process.platform)?.(at('cache.db'));
    const value = work(database);
    database?.close();
    return value;
  };
  const set = (sql: string) => withCache((database) => database?.exec(sql));
  const counts = (): Counts =>
    JSON.parse(
      withCache((database) =>
        text(
          database
            ?.statement(`SELECT json_object('all', count(*), 'read', count(*) FILTER (WHERE unread = 0),
            'starred', count(*) FILTER (WHERE flags <> '')) FROM rss_item`)
            .get()?.[0],
        ),
      ),
    );
  const urlLines = () => readFileSync(at('urls'), 'utf8').trim().split('\n').sort();
  return { folder, call, set, counts, urlLines };
}

async function openServer(site: string) {
  const server = await startMiniflux();
  onTestFinished(() => server.end());
  fillMiniflux(server, FEEDS, ENTRIES);
  server.sql(`UPDATE feeds SET feed_url = replace(feed_url, 'https://north.test', '${site}')`);
  server.sql(`UPDATE entries SET published_at = '${DAY}'`);
  const counts = (): Counts =>
    JSON.parse(
      server.sql(`SELECT json_build_object('all', count(*), 'read', count(*) FILTER (WHERE status = 'read'),
        'starred', count(*) FILTER (WHERE starred)) FROM entries`),
    );
  /** Reads a tenth of the entries, and stars some of those. */
  const read = async () => {
    const query = `SELECT id FROM entries WHERE NOT starred ORDER BY id LIMIT ${ALL / 10}`;
    const ids = server.sql(query).split('\n').map(Number);
    await server.api('PUT', '/entries', { entry_ids: ids, status: 'read' });
    for (const id of ids.slice(0, 20)) await server.api('PUT', `/entries/${id}/bookmark`);
  };
  return { url: server.url, counts, read };
}

async function openMachine() {
  const own = await machine('');
  const call = async (...words: readonly string[]) => {
    const run = await own.call(words);
    expect(run).toMatchObject({ code: 0 });
    return run;
  };
  const counts = async (): Promise<Counts> => {
    const states = (await own.list()).map(({ state }) => state);
    const [read, starred] = (['read', 'starred'] as const).map(
      (mark) => states.filter((state) => state[mark]).length,
    );
    return { all: states.length, read: read ?? 0, starred: starred ?? 0 };
  };
  return { call, counts };
}

test.skipIf(why !== '')(
  `A newsboat user comes with ${ALL} articles, reads on the phone too, and leaves${why && ` (${why})`}`,
  async () => {
    const { url } = await serveFeeds();
    const feeds = numbers(FEEDS).map((n) => `${url}/${n}/feed "News/${n % 5}" "t${n % 7}"\n`);
    const before = newsboat(feeds.join(''));
    await before.call('-x', 'reload');
    before.set('UPDATE rss_item SET unread = 0 WHERE id % 3 = 0');
    before.set("UPDATE rss_item SET flags = 's' WHERE id % 25 = 0");
    const counts = before.counts();
    expect(counts).toEqual({ all: ALL, read: Math.floor(ALL / 3), starred: ALL / 25 });

    const { call, counts: here } = await openMachine();
    for (const _ of ['once', 'twice']) {
      const { stderr } = await call('import', before.folder, '--dry-run');
      expect(stderr).toContain(`${FEEDS} feeds would be added`);
      expect(stderr).toContain(`${ALL} articles would be added; ${counts.read} read`);
    }
    expect(await here()).toEqual({ all: 0, read: 0, starred: 0 });
    for (const _ of ['once', 'twice']) {
      await call('import', before.folder);
      expect(await here()).toEqual(counts);
    }

    const server = await openServer(url);
    await call('sync', 'add', 'miniflux', server.url);
    expect((await call('sync')).stderr).toContain(`0 new, ${ALL} updated, 0 marks taken in`);
    expect([await here(), server.counts()]).toEqual([counts, counts]);
    await server.read();
    const later = server.counts();
    expect(later.starred).toBe(counts.starred + 20);
    const marks = later.read - counts.read + 20;
    expect((await call('sync')).stderr).toContain(`0 new, ${marks} marks taken in, 0 sent`);
    expect([await here(), server.counts()]).toEqual([later, later]);
    expect((await call('sync')).stderr).toContain('0 new, 0 marks taken in, 0 sent');

    const book = join(temporaryFolder(), 'starred.epub');
    const { stderr } = await call('export', 'is:starred', '-o', book);
    expect(stderr).toContain(`${later.starred} articles written`);
    const checked = await runCommand('java', ['-jar', EPUBCHECK, book], {});
    expect(checked.stdout).toContain('0 fatals / 0 errors / 0 warnings');

    const after = newsboat('');
    writeFiles(after.folder, {
      'feeds.opml': (await call('feeds', 'export')).stdout,
      read: (await call('list', 'is:read', '--template', '{guid}')).stdout,
    });
    await after.call('-i', join(after.folder, 'feeds.opml'));
    expect(after.urlLines()).toEqual(before.urlLines());
    await after.call('-x', 'reload');
    await after.call('-I', join(after.folder, 'read'));
    expect(after.counts()).toEqual({ ...later, starred: 0 });
  },
);
