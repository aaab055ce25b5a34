// The size of a terminal.

/** In columns and rows. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** A terminal that says 0 or nothing has a size nobody knows: the old standard is assumed. */
export function knownSize(columns: number | undefined, rows: number | undefined): Size {
  return { columns: columns || 80, rows: rows || 24 };
}
