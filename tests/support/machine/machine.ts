// Machines for tests: each keeps the name of its journal in a home of its own.

import type { Host } from '../../../src/library/place/device.ts';
import { temporaryLibrary } from '../library/temporary-library.ts';

/** A machine nobody used before, for one test. */
export function newMachine(): Host & { readonly env: { readonly HOME: string } } {
  return { env: { HOME: temporaryLibrary() }, platform: 'linux' };
}
