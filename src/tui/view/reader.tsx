// The reader as an Ink application: keys in, whole frames out.
import { type Instance, render } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import type { ReaderStore } from '../session/store.ts';
import type { Input, Size } from '../terminal/keys.ts';
import { asInkOutput, type Painter } from '../terminal/painter.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { ScreenContext } from './pane.tsx';
import { Screen } from './screen.tsx';

export interface ReaderProps {
  readonly store: Pick<ReaderStore, 'subscribe' | 'getState'>;
  readonly view: ScreenContext;
  readonly terminal: Pick<Terminal, 'keys' | 'size' | 'onResize'>;
  readonly onInputs: (inputs: readonly Input[]) => void;
  /** Hears of each size of the terminal, the first one included. */
  readonly onSize: (size: Size) => void;
}

/** Shows a store and hears the terminal. */
export function Reader({ store, view, terminal, onInputs, onSize }: ReaderProps) {
  useEffect(() => terminal.keys.hear(onInputs), [terminal, onInputs]);
  useEffect(() => {
    onSize(terminal.size());
    return terminal.onResize(onSize);
  }, [terminal, onSize]);
  return <Screen state={useSyncExternalStore(store.subscribe, store.getState)} view={view} />;
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
