// The terminal of the tests: nothing of what a program wrote is lost.
import { expect, test } from 'vitest';
import { openTerminal } from './terminal.ts';

/** Blocks the event loop for longer than node-pty waits after a program's end. */
function beBusy(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
}

test('What a program wrote is read whole, also by a test that is busy when it ends', async () => {
  const terminal = openTerminal('seq', ['5000']);
  beBusy();
  await terminal.waitFor((now) => {
    beBusy();
    return now.output() !== '';
  });
  await terminal.exit();
  expect(terminal.output().trimEnd().split('\r\n')).toHaveLength(5000);
});
