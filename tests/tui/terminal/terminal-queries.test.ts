// What is asked of a terminal, answer by answer.
import { expect, it } from 'vitest';
import type { PictureTrait } from '../../../src/text/pictures/picture-protocols.ts';
import { createTerminalQueries } from '../../../src/tui/terminal/terminal-queries.ts';
import type { TerminalChange } from '../../../src/tui/terminal/terminal-replies.ts';

function open(how = { asksPictures: false, isFar: false }) {
  const written: string[] = [];
  const told: (TerminalChange | PictureTrait)[] = [];
  const queries = createTerminalQueries(
    (text) => written.push(text) > 0,
    (change) => told.push(change),
    how,
  );
  return { ...queries, written, told };
}

const DARK: TerminalChange = { type: 'background', is: 'dark' };

it('A question is waited for until the last answer, and for half a second at most', async () => {
  const { ask, hear, waiting, written, told } = open();
  expect(waiting()).toBeNull();
  ask();
  expect(written).toEqual(['\x1b]11;?\x1b\\\x1b[?u\x1b[c']);
  expect(waiting()).not.toBeNull();
  hear(DARK);
  expect([waiting() === null, told]).toEqual([false, [DARK]]);
  hear({ type: 'answered' });
  expect(waiting()).toBeNull();
  ask();
  await waiting();
  expect(waiting()).toBeNull();
});

it('Nothing is waited for where someone else has the terminal', () => {
  const { ask, waiting } = createTerminalQueries(
    () => false,
    () => {},
    { asksPictures: false, isFar: false },
  );
  ask();
  expect(waiting()).toBeNull();
});

it('A second question is over with its own answer, and a late one is of none', async () => {
  const { ask, hear, waiting } = open();
  ask();
  ask();
  hear({ type: 'answered' });
  expect(waiting()).not.toBeNull();
  hear({ type: 'answered' });
  expect(waiting()).toBeNull();
  hear({ type: 'answered' });
  ask();
  ask();
  hear({ type: 'answered' });
  expect(waiting()).not.toBeNull();
  await waiting();
});

it('A preference asks again, and counts where no colour is told', () => {
  const { hear, written, told } = open();
  hear({ type: 'preference', is: 'light' });
  hear(DARK);
  hear({ type: 'answered' });
  expect([written.length, told]).toEqual([1, [DARK]]);
  hear({ type: 'preference', is: 'light' });
  hear({ type: 'answered' });
  expect(told).toEqual([DARK, { type: 'background', is: 'light' }]);
});

it('Where pictures are to be shown its name and its cells are asked for, too', () => {
  const { ask, hear, written, told } = open({ asksPictures: true, isFar: false });
  ask();
  expect(written).toEqual(['\x1b]11;?\x1b\\\x1b[?u\x1b[>q\x1b[16t\x1b[?2;1;0S\x1b[c']);
  hear({ type: 'name', name: 'kitty(0.41.1)' });
  expect(told).toEqual([{ type: 'name', name: 'kitty(0.41.1)' }]);
});

it('An answer that says that there are sixels tells that before it is the last', () => {
  const { ask, hear, waiting, told } = open();
  ask();
  hear({ type: 'answered', hasSixel: true });
  expect([told, waiting()]).toEqual([[{ type: 'sixel' }], null]);
});

it('What is passed through tmux is waited for, too', () => {
  const { ask, askThrough, hear, waiting, written, told } = open({
    asksPictures: true,
    isFar: false,
  });
  askThrough();
  ask();
  expect(written[0]).toMatch(/\x1b\[c\x1bPtmux;\x1b\x1b_Gi=31,[^\x1b]*\x1b\x1b\\\x1b\\$/);
  hear({ type: 'answered' });
  expect([told, waiting() === null]).toEqual([[], false]);
  hear({ type: 'passed' });
  expect([told, waiting()]).toEqual([[{ type: 'passed' }], null]);
});

it('From far away an answer is waited for longer', async () => {
  const [near, far] = [open(), open({ asksPictures: false, isFar: true })];
  far.ask();
  near.ask();
  await near.waiting();
  expect(far.waiting()).not.toBeNull();
  await far.waiting();
});
