// The second thread of a long call to `add`: reads articles out of bytes.
import { serveThread } from '../../library/threads/worker-thread.ts';
import { type IntakeOptions, type SourceBytes, takeIn } from './run-intake.ts';

void serveThread((options: IntakeOptions) => (source: SourceBytes) => takeIn(source, options));
