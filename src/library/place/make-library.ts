// Makes the folder of the default library.
import { NewsprintError } from '../../core/errors.ts';
import { quoteValue } from '../../core/quote-value.ts';
import { makeFolder } from '../files/make-folder.ts';
import { systemReason } from '../files/system-error.ts';

/**
 * Makes the folder and those above it.
 * @throws NewsprintError `read-only` where that cannot be
 */
export function makeLibrary(root: string): void {
  try {
    makeFolder(root);
  } catch (cause) {
    const message = `cannot make the library ${quoteValue(root)}: ${systemReason(cause)}`;
    throw new NewsprintError(message, {
      code: 'read-only',
      hint: 'name a folder you may write to with --library or NEWSPRINT_LIBRARY',
      cause,
    });
  }
}
