// What Ink touches of the streams it is given: no more than our types of them say.

import { render, Text, useInput } from 'ink';
import { expect, it } from 'vitest';
import {
  asInkInput,
  asInkOutput,
  type InkInputStream,
  type InkOutputStream,
} from '../../../src/tui/terminal/ink-streams.ts';

/** Notes each member that is asked for and is not there. */
function watched<Stream extends object>(stream: Stream, missing: Set<string>): Stream {
  return new Proxy(stream, {
    get(target, name, receiver) {
      if (!(name in target)) missing.add(String(name));
      return Reflect.get(target, name, receiver);
    },
  });
}

function Keys() {
  useInput(() => {});
  return <Text>text</Text>;
}

it('Ink finds all that it needs in a reader’s streams', async () => {
  const [missing, frames] = [new Set<string>(), new Set<string>()];
  const output: InkOutputStream = {
    ...{ isTTY: false, columns: 80, rows: 24, on() {}, off() {} },
    write: (text) => frames.add(text) !== undefined,
  };
  const input: InkInputStream = {
    ...{ isTTY: true, setRawMode() {}, setEncoding() {}, ref() {}, unref() {} },
    ...{ addListener() {}, removeListener() {}, read: () => null },
  };
  const ink = render(<Keys />, {
    stdout: asInkOutput(watched(output, missing)),
    stdin: asInkInput(watched(input, missing)),
    ...{ debug: true, patchConsole: false, exitOnCtrlC: false },
  });
  const ended = ink.waitUntilExit();
  ink.rerender(<Keys />);
  ink.unmount();
  await ended;
  expect([...frames]).toContain('text');
  // On the way out Ink asks whether a stream can still be written to; one without a word of that can.
  const asked = ['destroyed', 'writableEnded', 'writable', '_writableState', 'writableLength'];
  expect([...missing].filter((name) => !asked.includes(name))).toEqual([]);
});
