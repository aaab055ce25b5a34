import { expect, test } from 'vitest';
import { pictureWay } from '../../src/text/picture-ways.ts';

test.for([
  ['auto', { TERM: 'xterm-256color' }, 8],
  ['auto', { TERM: 'xterm-256color', COLORTERM: 'truecolor' }, 24],
  ['auto', { TERM: 'xterm-kitty' }, 24],
  ['auto', { TERM: 'tmux-256color', TMUX: '/tmp/tmux', KITTY_WINDOW_ID: '1' }, 8],
  ['auto', { TERM: 'linux' }, null],
  ['auto', {}, null],
  ['blocks', { TERM: 'linux' }, 8],
  ['off', { TERM: 'xterm-kitty' }, null],
] as const)('%s with %j has pictures of %s bits a colour', ([choice, env, depth]) => {
  expect(pictureWay(choice, env)?.depth ?? null).toBe(depth);
});
