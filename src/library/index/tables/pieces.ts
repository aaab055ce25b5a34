// Pieces: runs of numbers that the index keeps by a name and a place; an index never leaves its machine.
import { bytes, type Database } from './engine.ts';

/** What a piece is of. */
export type Numbers = Uint16Array | Uint32Array | Float64Array;

/** The bytes of the piece at a place, from 0; none where none is kept. Throws an `UnusableError`. */
export function readPiece({ statement }: Database, name: string, at: number): Buffer {
  return bytes(statement('SELECT data FROM piece WHERE name = ? AND at = ?').get(name, at)?.[0]);
}

/** Keeps a piece in place of what is there. Throws an `UnusableError`. */
export function putPiece({ statement }: Database, name: string, at: number, piece: Numbers): void {
  statement('INSERT OR REPLACE INTO piece VALUES (?, ?, ?)').run(name, at, toBytes(piece));
}

/** The numbers that bytes hold, as far as there are any. */
export function fill<Kind extends Numbers>(numbers: Kind, data: Buffer): Kind {
  const target = new Uint8Array(numbers.buffer);
  target.set(data.subarray(0, target.length));
  return numbers;
}

/** As many numbers as bytes hold. */
export function wholeNumbers(data: Buffer): Uint32Array {
  return fill(new Uint32Array(data.length / Uint32Array.BYTES_PER_ELEMENT), data);
}

/** Numbers as the machine has them. */
export function toBytes(numbers: Numbers): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
