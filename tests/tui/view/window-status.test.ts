// What the window is told beside the frames: title, progress, notifications.
import { describe, expect, it } from 'vitest';
import type { KnownTerminal } from '../../../src/text/known-terminal.ts';
import type { Action } from '../../../src/tui/state/reduce/reduce.ts';
import { createWindowStatus, knownWindow } from '../../../src/tui/view/window-status.ts';
import { driveReader, stories } from '../../support/reader/reader-state.ts';

const command = (text: string) => `\x1b]${text}\x1b\\`;

/** A reader, its window, and a clock for it. */
function open(terminal: KnownTerminal | null, showsProgress = false, articles = stories(3)) {
  const driven = driveReader(articles);
  let clock = 0;
  const window = createWindowStatus(driven.state, { terminal, showsProgress }, () => clock);
  window(true);
  return {
    driven,
    window,
    wait(seconds: number) {
      clock += seconds * 1000;
    },
    /** What is written when that happened. */
    upon(...actions: readonly Action[]): string {
      for (const action of actions) driven.act(action);
      return window(false);
    },
  };
}

const fetching = (done: number, of: number): Action => ({
  type: 'fetching',
  done,
  of,
  added: 0,
  waitsFor: null,
});
const fetched = (text: string | null): Action => ({
  type: 'fetched',
  note: text === null ? null : { text, tone: 'note' },
});
const AWAY: Action = { type: 'focus', isIn: false };

describe('the title', () => {
  it('is that of the article that is read, and else of the list', () => {
    const { driven, window } = open(null);
    expect(window(true)).toBe(command('2;newsprint'));
    driven.press('enter');
    expect(window(false)).toBe(command('2;Story 1 of the day — newsprint'));
    driven.press('j');
    expect(window(false)).toBe('');
    driven.press('J');
    expect(window(false)).toBe(command('2;Story 2 of the day — newsprint'));
    expect(window(true)).toBe(command('2;Story 2 of the day — newsprint'));
    driven.press('h');
    expect(window(false)).toBe(command('2;newsprint'));
  });

  it('has nothing of a headline that a terminal would obey, and is not long', () => {
    const title = `\x1b]0;gone\x07\u009c\u202e${'long '.repeat(60)}`;
    const articles = stories(1).map((story) => ({ ...story, title }));
    const { driven, window } = open(null, false, articles);
    driven.press('enter');
    const text = window(false);
    expect(text).toMatch(/^\x1b\]2;[^\x00-\x1f\x7f-\x9f\u202a-\u202e]+ — newsprint\x1b\\$/);
    expect(text.length).toBeLessThan(110);
  });
});

describe('progress', () => {
  it('is shown while feeds are fetched, and taken away', () => {
    const { upon, window } = open('ghostty', true);
    expect(upon(fetching(0, 0))).toBe(command('9;4;3'));
    expect(upon(fetching(1, 3))).toBe(command('9;4;1;33'));
    expect(upon(fetching(1, 3))).toBe('');
    expect(window(true)).toContain(command('9;4;1;33'));
    expect(upon(fetched('3 new'))).toBe(command('9;4;0'));
  });

  it('is for terminals that take it for nothing else, and where things may move', () => {
    const shows = (env: Record<string, string>, isStill = false) =>
      knownWindow({ env, isStill }).showsProgress;
    expect(shows({ WT_SESSION: 'x' })).toBe(true);
    expect(shows({ VTE_VERSION: '8000' })).toBe(true);
    expect(shows({ TERM_PROGRAM: 'ghostty' })).toBe(true);
    expect(shows({ TERM_PROGRAM: 'ghostty' }, true)).toBe(false);
    expect(shows({ TERM_PROGRAM: 'iTerm.app' })).toBe(false);
    expect(shows({ TERM: 'xterm-kitty' })).toBe(false);
    expect(shows({})).toBe(false);
  });
});

describe('a notification', () => {
  it.each<[KnownTerminal, string]>([
    ['kitty', '99;i=newsprint:o=unfocused;newsprint: 3 new'],
    ['foot', '777;notify;newsprint;3 new'],
    ['ghostty', '777;notify;newsprint;3 new'],
    ['wezterm', '777;notify;newsprint;3 new'],
    ['iterm', '9;newsprint: 3 new'],
  ])('is told by %s as it knows it', (terminal, told) => {
    const { upon, wait } = open(terminal);
    expect(upon(AWAY, fetching(0, 3))).toBe('');
    wait(11);
    expect(upon(fetching(2, 3))).toBe('');
    expect(upon(fetched('3\x07 \u009cnew'))).toBe(command(told));
    expect(upon(fetching(0, 3))).toBe('');
  });

  it('is not made where one looks, soon, of nothing, or where the terminal has none', () => {
    for (const terminal of ['kitty', 'xterm', null] as const) {
      const { upon, wait } = open(terminal);
      upon(fetching(0, 3));
      wait(11);
      expect(upon(fetched('3 new'))).toBe('');
      upon(fetching(0, 3), AWAY);
      wait(9);
      expect(upon(fetched('3 new'))).toBe('');
      upon(fetching(0, 3));
      wait(11);
      expect(upon(fetched(null))).toBe('');
      if (terminal === 'kitty') continue;
      upon(fetching(0, 3));
      wait(11);
      expect(upon(fetched('3 new'))).toBe('');
    }
  });
});
