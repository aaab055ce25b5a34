// The errors of what fails.

import { NewsprintError } from '../../../src/core/errors.ts';

/** The error that an action ends with. */
export function thrown(action: () => unknown): NewsprintError {
  try {
    action();
  } catch (error) {
    if (error instanceof NewsprintError) return error;
  }
  throw new Error('nothing was thrown');
}
