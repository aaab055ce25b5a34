// The second thread of a long call to `add`: reads articles out of bytes.

import { answerRequests } from '../threads/second-thread.ts';
import { type IntakeOptions, type SourceBytes, takeIn } from './take-in.ts';

/** What the thread is asked for. */
export interface IntakeWork {
  readonly source: SourceBytes;
  readonly options: IntakeOptions;
}

answerRequests(({ source, options }: IntakeWork) => takeIn(source, options));
