import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { libraryKey } from '../../../src/library/place/device.ts';
import { readRemembered, writeRemembered } from '../../../src/library/place/remembered.ts';
import { temporaryFolder } from '../../support/library/temporary-library.ts';

const hostAt = (state: string) => ({ env: { XDG_STATE_HOME: state }, platform: 'linux' });

it('What is remembered is that of its library, and no file is in the way', () => {
  const [state, root] = [temporaryFolder(), temporaryFolder()];
  const host = hostAt(state);
  expect(readRemembered(root, host)).toEqual({});
  writeRemembered(root, host, { asked: ['is:unread 話'] });
  expect(readRemembered(root, host)).toEqual({ asked: ['is:unread 話'] });
  expect(readRemembered(temporaryFolder(), host)).toEqual({});
  const file = join(state, 'newsprint/readers', libraryKey(root));
  for (const text of ['', '{', '[]', '3']) {
    writeFileSync(file, text);
    expect(readRemembered(root, host)).toEqual({});
  }
});

it('Where nothing can be kept the reader goes on', () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  writeRemembered('/nowhere', hostAt(file), {});
  writeRemembered('/nowhere', { env: {}, platform: 'linux' }, {});
  expect(readRemembered('/nowhere', hostAt(file))).toEqual({});
});
