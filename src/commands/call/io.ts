// What a command may touch of the world outside; handed in, so that tests and the entry decide.
import type { NewsprintError } from '../../core/errors.ts';
import type { JobHost } from '../../jobs/job-host.ts';
import type { Config } from '../../library/config/settings.ts';

/** The streams and the terminal of one call, beside what the jobs need. */
export interface Io extends JobHost {
  /** The user's settings. */
  readonly config: Config;
  /** Data, to standard output, as it is; done when the stream has taken it. */
  readonly out: (text: string) => Promise<void>;
  /** A line on standard error about what was done, which `--quiet` silences. */
  readonly note: (message: string) => void;
  /** A line on standard error about what is odd, which stops nothing. */
  readonly warn: (message: string) => void;
  /** Names a failure that does not stop the rest; the call will exit with 1. */
  readonly fail: (error: NewsprintError) => void;
  /** Text to standard error as it is, for a line that is written over: on a terminal, where it may move. */
  readonly drawProgress: ((text: string) => void) | null;
  readonly outIsTerminal: boolean;
  /** Of the terminal; 0 where there is none or it does not say. */
  readonly columns: number;
  /**
   * From the first call on Ctrl-C does not end the program: the signal says it, and the command ends
   * by itself. A second Ctrl-C ends the program.
   */
  readonly interruption: () => AbortSignal;
  /** The folder of the articles that came with the program. */
  readonly shipped: string;
}
