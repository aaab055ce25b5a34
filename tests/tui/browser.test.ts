import { describe, expect, it } from 'vitest';
import { browse, browserCommands, hasDesktop, isRemote } from '../../src/tui/browser.ts';
import { editorCommand } from '../../src/tui/editor.ts';

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
    [' : ', []],
  ])('named by $BROWSER=%j', (browser, commands) => {
    expect(browserCommands(browser, URL)).toEqual(commands);
  });

  it('is tried in the order of the list', async () => {
    expect(await browse('https://example.org/', { BROWSER: '/nowhere/a:true' }, 'linux')).toBe(
      true,
    );
    expect(await browse('https://example.org/', { BROWSER: '/nowhere/a:false' }, 'linux')).toBe(
      false,
    );
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'not a url', '-x'])(
    'is never given %j',
    async (url) => {
      expect(await browse(url, { BROWSER: 'true' }, 'linux')).toBe(false);
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

describe('the editor', () => {
  it.each([
    [{ VISUAL: 'code -w', EDITOR: 'vi' }, ['code', '-w']],
    [{ VISUAL: ' ', EDITOR: 'nano' }, ['nano']],
    [{}, ['vi']],
  ])('of %j', (env, command) => {
    expect(editorCommand(env, 'linux')).toEqual(command);
  });
});
