// The two streams Ink works on, as narrow as it uses them.

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

/** What Ink needs of the terminal whose keys it hears. */
export interface InkInputStream {
  readonly isTTY: boolean;
  setRawMode(isRaw: boolean): void;
  setEncoding(encoding: 'utf8'): void;
  read(): string | null;
  addListener(event: 'readable', listener: () => void): void;
  removeListener(event: 'readable', listener: () => void): void;
  ref(): void;
  unref(): void;
}

/** Ink's types ask for a terminal's whole stream, of which it touches no more than that. */
export function asInkOutput(stream: InkOutputStream): NodeJS.WriteStream {
  return stream as NodeJS.WriteStream;
}

/** The same for keys. */
export function asInkInput(stream: InkInputStream): NodeJS.ReadStream {
  return stream as NodeJS.ReadStream;
}
