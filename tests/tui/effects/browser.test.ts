import { describe, expect, it } from 'vitest';
import { isRemote } from '../../../src/text/known-terminal.ts';
import { browse, browserCommands, hasDesktop } from '../../../src/tui/effects/browser.ts';

const URL = 'https://example.org/?a=%s&b=$(id)';

describe('the browser', () => {
  it.each<[string, readonly (readonly string[])[]]>([
    ['firefox', [['firefox', URL]]],
    ['firefox --new-tab %s', [['firefox', '--new-tab', URL]]],
    [
      'a %s:b -x',
      [
        ['a', URL],
        ['b', '-x', URL],
      ],
    ],
    ['a --url=%s', [['a', `--url=${URL}`]]],
    ['a --url=%u', [['a', `--url=${URL}`]]],
    [`firefox -P 'my news' "%s"`, [['firefox', '-P', 'my news', URL]]],
    [' : ', []],
  ])('named by $BROWSER=%j', (browser, commands) => {
    expect(browserCommands(browser, URL, 'linux')).toEqual(commands);
  });

  it.each([
    [{ BROWSER: '/nowhere/a:true' }, null],
    [{ BROWSER: '/nowhere/a:false' }, 'cannot run a, false ended with 1;'],
    // The system says this one by a throw.
    [{ BROWSER: '/etc/passwd/x:true' }, null],
    [{ BROWSER: '/etc/passwd/x' }, 'cannot run x;'],
    [{ BROWSER: 'true', SSH_TTY: '/dev/pts/9' }, 'over SSH:'],
    [{ BROWSER: ' : ' }, 'no browser here:'],
    [{}, 'no browser here:'],
  ])('of %j is tried in the order of the list', async (env, failure) => {
    expect(await browse('https://example.org/', env, 'linux')).toBe(failure);
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'not a url', '-x'])(
    'is never given %j',
    async (url) => {
      expect(await browse(url, { BROWSER: 'true' }, 'linux')).toBe('not a link to open:');
    },
  );

  it('is not started on another machine, nor where nobody would see it', () => {
    expect(isRemote({ SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' })).toBe(true);
    expect(isRemote({ SSH_TTY: '' })).toBe(false);
    expect(hasDesktop({}, 'linux')).toBe(false);
    expect(hasDesktop({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDesktop({}, 'darwin')).toBe(true);
  });
});
