// Reads articles out of bytes: the second thread of a long call to `add`, or a process of the reader.
import { serveThread } from '../../library/threads/worker-thread.ts';
import { type IntakeWork, runIntake } from './run-intake.ts';

void serveThread(
  () =>
    ({ source, options }: IntakeWork) =>
      runIntake(source, options),
);
