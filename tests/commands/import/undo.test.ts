// `newsprint undo` after an import: all that came goes back in one step.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newPlace, seen } from '../../support/machine/crash.ts';
import { imports, POCKET } from './importing.ts';

const URLS = 'https://a.test/feed news\nhttps://user:secret@b.test/feed\n';
const QUERY = '"query:Storms:title =~ \\"storm\\""\n';

/** A place with an article and a mute, and what is imported into it. */
function prepare() {
  const files = {
    'list.csv': POCKET,
    urls: URLS + QUERY,
    config: 'ignore-article "*" "title =~ \\"advert\\""\n',
    'other/urls': 'https://c.test/feed\n',
  };
  const { place, folder, call } = imports(files, newPlace({ 'own.md': '# Own\n' }));
  const take = (...names: readonly string[]) =>
    call('import', ...names.map((name) => join(folder, name)));
  const config = (name: string): string => {
    const path = join(place.home, '.config/newsprint', name);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  const feeds = async (): Promise<readonly string[]> => {
    const rows: readonly { readonly url: string }[] = JSON.parse(
      (await call('feeds', '--json')).stdout,
    );
    return rows.map(({ url }) => url);
  };
  return { place, call, take, config, feeds };
}

test('Articles, marks, feeds, queries and mutes go back in one step', async () => {
  const { place, call, take, config, feeds } = prepare();
  const before = seen(place);
  const { stderr } = await take('list.csv', 'urls', 'config');
  expect(stderr).toContain('newsprint undo takes back what came\n');
  expect(await feeds()).toHaveLength(2);
  expect([config('queries'), config('mutes')]).toEqual([
    'Storms: title:storm*\n',
    'newsboat: title:advert*\n',
  ]);
  expect(await call('undo')).toMatchObject({
    code: 0,
    stderr:
      'newsprint: taken out again: 2 articles; no longer followed: 2 feeds; no longer saved: Storms; no longer muted: newsboat\n',
  });
  expect(seen(place)).toEqual(before);
  expect(await feeds()).toEqual([]);
  expect([config('queries'), config('mutes')]).toEqual(['', '']);
  expect(await call('undo')).toMatchObject({ code: 1, stderr: 'newsprint: nothing to undo\n' });
});

test('Feeds alone are a step, and what was followed and marked since stays', async () => {
  const { place, call, take, feeds } = prepare();
  await take('urls');
  await take('urls', 'other/urls');
  await call('mark', 'own', '--star');
  for (const said of ['without its star: Own', 'no longer followed: 1 feed']) {
    expect((await call('undo')).stderr).toBe(`newsprint: ${said}\n`);
  }
  expect(await feeds()).toEqual(['https://a.test/feed', 'https://b.test/feed']);
  await take('other/urls');
  await call('feeds', 'remove', 'https://c.test/feed');
  const { stderr } = await call('undo');
  expect(stderr).toBe('newsprint: that was changed again since: nothing is taken back\n');
  const opml = readFileSync(join(place.root, 'subscriptions.opml'), 'utf8');
  expect(opml).toContain('user:secret@b.test');
});

test('Without its trash only the articles go back', async () => {
  const { call, take, feeds } = prepare();
  await take('list.csv', 'urls');
  await call('trash', '--empty');
  expect((await call('undo')).stderr).toBe('newsprint: taken out again: 2 articles\n');
  expect(await feeds()).toHaveLength(2);
});
