// The second thread of a long call to `add`: reads articles out of bytes.
import { serveThread } from '../../library/threads/worker-thread.ts';
import { type IntakeOptions, runIntake, type SourceBytes } from './run-intake.ts';

void serveThread((options: IntakeOptions) => (source: SourceBytes) => runIntake(source, options));
