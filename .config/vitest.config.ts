import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { packagesInTests } from './build/packages.mjs';
import { changed } from './build/replaced.mjs';

/** Imports prose and scripts as text, as esbuild does by the attribute of the import. */
const textFiles = {
  name: 'text-files',
  load: (id: string) =>
    /\.(?:md|bash|zsh|fish)$/.test(id)
      ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))}`
      : null,
};

/** The tests that `npm test` runs: everything but `*.long.test.ts`. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [packagesInTests(), textFiles],
  // React as the program has it: the one for development takes five times as long for a frame.
  oxc: { jsx: { runtime: 'automatic', development: false } },
  test: {
    server: { deps: { inline: changed.map((name) => new RegExp(`/node_modules/${name}/`)) } },
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/**/*.long.test.ts', 'tests/**/*.sync.test.ts'],
    globalSetup: ['tests/support/machine/memory.ts', 'tests/support/machine/home.ts'],
    setupFiles: ['tests/support/machine/seed.ts'],
    // One more than cores: much of the time is spent waiting for programs that were spawned.
    maxWorkers: availableParallelism() + 1,
    // No module has a state of its own: loading them anew for each file takes as long as the tests.
    isolate: false,
    // As in `add`: V8 interprets a pattern before it compiles it, and the intake's are long.
    execArgv: ['--no-regexp-tier-up'],
    // For what waits in vain only: a busy machine may take its time. Work is measured by its own.
    testTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    env: { TZ: 'UTC', LC_ALL: 'en_GB.UTF-8', NODE_ENV: 'production' },
  },
});
