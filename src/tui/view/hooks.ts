// What the reader's components hear: the store, the keys and the terminal's size.

import { useInput } from 'ink';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ReaderStore } from '../session/store.ts';
import type { State } from '../state/state.ts';
import { createDecoder, type Input, type TakePaste } from '../terminal/keys.ts';
import type { Size } from '../terminal/size.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** The state, and the next one whenever there is one. */
export function useStore({
  subscribe,
  getState,
}: Pick<ReaderStore, 'subscribe' | 'getState'>): State {
  return useSyncExternalStore(subscribe, getState);
}

/** Hears keys, pastes and the mouse. @param takePaste hands over a paste that Ink knows nothing of */
export function useKeys(hear: (inputs: readonly Input[]) => void, takePaste: TakePaste): void {
  const decode = useMemo(() => createDecoder(takePaste), [takePaste]);
  useInput(useCallback((input, key) => hear(decode(input, key)), [hear, decode]));
}

/** Hears of each size of the terminal, the first one included. */
export function useSize(
  terminal: Pick<Terminal, 'size' | 'onResize'>,
  onSize: (size: Size) => void,
): void {
  useEffect(() => {
    onSize(terminal.size());
    return terminal.onResize(onSize);
  }, [terminal, onSize]);
}
