import { expect, test } from 'vitest';
import { learntWay, pictureWay } from '../../src/text/picture-ways.ts';

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
  expect(pictureWay(choice, env)?.kind ?? 'blocks').toBe('blocks');
});

test.for([
  ['auto', 'kitty(0.41.1)', 'kitty'],
  ['auto', 'kitty(1.0.0)', 'kitty'],
  ['auto', 'ghostty 1.1.0', 'kitty'],
  ['auto', 'kitty(0.27.1)', 'blocks'],
  ['auto', 'Konsole 25.04.2', 'blocks'],
  ['auto', 'tmux 3.5a', 'blocks'],
  ['auto', 'iTerm2 3.5.10', 'iterm'],
  ['auto', 'WezTerm 20240203-110809-5046fc22', 'iterm'],
  ['kitty', 'XTerm(398)', 'kitty'],
  ['iterm', 'kitty(0.41.1)', 'iterm'],
  ['blocks', 'kitty(0.41.1)', 'blocks'],
] as const)('%s in %s is the way of %s', ([choice, name, kind]) => {
  const way = pictureWay(choice, { TERM: 'xterm-256color' });
  const learnt = way && learntWay(way, { type: 'name', name });
  expect(learnt?.kind).toBe(kind);
  expect(learnt && learntWay(learnt, { type: 'cell', width: 7, height: 15 })).toEqual({
    ...learnt,
    cell: { width: 7, height: 15 },
  });
});
