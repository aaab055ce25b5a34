// Strangers: articles that journals have lines about, and the library no file of.
import { bytes, type Database } from './engine.ts';
import { readFact, writeFact } from './schema.ts';

/**
 * Each is a bit, by the number of its group. A newcomer that shares the bit of another has journals
 * read for nothing: of a million strangers every eighth would.
 */
const BITS = 2 ** 23;

/** Those that are kept. */
export function openStrangers(database: Database) {
  let bits = bytes(readFact(database, 'strangers'));
  let isChanged = false;
  return {
    add(group: number): void {
      if (bits.length === 0) bits = Buffer.alloc(BITS / 8);
      const at = group % BITS;
      bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
      isChanged = true;
    },
    has(group: number): boolean {
      const at = group % BITS;
      return ((bits[at >> 3] ?? 0) & (1 << (at & 7))) !== 0;
    },
    /** Writes those that were added. */
    save(): void {
      if (isChanged) writeFact(database, 'strangers', bits);
      isChanged = false;
    },
  };
}
