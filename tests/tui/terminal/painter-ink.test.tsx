// What Ink touches of the stream it is given: no more than our type of it says.

import { render, Text } from 'ink';
import { expect, it } from 'vitest';
import { asInkOutput, type InkOutputStream } from '../../../src/tui/terminal/painter.ts';

/** Notes each member that is asked for and is not there. */
function watched<Stream extends object>(stream: Stream, missing: Set<string>): Stream {
  return new Proxy(stream, {
    get(target, name, receiver) {
      if (!(name in target)) missing.add(String(name));
      return Reflect.get(target, name, receiver);
    },
  });
}

it('Ink finds all that it needs in a reader’s stream', async () => {
  const [missing, frames] = [new Set<string>(), new Set<string>()];
  const output: InkOutputStream = {
    isTTY: false,
    columns: 80,
    rows: 24,
    on() {},
    off() {},
    write: (text) => frames.add(text) !== undefined,
  };
  const ink = render(<Text>text</Text>, {
    stdout: asInkOutput(watched(output, missing)),
    debug: true,
    patchConsole: false,
    exitOnCtrlC: false,
  });
  const ended = ink.waitUntilExit();
  ink.rerender(<Text>text</Text>);
  ink.unmount();
  await ended;
  expect([...frames]).toContain('text');
  // On the way out Ink asks whether a stream can still be written to; one without a word of that can.
  const asked = ['destroyed', 'writableEnded', 'writable', '_writableState', 'writableLength'];
  expect([...missing].filter((name) => !asked.includes(name))).toEqual([]);
});
