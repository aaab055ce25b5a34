// The terminal's window: its title, progress bar and notifications.
import { cleanLine } from '../../core/clean.ts';
import { type KnownTerminal, knownTerminal } from '../../text/known-terminal.ts';
import { truncate } from '../../text/width.ts';
import { selectedHead, shownPreview } from '../state/loaded-rows.ts';
import type { State } from '../state/state.ts';
import { command } from '../terminal/modes.ts';

/** Columns of a title. */
const LONGEST_TITLE = 80;
/** Columns of a notification. */
const LONGEST_NEWS = 200;
/** Only a fetch that took longer is notified of (ms). */
const LONG_FETCH = 10_000;

/** Terminals with notifications, and the sequence for one. */
const NOTIFICATIONS: { readonly [Name in KnownTerminal]?: (text: string) => string } = {
  kitty: (text) => command(`99;i=newsprint:o=unfocused;newsprint: ${text}`),
  ghostty: (text) => command(`777;notify;newsprint;${text}`),
  wezterm: (text) => command(`777;notify;newsprint;${text}`),
  foot: (text) => command(`777;notify;newsprint;${text}`),
  iterm: (text) => command(`9;newsprint: ${text}`),
};

/** Terminals with a progress bar; iTerm2 takes the sequence for a notification. */
const PROGRESS_BARS: readonly (KnownTerminal | null)[] = ['ghostty', 'vte', 'windows'];

function titleOf(state: State): string {
  const { focus, scope, feeds } = state;
  const isRead = focus === 'article' && feeds === null && shownPreview(state) === null;
  const name = (isRead && selectedHead(state)?.title) || (scope.query === '' ? '' : scope.name);
  const text = truncate(cleanLine(name), LONGEST_TITLE);
  return command(`2;${text === '' ? '' : `${text} — `}newsprint`);
}

/** ConEmu's OSC 9;4: per cent, of unknown length, or none. */
function progressOf({ fetch }: State): string {
  if (fetch === null) return command('9;4;0');
  return command(fetch.of === 0 ? '9;4;3' : `9;4;1;${Math.round((100 * fetch.done) / fetch.of)}`);
}

/** The outcome of a fetch that has just ended; `null` where none has, or it has nothing to say. */
function newsOf(before: State, { fetch, report, note }: State): string | null {
  if (before.fetch === null || fetch !== null) return null;
  return (report ?? (note === before.note ? null : note))?.text ?? null;
}

interface Window {
  readonly terminal: KnownTerminal | null;
  readonly showsProgress: boolean;
}

/** @param reader its environment, and whether nothing on it may move */
export function knownWindow(reader: {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isStill: boolean;
}): Window {
  const terminal = knownTerminal(reader.env);
  return { terminal, showsProgress: !reader.isStill && PROGRESS_BARS.includes(terminal) };
}

/**
 * @param now a clock in ms
 * @returns the sequences to write with the frame of each state; asked with whether all are to be
 *   written again
 */
export function createWindowStatus(
  getState: () => State,
  { terminal, showsProgress }: Window,
  now: () => number,
): (isAnew: boolean) => string {
  const notify = (terminal && NOTIFICATIONS[terminal]) ?? (() => '');
  let seen = getState();
  let shown: readonly string[] = ['', command('9;4;0')];
  let begun = 0;
  return (isAnew) => {
    const state = getState();
    if (seen.fetch === null && state.fetch !== null) begun = now();
    const news = state.isAway && now() - begun > LONG_FETCH ? newsOf(seen, state) : null;
    const told = news === null ? '' : notify(truncate(cleanLine(news), LONGEST_NEWS));
    const next = [titleOf(state), showsProgress ? progressOf(state) : ''];
    const changed = next.filter((text, at) => isAnew || text !== shown[at]);
    seen = state;
    shown = next;
    return changed.join('') + told;
  };
}
