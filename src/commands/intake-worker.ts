// The second thread of a long call to `add`: reads articles out of bytes.

import { parentPort } from 'node:worker_threads';
import { type IntakeOptions, type SourceBytes, type TakenIn, takeIn } from './intake.ts';

/** What the thread is asked for. */
export interface IntakeRequest {
  readonly at: number;
  readonly source: SourceBytes;
  readonly options: IntakeOptions;
}

/** What it answers: `null` where there was an error, which the caller finds out by itself. */
export interface IntakeReply {
  readonly at: number;
  readonly taken: TakenIn | null;
}

const port = parentPort;
port?.on('message', async ({ at, source, options }: IntakeRequest) => {
  const taken = await takeIn(source, options).catch(() => null);
  const reply: IntakeReply = { at, taken };
  port.postMessage(reply);
});
