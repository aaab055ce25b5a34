// The reader as an Ink application: states in, whole frames out.
import { type Instance, render } from 'ink';
import { useSyncExternalStore } from 'react';
import type { ReaderStore } from '../session/store.ts';
import { asInkOutput, type Painter } from '../terminal/painter.ts';
import type { ScreenContext } from './pane.tsx';
import { Screen } from './screen.tsx';

interface ReaderProps {
  readonly store: Pick<ReaderStore, 'subscribe' | 'getState'>;
  readonly view: ScreenContext;
}

/** Shows what a store has. */
function Reader({ store, view }: ReaderProps) {
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
