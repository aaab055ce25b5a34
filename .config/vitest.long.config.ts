import { defineConfig } from 'vitest/config';
import short from './vitest.config.ts';

/** The tests that `npm run test:long` runs: the full grids and the heavy properties. */
export default defineConfig({
  ...short,
  test: {
    server: short.test?.server ?? {},
    include: ['tests/**/*.long.test.ts'],
    globalSetup: short.test?.globalSetup ?? [],
    testTimeout: 600_000,
    maxWorkers: 2,
    expect: { poll: { timeout: 60_000 } },
    env: short.test?.env ?? {},
  },
});
