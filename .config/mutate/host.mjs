// A process of its own that runs tests of a copy of the project as its parent asks: host.mjs COPY.
import { join } from 'node:path';
import { createVitest } from 'vitest/node';

const [copy = ''] = process.argv.slice(2);
/** The tests run in the order asked for. */
class AsAsked {
  sort(specifications) {
    return specifications;
  }
  shard(specifications) {
    return specifications;
  }
}

const settings = {
  root: copy,
  config: join(copy, '.config/vitest.config.ts'),
  watch: false,
  maxWorkers: 1,
  isolate: false,
  fileParallelism: false,
  update: 'none',
  cache: false,
  // The asker ends what goes round for ever; this is for what waits for ever.
  testTimeout: 60_000,
  reporters: [{}],
  setupFiles: [join(copy, '.config/mutate/probe-setup.mjs')],
  sequence: { sequencer: AsAsked },
};
const vitest = await createVitest('test', settings, { logLevel: 'silent' });
const project = vitest.getRootProject();
await vitest.globTestSpecifications();

process.on('message', async ({ changed, tests, isWhole }) => {
  for (const path of changed) vitest.invalidateFile(join(copy, path));
  vitest.config.bail = isWhole ? 0 : 1;
  vitest.state.filesMap.clear();
  vitest.state.idMap.clear();
  const specifications = tests.map(({ file, ids }) =>
    project.createSpecification(join(copy, file), ids ? { testIds: ids } : undefined),
  );
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  process.send(isWhole ? report(testModules) : firstFailure(testModules, unhandledErrors));
});
process.send({ isReady: true });

/** Of each file its tests: what they came by, how long they took, whether they passed. */
function report(testModules) {
  return testModules.map((module) => ({
    file: module.relativeModuleId,
    tests: Array.from(module.children.allTests(), (test) => ({
      id: test.id,
      isPassed: test.result().state === 'passed',
      ms: test.diagnostic()?.duration ?? 0,
      probes: test.meta().probes ?? [],
      probesOutside: test.meta().probesOutside ?? [],
    })),
  }));
}

function firstFailure(testModules, unhandledErrors) {
  let ran = 0;
  for (const module of testModules) {
    const [error] = module.errors();
    if (error) return { failed: `${module.relativeModuleId}: ${error.message}` };
    for (const test of module.children.allTests()) {
      const { state, errors } = test.result();
      if (state === 'passed') ran += 1;
      if (state === 'failed') {
        const message = errors[0]?.message ?? '';
        const isLate = /^Test timed out in /.test(message);
        return { failed: `${module.relativeModuleId}: ${test.fullName}`, message, isLate };
      }
    }
  }
  const [error] = unhandledErrors;
  return error ? { failed: `outside of tests: ${error.message}` } : { ran };
}
