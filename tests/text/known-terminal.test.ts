import { expect, test } from 'vitest';
import { knownTerminal } from '../../src/text/known-terminal.ts';

const XTERM = { TERM: 'xterm-256color' };

test.each([
  [{ ...XTERM, VTE_VERSION: '8000' }, 'vte'],
  [{ ...XTERM, KONSOLE_VERSION: '240800' }, 'konsole'],
  [{ TERM: 'xterm-ghostty', TERM_PROGRAM: 'ghostty' }, 'ghostty'],
  [{ ...XTERM, TERM_PROGRAM: 'WezTerm' }, 'wezterm'],
  [{ ...XTERM, TERM_PROGRAM: 'iTerm.app' }, 'iterm'],
  [{ TERM: 'xterm-kitty' }, 'kitty'],
  [{ TERM: 'foot-extra' }, 'foot'],
  [{ ...XTERM, ALACRITTY_WINDOW_ID: '1' }, 'alacritty'],
  [{ ...XTERM, WT_SESSION: 'a-b' }, 'windows'],
  [{ ...XTERM, XTERM_VERSION: 'XTerm(398)' }, 'xterm'],
  [{ ...XTERM, TERM_PROGRAM: 'Apple_Terminal' }, null],
  [XTERM, null],
  [{}, null],
  [{ TERM: 'xterm-kitty', TMUX: '/tmp/tmux' }, null],
  [{ TERM: 'screen', STY: '1.tty', VTE_VERSION: '8000' }, null],
])('Variables %j tell of %s', (env, name) => {
  expect(knownTerminal(env)).toBe(name);
});
