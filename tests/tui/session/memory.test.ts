import { expect, it } from 'vitest';
import { writeRemembered } from '../../../src/library/place/remembered.ts';
import { readMemory } from '../../../src/tui/session/memory.ts';
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

it('Of what was remembered what still can be is there again', () => {
  const [root, state] = [temporaryFolder(), temporaryFolder()];
  const host = { env: { XDG_STATE_HOME: state }, platform: 'linux' };
  const read = (written: object) => {
    writeRemembered(root, host, written);
    return readMemory(root, host, SAVED);
  };
  const scope = { kind: 'folder', name: 'World', query: 'folder:"World"' };
  const memory = {
    asked: ['a'],
    scope,
    sort: 'title',
    folded: ['x'],
    widths: { feeds: 4, list: -8 },
    place: { selected: 'b', first: 'a' },
  };
  expect(read(memory)).toEqual(memory);
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
