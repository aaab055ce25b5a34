// A sync that is broken off at a request: the next one does the rest, and nothing twice.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { breakOff, marksBothWays } from '../../support/web/broken-off.ts';
import { serveMiniflux } from '../../support/web/miniflux.ts';
import { machine } from '../../support/web/syncing.ts';

// The long tests have every request of every protocol.
test('Broken off at a star that is toggled, done or not', async () => {
  for (const isAfter of [false, true]) await breakOff('2.2.6', 6, isAfter);
});

test('What came before it was broken off is told, and hooks hear of it', async () => {
  const server = await serveMiniflux({ cap: 2 });
  const feed = server.addFeed('https://north.test/feed', 'North');
  for (const name of 'abc') server.addEntry(feed, name);
  const own = await machine(server.url);
  const heard = join(own.config, 'heard');
  const hook = `[[hooks]]\non = "fetched"\nrun = ["tee", "${heard}"]\n`;
  writeFileSync(join(own.config, 'newsprint/config.toml'), hook);
  // After the feeds and a first page of entries.
  Object.assign(server.fault, { at: server.asked.length + 3 });
  const { code, stderr } = await own.callHere(['sync']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/miniflux: 2 new, 0 marks taken in, 0 sent\n$/);
  expect(readFileSync(heard, 'utf8').trim().split('\n')).toHaveLength(2);
  server.fault.at = 0;
  expect(await own.sync()).toBe('newsprint: miniflux: 1 new, 0 marks taken in, 0 sent');
});

test('What was sent before it was broken off is counted', async () => {
  const { server, own } = await marksBothWays('2.2.6');
  server.takeAsked();
  // After the feeds, the entries, and what was read.
  server.fault.at = 4;
  expect(await own.sync()).toMatch(/\nnewsprint: miniflux: 1 new, 4 marks taken in, 2 sent$/);
});
