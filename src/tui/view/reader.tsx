// The reader as an Ink application: keys in, whole frames out.

import { type Instance, render } from 'ink';
import type { ReaderStore } from '../session/store.ts';
import { asInkOutput } from '../terminal/ink-streams.ts';
import type { Input } from '../terminal/keys.ts';
import type { Painter } from '../terminal/painter.ts';
import type { Size } from '../terminal/size.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { useKeys, useSize, useStore } from './hooks.ts';
import { Screen } from './screen.tsx';
import type { ScreenContext } from './screen-context.ts';

export interface ReaderProps {
  readonly store: Pick<ReaderStore, 'subscribe' | 'getState'>;
  readonly view: ScreenContext;
  readonly terminal: Pick<Terminal, 'keys' | 'size' | 'onResize'>;
  readonly onInputs: (inputs: readonly Input[]) => void;
  readonly onSize: (size: Size) => void;
}

/** Shows a store and hears the terminal. */
export function Reader({ store, view, terminal, onInputs, onSize }: ReaderProps) {
  useKeys(terminal, onInputs);
  useSize(terminal, onSize);
  return <Screen state={useStore(store)} view={view} />;
}

/** Starts Ink on the painter, which takes its whole frames. Ink itself hears no keys. */
export function mountReader(props: ReaderProps, painter: Painter): Instance {
  return render(<Reader {...props} />, {
    stdout: asInkOutput(painter.stream),
    debug: true,
    patchConsole: false,
    exitOnCtrlC: false,
  });
}
