// What a command may touch of the world outside; handed in, so that tests and the entry decide.

/** The streams, the terminal, the clock and the environment of one call. */
export interface Io {
  readonly stdin: AsyncIterable<Buffer | string>;
  /** Data, to standard output, as it is. */
  readonly out: (text: string) => void;
  /** One line to standard error; the newline is added. */
  readonly err: (line: string) => void;
  readonly outIsTerminal: boolean;
  /** Of the terminal; 0 where there is none or it does not say. */
  readonly columns: number;
  readonly now: Date;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly platform: string;
}
