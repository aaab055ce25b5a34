// What a first import brings beside the feeds: newsboat's queries, and articles to begin with.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../../support/library/temporary-library.ts';
import { run } from '../../support/machine/run.ts';
import { feedDevice } from '../../support/web/feeds.ts';

test('An import saves newsboat’s queries once, and names those that cannot be said', async () => {
  const env = { ...feedDevice().env, XDG_CONFIG_HOME: temporaryFolder() };
  const take = () => run(['feeds', 'import', '-'], { env, input: urls, isHere: true });
  const urls = '"query:Long:tags # \\"long\\""\n"query:First:articleindex = 1"\nhttps://b.test/\n';
  const saved = join(env.XDG_CONFIG_HOME, 'newsprint/queries');
  const { code, stderr } = await take();
  expect(code).toBe(0);
  expect(stderr).toBe(
    `newsprint: standard input:2:1: no saved query can say what 'query:First:articleindex = 1' does: queries know no 'articleindex'\nnewsprint: 1 feed added; newsprint fetch brings in what is new\nnewsprint: saved as queries: Long (in ${saved})\n`,
  );
  expect(readFileSync(saved, 'utf8')).toBe('Long: tag:long OR folder:long\n');
  expect((await take()).stderr).not.toContain('saved as');
});

test('A saved query whose name is taken stays, and the new one gets a number', async () => {
  const folder = temporaryFolder();
  const env = { ...feedDevice().env, XDG_CONFIG_HOME: folder };
  writeFiles(folder, { 'newsprint/queries': 'Long: after:2020\n' });
  const input = '"query:Long:tags # \\"long\\""\nhttps://b.test/\n';
  await run(['feeds', 'import', '-'], { env, input, isHere: true });
  await run(['feeds', 'import', '-'], { env, input, isHere: true });
  expect(readFileSync(join(folder, 'newsprint/queries'), 'utf8')).toBe(
    'Long: after:2020\nLong 2: tag:long OR folder:long\n',
  );
});

test('A urls file may have queries alone, as beside a server of feeds', async () => {
  const env = { ...feedDevice().env, XDG_CONFIG_HOME: temporaryFolder() };
  const input = '"query:Unread:unread = \\"yes\\""\n';
  const { code, stderr } = await run(['feeds', 'import', '-'], { env, input, isHere: true });
  expect(code).toBe(0);
  expect(stderr).toContain('saved as queries: Unread (in ');
});

test('An import without a library comes with the articles that everybody begins with', async () => {
  const home = temporaryFolder();
  const env = { HOME: home, XDG_DATA_HOME: join(home, 'data') };
  const { stderr } = await run(['feeds', 'import', '-'], { env, input: 'https://b.test/\n' });
  expect(stderr).toContain('1 feed added');
  const { stdout } = await run(['list', '-f', 'ids'], { env, isHere: true });
  expect(stdout).toContain('welcome');
});
