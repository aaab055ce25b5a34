import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { libraryKey } from '../../../src/library/place/device.ts';
import { readRemembered, writeRemembered } from '../../../src/library/place/remembered.ts';
import { temporaryFolder } from '../../support/library/temporary-library.ts';

const NOTHING = { asked: [] };
const hostAt = (state: string) => ({ env: { XDG_STATE_HOME: state }, platform: 'linux' });

it('What a reader remembers is that of its library, and survives any file', () => {
  const [state, root] = [temporaryFolder(), temporaryFolder()];
  const host = hostAt(state);
  expect(readRemembered(root, host)).toEqual(NOTHING);
  writeRemembered(root, host, { asked: ['is:unread 話'] });
  expect(readRemembered(root, host)).toEqual({ asked: ['is:unread 話'] });
  expect(readRemembered(temporaryFolder(), host)).toEqual(NOTHING);
  const file = join(state, 'newsprint/readers', libraryKey(root));
  for (const text of ['', '{', '[]', '{"asked":3}', '{"asked":[1,null]}']) {
    writeFileSync(file, text);
    expect(readRemembered(root, host)).toEqual(NOTHING);
  }
});

it('Where nothing can be kept the reader goes on', () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  writeRemembered('/nowhere', hostAt(file), NOTHING);
  writeRemembered('/nowhere', { env: {}, platform: 'linux' }, NOTHING);
  expect(readRemembered('/nowhere', hostAt(file))).toEqual(NOTHING);
});
