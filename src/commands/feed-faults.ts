// Names what is wrong in a list of feeds, a line each, and not too many.

import { NewsprintError } from '../core/errors.ts';
import type { OpmlFault } from '../intake/opml/outline-file.ts';
import type { Io } from './io.ts';

const MOST_NAMED = 20;

/**
 * Each fault as a failure of the call.
 * @param name of the file
 */
export function nameFaults(faults: readonly OpmlFault[], name: string, io: Io): void {
  const fail = (message: string): void => io.fail(new NewsprintError(message, { code: 'failed' }));
  for (const { line, column, message } of faults.slice(0, MOST_NAMED)) {
    fail(`${name}:${line}:${column}: ${message}`);
  }
  const more = faults.length - MOST_NAMED;
  if (more > 0) fail(`${name}: and ${more} more`);
}
