// A fetch of so many feeds that a second thread reads them.

import { expect, test } from 'vitest';
import { follower, rss } from '../../support/web/following.ts';
import { serve } from '../../support/web/web-server.ts';

test('Sixty feeds, of which two threads read, are all read', async () => {
  const paths = Array.from({ length: 60 }, (_, at) => `/${at}`);
  const { url } = await serve(
    Object.fromEntries(paths.map((path) => [path, { body: rss([{ title: `No. ${path}` }]) }])),
  );
  const { call } = follower(paths.map((path) => url + path));
  expect(await call(['fetch'])).toMatchObject({ stderr: 'newsprint: 60 feeds, 60 new\n' });
});
