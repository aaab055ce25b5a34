// An import that is killed: what came until then goes back in one step.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failEverywhere, keepPlace, newPlace, seen } from '../../support/machine/crash.ts';
import { imports, POCKET } from './importing.ts';

test('Killed after a change to the disk, feeds, queries, mutes and articles go back', async () => {
  const { place, folder, call } = imports(
    {
      'list.csv': POCKET,
      urls: 'https://a.test/feed news\n"query:Storms:title =~ \\"storm\\""\n',
      config: 'ignore-article "*" "title =~ \\"advert\\""\n',
    },
    newPlace({ 'own.md': '# Own\n' }),
  );
  const start = keepPlace(place);
  const before = seen(place);
  const lines = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  const config = (name: string) => lines(join(place.home, '.config/newsprint', name));
  const names = ['list.csv', 'urls', 'config'].map((name) => join(folder, name));
  let taken = 0;
  const kills = await failEverywhere(
    { place, start },
    { args: ['import', '--quiet', ...names] },
    'after',
    async (_, where) => {
      const { stderr } = await call('undo');
      if (stderr.includes('no longer followed: 1 feed')) taken += 1;
      const { stdout } = await call('feeds', '--json');
      const left = {
        feeds: JSON.parse(stdout),
        queries: config('queries'),
        mutes: config('mutes'),
      };
      expect(left, where).toEqual({ feeds: [], queries: '', mutes: '' });
      expect(seen(place), where).toEqual(before);
    },
    2,
  );
  expect(kills).toBeGreaterThan(20);
  expect(taken).toBeGreaterThan(kills / 2);
}, 600_000);
