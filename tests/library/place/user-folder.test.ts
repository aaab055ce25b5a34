import { expect, test } from 'vitest';
import { userPath } from '../../../src/library/place/user-folder.ts';

test.each([
  ['linux', { HOME: '/home/a' }, '/home/a/.local/share/newsprint'],
  ['darwin', { HOME: '/Users/a' }, '/Users/a/.local/share/newsprint'],
  ['linux', { HOME: '/home/a', XDG_DATA_HOME: '/data' }, '/data/newsprint'],
  ['linux', { HOME: '/home/a', XDG_DATA_HOME: 'data' }, '/home/a/.local/share/newsprint'],
  ['linux', { HOME: '/home/a', XDG_DATA_HOME: '' }, '/home/a/.local/share/newsprint'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/newsprint'],
  ['linux', { HOME: '' }, null],
  ['linux', { HOME: 'home' }, null],
  ['linux', {}, null],
  [
    'win32',
    { LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' },
    'C:\\Users\\a\\AppData\\Local\\newsprint',
  ],
  ['win32', { LOCALAPPDATA: 'Local', HOME: '/home/a' }, null],
  ['win32', {}, null],
])('on %s with %j articles are kept in %s', (platform, env, folder) => {
  expect(userPath('data', { env, platform })).toBe(folder);
});

test('cache and state are folders of their own', () => {
  const home = { HOME: '/home/a' };
  expect(userPath('cache', { env: home, platform: 'linux' })).toBe('/home/a/.cache/newsprint');
  expect(userPath('state', { env: home, platform: 'linux' })).toBe(
    '/home/a/.local/state/newsprint',
  );
  expect(userPath('cache', { env: { XDG_CACHE_HOME: '/c' }, platform: 'linux' })).toBe(
    '/c/newsprint',
  );
  expect(userPath('state', { env: { XDG_STATE_HOME: '/s' }, platform: 'linux' })).toBe(
    '/s/newsprint',
  );
  const windows = { LOCALAPPDATA: 'C:\\L' };
  expect(userPath('cache', { env: windows, platform: 'win32' })).toBe('C:\\L\\newsprint-cache');
  expect(userPath('state', { env: windows, platform: 'win32' })).toBe('C:\\L\\newsprint-state');
});
