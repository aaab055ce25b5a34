import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openHttpCache } from '../../../src/library/cache/http-cache.ts';
import { temporaryFolder } from '../../support/library/temporary-library.ts';

const ANSWER = { etag: '"1"', lastModified: null, state: 'mine' };

function host(folder = temporaryFolder()) {
  return { folder, env: { XDG_CACHE_HOME: folder }, platform: 'linux' };
}

test('What was set is there in the next process, by library', () => {
  const home = host();
  const cache = openHttpCache('/library', home);
  cache.set('https://x.test/', ANSWER);
  expect(cache.get('https://x.test/')).toEqual(ANSWER);
  expect(openHttpCache('/library', home).get('https://x.test/')).toBeNull();
  cache.save();
  expect(openHttpCache('/library', home).get('https://x.test/')).toEqual(ANSWER);
  expect(openHttpCache('/other', home).get('https://x.test/')).toBeNull();
});

test('Two processes keep what each of them set', () => {
  const home = host();
  const [one, two] = [1, 2].map(() => openHttpCache('/library', home));
  one?.set('https://x.test/1', ANSWER);
  two?.set('https://x.test/2', ANSWER);
  one?.save();
  two?.save();
  const both = openHttpCache('/library', home);
  expect([both.get('https://x.test/1'), both.get('https://x.test/2')]).toEqual([ANSWER, ANSWER]);
});

test('The newest five thousand answers stay', () => {
  const home = host();
  const cache = openHttpCache('/library', home);
  for (let at = 0; at < 5010; at += 1) cache.set(`https://x.test/${at}`, ANSWER);
  cache.save();
  const after = openHttpCache('/library', home);
  expect(after.get('https://x.test/9')).toBeNull();
  expect(after.get('https://x.test/10')).toEqual(ANSWER);
  const [name = ''] = readdirSync(join(home.folder, 'newsprint/http'));
  const rows = readFileSync(join(home.folder, 'newsprint/http', name), 'utf8').split('\n');
  expect(rows).toHaveLength(5001);
});

test.each([
  ['nothing to send back', { ...ANSWER, etag: null }],
  ['a validator of any length', { ...ANSWER, etag: 'x'.repeat(3000) }],
  ['nothing at all', null],
])('An answer with %s takes the one before away', (_, answer) => {
  const home = host();
  const cache = openHttpCache('/library', home);
  cache.set('https://x.test/', ANSWER);
  cache.set('https://x.test/', answer);
  expect(cache.get('https://x.test/')).toBeNull();
  cache.save();
  expect(openHttpCache('/library', home).get('https://x.test/')).toBeNull();
});

test('Without a home nothing is written and nothing fails', () => {
  const cache = openHttpCache('/library', { env: {}, platform: 'linux' });
  cache.set('https://x.test/', ANSWER);
  cache.save();
  expect(cache.get('https://x.test/')).toEqual(ANSWER);
  expect(existsSync('/library')).toBe(false);
});
