// Machines for tests: each keeps the name of its journal in a home of its own.

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../../src/library/place/device.ts';
import { temporaryLibrary } from '../library/temporary-library.ts';

/** A machine nobody used before, for one test. */
export function newMachine(): Host & { readonly env: { readonly HOME: string } } {
  return { env: { HOME: temporaryLibrary() }, platform: 'linux' };
}

/** The journals of one library beside those of another, as a sync brings them. */
export function copyJournals(from: string, to: string): void {
  cpSync(join(from, '.newsprint/state'), join(to, '.newsprint/state'), { recursive: true });
}
