// Names what is wrong in a list of feeds, a line each, and not too many.

import { NewsprintError } from '../../core/errors.ts';
import type { OpmlFault } from '../../intake/opml/outline-file.ts';
import type { Io } from '../call/io.ts';

const MOST_NAMED = 20;

/**
 * Each fault as a failure of the call.
 * @param name of the file
 */
export function nameFaults(faults: readonly OpmlFault[], name: string, io: Io): void {
  const fail = (message: string): void => io.fail(new NewsprintError(message, { code: 'failed' }));
  for (const fault of faults.slice(0, MOST_NAMED)) fail(formatFault(fault, name));
  const more = faults.length - MOST_NAMED;
  if (more > 0) fail(`${name}: and ${more} more`);
}

/** `urls:4:1: what is wrong`. */
export function formatFault({ line, column, message }: OpmlFault, name: string): string {
  return `${name}:${line}:${column}: ${message}`;
}
