import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import short from './vitest.config.ts';

/** Those that take minutes, the longest first: no worker ends long after the other. */
const LONGEST = ['crash', 'monkey', 'faults', 'week', 'processes', 'large-history', 'power-cut'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.long.test.ts`));
      return at === -1 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

/** The tests that `npm run test:long` runs: the full grids and the heavy properties. */
export default defineConfig({
  ...short,
  test: {
    server: short.test?.server ?? {},
    include: ['tests/**/*.long.test.ts'],
    globalSetup: ['tests/support/machine/home.ts'],
    setupFiles: short.test?.setupFiles ?? [],
    testTimeout: 600_000,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    expect: { poll: { timeout: 60_000 } },
    env: short.test?.env ?? {},
  },
});
