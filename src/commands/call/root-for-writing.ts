// Where a call may put something new: the library's folder, made where it is the default one.

import { NewsprintError } from '../../core/errors.ts';
import { makeLibrary } from '../../library/place/make-library.ts';
import type { Call } from './call.ts';
import type { Io } from './io.ts';
import { findLibrary } from './open-library-of-call.ts';

/**
 * The root of the library to write to. The default library is made; a named one must be there.
 * @param what is to be kept: `articles`
 * @throws NewsprintError `read-only` where there is no folder for it, `not-found`
 */
export function rootForWriting(call: Call, io: Io, what: string): string {
  const { root, kind, exists } = findLibrary(call, io);
  if (kind === 'shipped') {
    throw new NewsprintError(`no home folder to keep ${what} in`, {
      code: 'read-only',
      hint: 'name a folder you may write to with --library or NEWSPRINT_LIBRARY',
    });
  }
  if (!exists) makeLibrary(root);
  return root;
}
