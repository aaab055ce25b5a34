// What an import saved as queries is taken out again as it was written, and nothing beside it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Host } from '../../../src/library/place/device.ts';
import { addSavedQueries, takeSavedQueries } from '../../../src/library/place/saved-queries.ts';
import { temporaryFolder } from '../../support/library/temporary-library.ts';

function configured() {
  const config = temporaryFolder();
  const host: Host = { env: { XDG_CONFIG_HOME: config }, platform: 'linux' };
  const { added } = addSavedQueries(host, 'queries', [{ name: 'sea', text: 'harbour' }]);
  const path = join(config, 'newsprint/queries');
  return { host, added, path, text: () => readFileSync(path, 'utf8') };
}

test('The queries that were added are taken out, those around them stay', () => {
  const { host, added, path, text } = configured();
  writeFileSync(path, `# mine\nmy sea: harbour\n${text()}last: gulls`);
  expect(takeSavedQueries(host, 'queries', added)).toEqual(['sea']);
  expect(text()).toBe('# mine\nmy sea: harbour\nlast: gulls');
});

test.each(['my sea: harbour\n', 'sea: harbour is:unread\n', ''])(
  'A file that has %j by now is left as it is',
  (other) => {
    const { host, added, path, text } = configured();
    writeFileSync(path, other);
    expect(takeSavedQueries(host, 'queries', added)).toEqual([]);
    expect(text()).toBe(other);
  },
);
