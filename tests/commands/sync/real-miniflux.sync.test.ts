// Syncs with a real Miniflux: `npm run test:sync`, where Debian's packages are installed.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KEY } from '../../support/web/miniflux.ts';
import {
  fillMiniflux,
  type RealMiniflux,
  startMiniflux,
  whyNoMiniflux,
} from '../../support/web/real-miniflux.ts';
import { type Machine, machine } from '../../support/web/syncing.ts';

const why = whyNoMiniflux();
/** Syncs that are killed; 500 take half an hour. */
const KILLS = Number(process.env['SYNC_KILLS'] ?? 40);

describe.skipIf(why !== '')(`A real Miniflux${why && ` (${why})`}`, () => {
  let server: RealMiniflux;
  beforeAll(async () => {
    server = await startMiniflux();
  }, 60_000);
  afterAll(() => server?.end());

  /** By address, as machines have them. */
  const marksThere = (): Record<string, unknown> => {
    const rows = server.sql('SELECT url, status, starred FROM entries').split('\n');
    return Object.fromEntries(
      rows.map((row) => {
        const [url = '', status, starred] = row.split('|');
        return [url, { read: status === 'read', starred: starred === 't' }] as const;
      }),
    );
  };
  const phone = async (from: number, body: object): Promise<void> => {
    const ids = server.sql(`SELECT id FROM entries ORDER BY id OFFSET ${from} LIMIT 5`).split('\n');
    await server.api('PUT', '/entries', { entry_ids: ids.map(Number), ...body });
  };
  const expectAgreement = async (...machines: readonly Machine[]): Promise<void> => {
    const there = marksThere();
    for (const one of machines) expect(await one.marks()).toEqual(there);
    for (const one of machines) {
      expect(await one.sync()).toBe('newsprint: miniflux: 0 new, 0 marks taken in, 0 sent');
    }
    expect(marksThere()).toEqual(there);
  };

  test('10,000 entries come in at most 25 requests, nothing new in 2, 1,000 marks in 4', async () => {
    fillMiniflux(server, 200, 50);
    const own = await machine(server.url);
    server.takeAsked();
    const first = await own.call(['sync']);
    expect(first.stderr).toBe('newsprint: miniflux: 10000 new, 0 marks taken in, 0 sent\n');
    expect(server.takeAsked().length).toBeLessThanOrEqual(25);
    // What came seconds before is told once more.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await own.call(['sync']);
    server.takeAsked();
    await own.call(['sync']);
    expect(server.takeAsked().length).toBeLessThanOrEqual(2);
    const { stdout } = await own.call(['list', '-f', 'ids', '--limit', '1000']);
    await own.call(['mark', '-', '--read'], stdout);
    expect((await own.call(['sync'])).stderr).toContain('1000 sent');
    expect(server.takeAsked().length).toBeLessThanOrEqual(4);
    await own.call(['sync']);
    await expectAgreement(own);
  });

  test('Two machines that were offline and a phone agree, feeds and folders as well', async () => {
    fillMiniflux(server, 4, 5);
    const [own, other] = [await machine(server.url), await machine(server.url)];
    for (const one of [own, other]) await one.sync();
    await own.mark('feed1', '--read', '--star');
    await other.mark('feed2', '--read');
    await phone(5, { status: 'read' });
    await own.callHere([
      'feeds',
      'add',
      'https://north.test/1/feed',
      '--title',
      'Mine',
      '--folder',
      'A/B',
    ]);
    await other.callHere(['feeds', 'remove', 'https://north.test/4/feed']);
    for (const one of [own, other, own, other]) await one.sync();
    const feeds = server.sql(
      'SELECT f.title, c.title FROM feeds f JOIN categories c ON c.id = f.category_id ORDER BY feed_url',
    );
    expect(feeds).toBe('Mine|A/B\nFeed 2|All\nFeed 3|All');
    expect(other.opml()).toContain('title="Mine"');
    expect(own.opml()).not.toContain('/4/feed');
    // What the server deleted stays here.
    const gone = (await own.list()).length - Object.keys(marksThere()).length;
    expect(gone).toBe(5);
  });

  test('Its Google Reader API, which reads numbers as hex and toggles, is told no other marks', async () => {
    fillMiniflux(server, 3, 100);
    server.sql('CREATE EXTENSION pgcrypto');
    server.sql(`UPDATE integrations SET googlereader_enabled = true, googlereader_username = 'ada',
      googlereader_password = crypt('${KEY}', gen_salt('bf', 4))`);
    const own = await machine(server.url, {}, 'greader');
    expect(await own.sync()).toContain('300 new');
    server.takeAsked();
    await own.sync();
    expect(server.takeAsked().length).toBeLessThanOrEqual(6);
    const { stdout } = await own.callHere(['list', '-f', 'ids', '--limit', '150']);
    await own.callHere(['mark', '-', '--read', '--star'], stdout);
    await phone(0, { status: 'read' });
    expect(await own.sync()).toMatch(/300 sent|29\d sent/);
    expect(await own.marks()).toEqual(marksThere());
    const there = marksThere();
    expect(await own.sync()).toBe('newsprint: greader: 0 new, 0 marks taken in, 0 sent');
    expect(marksThere()).toEqual(there);
  });

  test(`${KILLS} syncs that are killed leave no difference`, async () => {
    fillMiniflux(server, 3, 40);
    const [own, other] = [await machine(server.url), await machine(server.url)];
    await other.sync();
    for (let at = 0; at < KILLS; at += 1) {
      const rows = await other.list();
      const name = rows[(at * 7) % rows.length]?.id ?? '';
      await other.callHere(['mark', name, at % 2 === 0 ? '--star' : '--unstar', '--read']);
      await phone((at * 5) % 100, { status: at % 3 === 0 ? 'unread' : 'read' });
      for (const one of [own, other]) await one.syncKilled(80 + ((at * 37) % 400));
    }
    for (const one of [own, other, own, other]) await one.sync();
    await expectAgreement(own, other);
    expect(own.files()).toHaveLength(120);
    expect((await own.callHere(['check'])).code).toBe(0);
  });
});
