// What the system refuses, in words.

import { expect, test } from 'vitest';
import { NewsprintError } from '../../../src/core/errors.ts';
import { systemCode, systemReason, writeError } from '../../../src/library/files/system-error.ts';

const coded = (code: unknown): Error => Object.assign(new Error('it cannot be'), { code });

test.each([
  ['EACCES', 'read-only', 'permission denied'],
  ['EPERM', 'read-only', 'permission denied'],
  ['EROFS', 'read-only', 'the file system is read-only'],
  ['ENOENT', 'failed', 'no such file or folder'],
  ['ENOTDIR', 'read-only', 'a part of the path is no folder'],
  ['EISDIR', 'read-only', 'it is a folder'],
  ['ELOOP', 'read-only', 'its links lead in a circle'],
  ['ENAMETOOLONG', 'failed', 'its path is too long'],
  ['ENOSPC', 'failed', 'no space left'],
  ['EDQUOT', 'failed', 'no space left for this user'],
  ['EFBIG', 'failed', 'the file may not grow any further'],
  ['EMFILE', 'failed', 'too many open files'],
  ['ENXIO', 'failed', 'there is nothing behind it'],
  ['EIO', 'failed', 'the disk fails'],
  ['EEXIST', 'read-only', 'EEXIST'],
  ['EXYZ', 'failed', 'EXYZ'],
] as const)('%s is an error of the kind %s: %s', (code, kind, reason) => {
  const cause = coded(code);
  expect(writeError('a.md cannot be written', cause)).toMatchObject({
    message: `a.md cannot be written: ${reason}`,
    code: kind,
    cause,
  });
});

test('What has no code of the system says what it is', () => {
  expect([coded(7), new Error('x'), 'x', null].map(systemCode)).toEqual(['', '', '', '']);
  expect(systemReason(new TypeError('a mistake'))).toBe('TypeError: a mistake');
  expect(systemReason(new NewsprintError('told', { code: 'failed' }))).toBe('told');
  expect(systemReason('x')).toBe('x');
});
