// The reader's screen as Ink draws it, without a terminal: one instance for all of a test's frames.

import { type Instance, render } from 'ink';
import { displayWidth } from '../../../src/text/width.ts';
import type { State } from '../../../src/tui/state/state.ts';
import { asInkOutput } from '../../../src/tui/terminal/painter.ts';
import type { ScreenContext } from '../../../src/tui/view/pane.tsx';
import { Screen } from '../../../src/tui/view/screen.tsx';

const SEQUENCE = /\x1b\[[\d;]*m|\x1b\]8;[^\x1b]*\x1b\\/g;

let frame = '';
let columns = 80;
const output = asInkOutput({
  isTTY: false,
  get columns() {
    return columns;
  },
  rows: 24,
  write(text) {
    frame = text;
    return true;
  },
  on: () => {},
  off: () => {},
});
let ink: Instance | null = null;

/** The rows of the screen with their looks. */
export function drawScreen(state: State, view: ScreenContext): readonly string[] {
  columns = state.size.columns;
  const screen = <Screen state={state} view={view} />;
  if (ink === null) ink = render(screen, { stdout: output, debug: true, patchConsole: false });
  else ink.rerender(screen);
  return frame.split('\n');
}

/** The text of the rows, each filled with blanks as the terminal fills it. */
export function screenRows(state: State, view: ScreenContext): readonly string[] {
  return drawScreen(state, view).map((row) => {
    const text = row.replaceAll(SEQUENCE, '');
    return text + ' '.repeat(Math.max(0, state.size.columns - displayWidth(text)));
  });
}
