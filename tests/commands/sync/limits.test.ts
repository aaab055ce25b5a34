// Limits of feeds that a server has: what stays out, and what comes in after all.

import { expect, test } from 'vitest';
import { writeFiles } from '../../support/library/temporary-library.ts';
import { serveMiniflux } from '../../support/web/miniflux.ts';
import { machine } from '../../support/web/syncing.ts';

test('What a limit left out comes in once more is kept', async () => {
  const server = await serveMiniflux();
  const feed = server.addFeed('https://north.test/feed', 'North');
  for (const name of 'abc') server.addEntry(feed, name);
  const own = await machine(server.url);
  const keep = async (text: string) => {
    writeFiles(own.config, { 'newsprint/config.toml': `keep = "${text}"\n` });
    return own.sync();
  };
  expect(await keep('1')).toContain('1 new');
  expect(await keep('1')).toContain('0 new');
  expect(await keep('2')).toContain('1 new');
  expect(await keep('30y')).toContain('1 new');
  expect(await keep('30y')).toContain('0 new');
  expect(await own.list()).toHaveLength(3);
});

test('Of a feed with a limit nothing comes in that goes to the trash at once', async () => {
  const server = await serveMiniflux({ cap: 2 });
  const feed = server.addFeed('https://north.test/feed', 'North');
  for (const day of [1, 2, 3, 4, 5]) {
    server.addEntry(feed, `${day}`, { published: `2021-07-0${day}T08:00:00Z` });
  }
  const own = await machine(server.url);
  writeFiles(own.config, { 'newsprint/config.toml': 'keep = "3"\n' });
  expect(await own.sync()).toContain('3 new');
  expect((await own.list()).map(({ url }) => url?.at(-1))).toEqual(['5', '4', '3']);
  expect((await own.callHere(['trash', 'list'])).stdout).toBe('');
});
