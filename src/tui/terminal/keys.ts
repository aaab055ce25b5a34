// What the program hears of a terminal: one thing a reader did, and how large the screen is.
/** Rows and columns count from 0. */
export type Input =
  | { readonly type: 'key'; readonly name: string }
  /** What a key of the user's own stands for, among others. */
  | { readonly type: 'command'; readonly id: string }
  /** The end of a chord that no key goes on with. */
  | { readonly type: 'chord-end' }
  /** Its lines end with `\n`; `null` where it is larger than 10 MiB. */
  | { readonly type: 'paste'; readonly text: string | null }
  | { readonly type: 'wheel'; readonly by: 1 | -1; readonly column: number; readonly row: number }
  | { readonly type: 'click'; readonly column: number; readonly row: number };

export type OtherInput = Exclude<Input, { type: 'key' | 'command' | 'chord-end' }>;

/** The character a key types into a line of text; `null` for the other keys. */
export function typedText(name: string): string | null {
  if (name === 'space') return ' ';
  return Array.from(name).length === 1 ? name : null;
}

/** Of a terminal, in columns and rows. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** A terminal that says 0 or nothing has a size nobody knows: the old standard is assumed. */
export function knownSize(columns: number | undefined, rows: number | undefined): Size {
  return { columns: columns || 80, rows: rows || 24 };
}
