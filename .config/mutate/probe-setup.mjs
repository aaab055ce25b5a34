// Runs in the tests' process: notes for each test which probes it came by.
import { afterEach, beforeEach } from 'vitest';

/** What ran outside of every test: while files were loaded, in a hook before all. */
const outside = new Set();
let inTest;

globalThis.__newsprintProbe = (id) => {
  (inTest ?? outside).add(id);
};

beforeEach(() => {
  inTest = new Set();
});

afterEach(({ task }) => {
  task.meta.probes = [...(inTest ?? [])];
  task.meta.probesOutside = [...outside];
  inTest = undefined;
});
