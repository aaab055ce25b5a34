// The second thread of a long call to `add`: reads articles out of bytes.

import { type IntakeOptions, type SourceBytes, takeIn } from './intake.ts';
import { answerRequests } from './second-thread.ts';

/** What the thread is asked for. */
export interface IntakeWork {
  readonly source: SourceBytes;
  readonly options: IntakeOptions;
}

answerRequests(({ source, options }: IntakeWork) => takeIn(source, options));
