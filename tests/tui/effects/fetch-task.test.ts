// Feeds that are fetched again and again beside the reader.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFetchTask } from '../../../src/tui/effects/fetch-effects.ts';
import type { Action } from '../../../src/tui/state/reduce/reduce.ts';
import { temporaryFolder } from '../../support/reader/reader-program.ts';
import { driveReader } from '../../support/reader/reader-state.ts';
import { markdownFiles } from '../../support/web/adding.ts';
import { opml, rss } from '../../support/web/following.ts';
import { serve } from '../../support/web/web-server.ts';

test('What is fetched by itself says what is new, and nothing where nothing is', async () => {
  const folder = temporaryFolder();
  const root = join(folder.path, 'news');
  mkdirSync(root);
  const titles = ['Harbour reopens', 'Bridge closes'];
  let asked = 0;
  const { url } = await serve({
    '/north': () => {
      asked += 1;
      // The second time there is nothing new, the third time there is.
      return { body: rss(titles.slice(0, asked > 2 ? 2 : 1).map((title) => ({ title }))) };
    },
  });
  writeFileSync(join(root, 'subscriptions.opml'), opml([`${url}/north`]));
  const host = {
    env: { XDG_STATE_HOME: folder.path, XDG_CACHE_HOME: folder.path },
    platform: 'linux',
  };
  const notes: (string | undefined)[] = [];
  const dispatch = (action: Action) => {
    if (action.type === 'fetched') notes.push(action.note?.text);
  };
  const task = createFetchTask({ ...host, version: '0' }, () => new Date());
  const library = { root, hooked() {} };
  const session = { dispatch, getState: driveReader([]).state };
  task.repeat({ session, library, live: { now: () => ({ keep: '', motion: true }) } }, 20);
  await expect.poll(() => notes.filter((text) => text === '1 new')).toHaveLength(2);
  await task.stop();
  expect(notes[1]).toBeUndefined();
  expect(markdownFiles(root)).toHaveLength(2);
  const { length } = notes;
  await task.stop();
  expect(notes).toHaveLength(length);
});
