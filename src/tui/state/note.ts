// What the status line says: the type only.

/** What the status line says until the next key. */
export interface Note {
  readonly text: string;
  readonly tone: 'note' | 'warning';
}
