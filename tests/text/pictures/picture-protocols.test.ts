import { expect, test } from 'vitest';
import {
  learntProtocol,
  type PictureProtocol,
  type PictureTrait,
  pictureProtocol,
} from '../../../src/text/pictures/picture-protocols.ts';

const CELLS = { columns: 90, rows: 40 };

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
  expect(pictureProtocol(choice, env)?.depth ?? null).toBe(depth);
  expect(pictureProtocol(choice, env)?.kind ?? 'blocks').toBe('blocks');
});

test.for([
  ['auto', 'kitty(0.41.1)', 'kitty'],
  ['auto', 'kitty(1.0.0)', 'kitty'],
  ['auto', 'ghostty 1.1.0', 'kitty'],
  ['auto', 'kitty(0.27.1)', 'blocks'],
  ['auto', 'Konsole 25.04.2', 'placed'],
  ['auto', 'tmux 3.5a', 'blocks'],
  ['auto', 'iTerm2 3.5.10', 'iterm'],
  ['auto', 'WezTerm 20240203-110809-5046fc22', 'iterm'],
  ['kitty', 'XTerm(398)', 'kitty'],
  ['iterm', 'kitty(0.41.1)', 'iterm'],
  ['blocks', 'kitty(0.41.1)', 'blocks'],
] as const)('%s in %s is the way of %s', ([choice, name, kind]) => {
  const protocol = pictureProtocol(choice, { TERM: 'xterm-256color' });
  const learnt = protocol && learntProtocol(protocol, { type: 'name', name }, CELLS);
  expect(learnt?.kind).toBe(kind);
  expect(learnt && learntProtocol(learnt, { type: 'cell', width: 7, height: 15 }, CELLS)).toEqual({
    ...learnt,
    cell: { width: 7, height: 15 },
  });
});

const learnIn = (program: string, ...traits: readonly PictureTrait[]) =>
  traits.reduce<PictureProtocol | null>(
    (protocol, trait) => protocol && learntProtocol(protocol, trait, CELLS),
    pictureProtocol('auto', { TERM: 'xterm-256color', TERM_PROGRAM: program }),
  );
const learnAll = (...traits: readonly PictureTrait[]) => learnIn('', ...traits);

test.for<[name: string, size: PictureTrait, kind: string, cell: object | null]>([
  ['foot(1.21)', { type: 'cell', width: 7, height: 15 }, 'sixel', { width: 7, height: 15 }],
  ['XTerm(398)', { type: 'area', width: 720, height: 680 }, 'sixel', { width: 8, height: 17 }],
  ['XTerm(398)', { type: 'area', width: 1000, height: 680 }, 'blocks', null],
  ['XTerm(398)', { type: 'area', width: 725, height: 680 }, 'blocks', null],
  ['tmux 3.5a', { type: 'cell', width: 7, height: 15 }, 'blocks', { width: 7, height: 15 }],
  ['Konsole 25.04.2', { type: 'cell', width: 7, height: 15 }, 'placed', { width: 7, height: 15 }],
])('%s with %j that knows sixels has %s in cells of %j', ([name, size, kind, cell]) => {
  expect(learnAll({ type: 'name', name }, size, { type: 'sixel' })).toMatchObject({ kind, cell });
});

test('What comes through tmux is of Kitty’s way, unless another was chosen', () => {
  const name: PictureTrait = { type: 'name', name: 'tmux 3.5a' };
  expect(learnAll(name, { type: 'passed' })).toMatchObject({ kind: 'kitty', passes: true });
  const chosen = pictureProtocol('sixel', {});
  expect(chosen && learntProtocol(chosen, { type: 'passed' }, CELLS)).toBe(chosen);
});

test('Sixels are shown only where the size of a cell is known', () => {
  expect(learnAll({ type: 'sixel' })?.kind).toBe('blocks');
});

test('VS Code has iTerm2’s way where its pictures are on, known by its name or by its variable', () => {
  const [sixel, name] = [{ type: 'sixel' }, { type: 'name', name: 'xterm.js(6.0.0)' }] as const;
  expect(learnAll(name, sixel)?.kind).toBe('iterm');
  expect(learnIn('vscode', sixel)?.kind).toBe('iterm');
  expect(learnIn('vscode', name)?.kind).toBe('blocks');
  const cell = { type: 'cell', width: 7, height: 15 } as const;
  expect(learnIn('vscode', { type: 'name', name: 'XTerm(398)' }, cell, sixel)?.kind).toBe('sixel');
});
