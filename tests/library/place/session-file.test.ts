import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { libraryKey } from '../../../src/library/place/device.ts';
import { readSessionFile, writeSessionFile } from '../../../src/library/place/session-file.ts';
import { temporaryFolder } from '../../support/library/temporary-library.ts';

const hostAt = (state: string) => ({ env: { XDG_STATE_HOME: state }, platform: 'linux' });

it('A session is that of its library, and no file is in the way', () => {
  const [state, root] = [temporaryFolder(), temporaryFolder()];
  const host = hostAt(state);
  expect(readSessionFile(root, host)).toEqual({});
  writeSessionFile(root, host, { asked: ['is:unread 話'] });
  expect(readSessionFile(root, host)).toEqual({ asked: ['is:unread 話'] });
  expect(readSessionFile(temporaryFolder(), host)).toEqual({});
  const file = join(state, 'newsprint/readers', libraryKey(root));
  for (const text of ['', '{', '[]', '3']) {
    writeFileSync(file, text);
    expect(readSessionFile(root, host)).toEqual({});
  }
});

it('Where no session can be saved the reader goes on', () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  writeSessionFile('/nowhere', hostAt(file), {});
  writeSessionFile('/nowhere', { env: {}, platform: 'linux' }, {});
  expect(readSessionFile('/nowhere', hostAt(file))).toEqual({});
});
