import { expect, it } from 'vitest';
import { linkReach } from '../../../src/tui/effects/read-draft.ts';

it.each<[readonly string[], string]>([
  [[], 'public'],
  [['https://example.org/a'], 'public'],
  [['http://127.0.0.1:8080/a'], 'private'],
  [['http://169.254.1.1/a'], 'private'],
  [['http://127.0.0.1:8080/a', 'https://example.org/feed'], 'public'],
  [['http://127.0.0.1:8080/a', 'a feed with a name of its own'], 'public'],
])('A link of an article at %j leads to what is %s', (addresses, reach) => {
  expect(linkReach(addresses)).toBe(reach);
});
