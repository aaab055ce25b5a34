// The order in which each terminal gets its text, by what terminals say of themselves.
import { expect, test } from 'vitest';
import { textOrder } from '../../src/text/text-order.ts';

test.each([
  ['xterm', { TERM: 'xterm-256color', XTERM_VERSION: 'XTerm(398)' }, 'seen', 'seen'],
  ['alacritty', { TERM: 'alacritty' }, 'seen', 'seen'],
  ['one of VTE', { TERM: 'xterm-256color', VTE_VERSION: '8000' }, 'seen', 'read'],
  ['kitty', { TERM: 'xterm-kitty' }, 'words', 'words'],
  ['Konsole', { TERM: 'xterm-256color', KONSOLE_VERSION: '240800' }, 'read', 'read'],
  ['foot', { TERM: 'foot' }, 'seen', 'seen'],
  ['an unknown one', { TERM: 'xterm-256color' }, 'read', 'read'],
  ['tmux in xterm', { TERM: 'tmux-256color', XTERM_VERSION: 'x', TMUX: '/tmp/x' }, 'read', 'read'],
])('%s', (_, env, screen, print) => {
  expect(textOrder('auto', env, true)).toBe(screen);
  expect(textOrder('auto', env, false)).toBe(print);
  expect(textOrder('on', env, false)).toBe('seen');
  expect(textOrder('off', env, true)).toBe('read');
});
