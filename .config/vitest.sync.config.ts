import { defineConfig } from 'vitest/config';
import short from './vitest.config.ts';

/** The tests that `npm run test:sync` runs: with servers that are installed here. */
export default defineConfig({
  ...short,
  test: {
    ...short.test,
    include: ['tests/**/*.sync.test.ts'],
    exclude: [],
    testTimeout: 3_600_000,
  },
});
