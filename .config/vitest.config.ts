import { defineConfig } from 'vitest/config';

/** The tests that `npm test` runs: everything but `*.long.test.ts`. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/**/*.long.test.ts'],
    // Every core: much of the time is spent waiting for programs that were spawned.
    maxWorkers: '100%',
    // No module has a state of its own: loading them anew for each file takes as long as the tests.
    isolate: false,
    testTimeout: 20_000,
    env: { TZ: 'UTC', LC_ALL: 'en_GB.UTF-8' },
  },
});
