import { expect, it } from 'vitest';
import { writeSessionFile } from '../../../src/library/place/session-file.ts';
import { readSavedSession } from '../../../src/tui/session/saved-session.ts';
import { NATURAL_WIDTHS } from '../../../src/tui/state/geometry.ts';
import { EVERYWHERE } from '../../../src/tui/state/state.ts';
import { temporaryFolder } from '../../support/library/temporary-library.ts';

const SAVED = [{ name: 'Days', text: 'title:day' }];
const NOTHING = {
  asked: [],
  scope: EVERYWHERE,
  sort: 'published',
  folded: [],
  widths: NATURAL_WIDTHS,
  place: null,
};

it('What can still be restored of the last session is', () => {
  const [root, state] = [temporaryFolder(), temporaryFolder()];
  const host = { env: { XDG_STATE_HOME: state }, platform: 'linux' };
  const read = (written: object) => {
    writeSessionFile(root, host, written);
    return readSavedSession(root, host, SAVED);
  };
  const scope = { kind: 'folder', name: 'World', query: 'folder:"World"' };
  const lastSession = {
    asked: ['a'],
    scope,
    sort: 'title',
    folded: ['x'],
    widths: { feeds: 4, list: -8 },
    place: { selected: 'b', first: 'a' },
  };
  expect(read(lastSession)).toEqual(lastSession);
  expect(read({ scope: { kind: 'saved', name: 'Days', query: 'old' } }).scope.query).toBe(
    'title:day',
  );
  for (const odd of [
    { asked: 3, scope: { kind: 'saved', name: 'Gone', query: 'x' }, sort: 'relevance', folded: {} },
    {
      asked: [null],
      scope: { kind: 'tag', name: 'x', query: 'xy:z' },
      sort: 1,
      widths: 'wide',
      place: { first: 'a' },
    },
    { scope: { kind: 'odd', name: 'x', query: 'x' }, widths: { feeds: 1e9, list: '2' } },
  ]) {
    expect(read(odd)).toEqual(NOTHING);
  }
});
