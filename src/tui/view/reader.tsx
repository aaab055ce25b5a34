// The reader as an Ink application: keys in, whole frames out.

import { type Instance, render, useInput } from 'ink';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Session } from '../store/session.ts';
import { asInkInput, asInkOutput } from '../terminal/ink-streams.ts';
import type { KeyStream } from '../terminal/key-stream.ts';
import { createDecoder, type TakePaste } from '../terminal/keys.ts';
import type { Painter } from '../terminal/painter.ts';
import { Screen } from './screen.tsx';
import type { View } from './view.ts';

interface ReaderProps {
  readonly session: Session;
  readonly view: View;
  readonly takePaste: TakePaste;
}

/** Shows a session and hears the keys for it. */
export function Reader({ session, view, takePaste }: ReaderProps) {
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const decode = useMemo(() => createDecoder(takePaste), [takePaste]);
  useInput(useCallback((input, key) => session.hear(decode(input, key)), [session, decode]));
  return <Screen state={state} view={view} />;
}

/** Starts Ink on the terminal's keys and on the painter, which takes its whole frames. */
export function mountReader(
  props: Omit<ReaderProps, 'takePaste'>,
  keys: KeyStream,
  painter: Painter,
): Instance {
  return render(<Reader {...props} takePaste={keys.takePaste} />, {
    stdin: asInkInput(keys),
    stdout: asInkOutput(painter),
    debug: true,
    patchConsole: false,
    exitOnCtrlC: false,
  });
}
