// The file `mutes`: what its queries find is hidden from lists, and nothing of it is lost.

import { expect, test } from 'vitest';
import {
  temporaryFolder,
  temporaryLibrary,
  writeFiles,
} from '../support/library/temporary-library.ts';
import { run } from '../support/machine/run.ts';
import { follower, rss } from '../support/web/following.ts';
import { serve } from '../support/web/web-server.ts';
import { SAMPLE } from './sample.ts';

const HARBOUR = '2021-07-19-harbour-reopens';

/** The user's config folder with these mutes. */
function configWith(mutes: string): string {
  const config = temporaryFolder();
  writeFiles(config, { 'newsprint/mutes': mutes });
  return config;
}

test('What a mute finds is in no list and no search, and is found by is:muted and its ID', async () => {
  const XDG_CONFIG_HOME = configWith('# what I had enough of\nHarbour: title:harbour\n');
  const env = { NEWSPRINT_LIBRARY: temporaryLibrary(SAMPLE), XDG_CONFIG_HOME };
  const call = async (...args: string[]) => (await run(args, { env, isHere: true })).stdout;
  expect(await call('list', '-f', 'ids')).toBe('2021-07-20-kisha\nplain\n');
  expect(await call('search', '-f', 'ids', 'harbour')).not.toContain(HARBOUR);
  expect(await call('list', '-f', 'ids', 'is:muted')).toBe(`${HARBOUR}\n`);
  expect(await call('show', 'harb')).toContain('Harbour reopens');
});

test('A bad line of it is named with its number, and the others hold', async () => {
  const XDG_CONFIG_HOME = configWith('Harbour: title:harbour\nBad: is:new\n');
  const env = { NEWSPRINT_LIBRARY: temporaryLibrary(SAMPLE), XDG_CONFIG_HOME };
  expect(await run(['list', '-f', 'ids'], { env })).toMatchObject({
    code: 0,
    stdout: '2021-07-20-kisha\nplain\n',
    stderr: expect.stringMatching(/^newsprint: mutes:2:1: bad value 'new' for "is:" .*\n$/),
  });
});

test('Where all is muted, or a mute asks for a folder, that is said', async () => {
  const XDG_CONFIG_HOME = configWith('All: title:snow\nWorld: folder:World\n');
  const env = { NEWSPRINT_LIBRARY: temporaryLibrary({ 'snow.md': '# Snow' }), XDG_CONFIG_HOME };
  const { stdout, stderr } = await run(['list'], { env, isHere: true });
  expect(stdout).toBe('');
  expect(stderr).toContain('mutes: “World” asks for a folder, which no mute can');
  expect(stderr).toContain('every article is muted: newsprint list is:muted');
});

test('What a mute finds comes in as read, and undo takes it out with the rest', async () => {
  const { url } = await serve({
    '/a': { body: rss([{ title: 'Salt' }, { title: 'Daily quiz' }]) },
  });
  const device = follower([`${url}/a`]);
  const env = { ...device.env, XDG_CONFIG_HOME: configWith('Quiz: quiz\n') };
  const call = async (...args: string[]) => (await run(args, { env, isHere: true })).stdout;
  await call('fetch');
  expect(await call('list', '-f', 'ids')).toBe('2021-07-19-salt\n');
  expect(await call('list', '-f', 'ids', 'is:muted is:read')).toBe('2021-07-19-daily-quiz\n');
  await call('undo');
  expect(device.files()).toEqual([]);
});
