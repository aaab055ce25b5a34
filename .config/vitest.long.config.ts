import { defineConfig } from 'vitest/config';

/** The tests that `npm run test:long` runs: the full grids and the heavy properties. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['tests/**/*.long.test.ts'],
    testTimeout: 600_000,
    env: { TZ: 'UTC', LC_ALL: 'en_GB.UTF-8' },
  },
});
