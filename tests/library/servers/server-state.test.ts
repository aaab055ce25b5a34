// What was last known at a server, as its file has it.

import { expect, test } from 'vitest';
import { openServerState } from '../../../src/library/servers/server-state.ts';
import { temporaryFolder } from '../../support/library/temporary-library.ts';
import { newMachine } from '../../support/machine/machine.ts';

test('An entry whose ID is a word of the file is an entry like another', () => {
  const [root, host] = [temporaryFolder(), newMachine()];
  const state = openServerState(root, host, 'miniflux');
  const url = 'https://north.test/feed';
  const feed = { id: '1', url, title: 'North', folder: '', isServers: true };
  const feeds = [{ ...feed, said: [url, 'North', ''] as const }];
  state.setLimits(new Map([['1', { kind: 'count', most: 200 }]]));
  state.setFeeds(feeds);
  state.setCursor('17', new Date(0));
  const entry = { read: true, starred: false, tags: [], id: 'a', as: 'a' };
  for (const id of ['feeds', 'cursor', 'limits']) state.setEntry(id, entry);
  state.save();
  const known = openServerState(root, host, 'miniflux');
  expect([known.feeds(), known.cursor(), known.synced()]).toEqual([
    feeds,
    '17',
    new Date(0).toISOString(),
  ]);
  expect([...known.entries.keys()]).toEqual(['feeds', 'cursor', 'limits']);
});
