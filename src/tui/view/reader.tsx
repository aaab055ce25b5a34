// The reader as an Ink application: one Text a row, keys in, whole frames out.

import { Box, type Instance, render, Text, Transform, useInput } from 'ink';
import { memo, useCallback, useMemo, useSyncExternalStore } from 'react';
import { type Paint, paintLine } from '../../text/palette.ts';
import type { Session } from '../store/session.ts';
import type { KeyStream } from '../terminal/key-stream.ts';
import { createDecoder, type TakePaste } from '../terminal/keys.ts';
import type { Painter } from '../terminal/painter.ts';
import { screenLines } from './screen.ts';
import type { View } from './view.ts';

interface RowProps {
  /** Painted, and no wider than the terminal. */
  readonly text: string;
}

/**
 * One row of the screen. Ink lays out a blank and draws the row in its place: the row is as wide as
 * it is to be, and measuring it would take Ink half of its time.
 */
const Row = memo(function Row({ text }: RowProps) {
  return (
    <Transform transform={() => text}>
      <Text> </Text>
    </Transform>
  );
});

interface ReaderProps {
  readonly session: Session;
  readonly view: View;
  readonly paint: Paint;
  readonly takePaste: TakePaste;
}

/** Shows a session and hears the keys for it. */
export function Reader({ session, view, paint, takePaste }: ReaderProps) {
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const decode = useMemo(() => createDecoder(takePaste), [takePaste]);
  useInput(useCallback((input, key) => session.hear(decode(input, key)), [session, decode]));
  const rows = screenLines(state, view).map((line) => paintLine(line, paint));
  return (
    <Box flexDirection="column" width={state.size.columns} height={rows.length}>
      {rows.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen
        <Row key={index} text={text} />
      ))}
    </Box>
  );
}

/** Starts Ink on the terminal's keys and on the painter, which takes its whole frames. */
export function mountReader(
  props: Omit<ReaderProps, 'takePaste'>,
  keys: KeyStream,
  painter: Painter,
): Instance {
  return render(<Reader {...props} takePaste={keys.takePaste} />, {
    // Ink asks for whole streams of a terminal and uses what these two have.
    stdin: keys as unknown as NodeJS.ReadStream,
    stdout: painter as unknown as NodeJS.WriteStream,
    debug: true,
    patchConsole: false,
    exitOnCtrlC: false,
  });
}
