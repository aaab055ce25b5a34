// The stream Ink works on, as narrow as it uses it.

/** What Ink needs of the terminal that it draws on. */
export interface InkOutputStream {
  /** Where it is a terminal, Ink adds sequences of its own. */
  readonly isTTY: boolean;
  readonly columns: number;
  readonly rows: number;
  /** Gets one whole frame a call in Ink's debug mode. */
  write(text: string): boolean;
  on(event: 'resize', listener: () => void): void;
  off(event: 'resize', listener: () => void): void;
}

/** Ink's types ask for a terminal's whole stream, of which it touches no more than that. */
export function asInkOutput(stream: InkOutputStream): NodeJS.WriteStream {
  return stream as NodeJS.WriteStream;
}
