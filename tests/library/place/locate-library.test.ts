import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { locateLibrary } from '../../../src/library/place/locate-library.ts';
import { temporaryFolder, temporaryLibrary } from '../../support/library/temporary-library.ts';
import { thrown } from '../../support/machine/thrown.ts';

const common = { platform: 'linux', shipped: '/shipped', cwd: '/' };

describe('which library', () => {
  test('the flag comes before the environment', () => {
    const [flag, named] = [temporaryFolder(), temporaryFolder()];
    const env = { NEWSPRINT_LIBRARY: named, HOME: '/home/a' };
    expect(locateLibrary(flag, { ...common, env })).toEqual({
      root: flag,
      isShipped: false,
      exists: true,
    });
    expect(locateLibrary(undefined, { ...common, env })).toEqual({
      root: named,
      isShipped: false,
      exists: true,
    });
  });

  test('a relative name starts from the working folder', () => {
    const cwd = temporaryLibrary({ 'news/a.md': '' });
    expect(locateLibrary('news', { ...common, env: {}, cwd }).root).toBe(join(cwd, 'news'));
  });

  test('the default is under the data folder, there or not', () => {
    const home = temporaryFolder();
    const root = join(home, '.local/share/newsprint');
    const options = { ...common, env: { HOME: home, NEWSPRINT_LIBRARY: '' } };
    expect(locateLibrary(undefined, options)).toEqual({ root, isShipped: false, exists: false });
    mkdirSync(root, { recursive: true });
    expect(locateLibrary(undefined, options)).toEqual({ root, isShipped: false, exists: true });
  });

  test('without a home it is the shipped articles', () => {
    const place = { root: '/shipped', isShipped: true, exists: true };
    expect(locateLibrary(undefined, { ...common, env: {} })).toEqual(place);
    expect(
      locateLibrary(undefined, { ...common, env: { HOME: '', XDG_DATA_HOME: 'data' } }),
    ).toEqual(place);
  });
});

describe('a library that cannot be had', () => {
  test('a named one that does not exist is never made', () => {
    const flag = join(temporaryFolder(), 'no\x1b[31mne');
    const error = thrown(() => locateLibrary(flag, { ...common, env: {} }));
    expect(error.code).toBe('not-found');
    expect(error.message).toMatch(/^no library at '\/.*no\[31mne'$/);
    const env = { NEWSPRINT_LIBRARY: flag };
    expect(thrown(() => locateLibrary(undefined, { ...common, env })).code).toBe('not-found');
  });

  test('a file is none, named, default or on the way', () => {
    const home = temporaryLibrary({ '.local/share/newsprint': 'a file', 'b.md': '' });
    const options = { ...common, env: { HOME: home } };
    expect(thrown(() => locateLibrary(undefined, options)).message).toMatch(
      /it is a file, not a folder$/,
    );
    for (const flag of ['b.md', 'b.md/c']) {
      const error = thrown(() => locateLibrary(join(home, flag), options));
      expect(error.code).toBe('unreadable');
    }
  });

  test('an empty name is a wrong call', () => {
    expect(thrown(() => locateLibrary('', { ...common, env: {} })).code).toBe('usage');
  });
});
