// Makes drawn changes one by one in copies of the project and runs the tests that come by them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changedText, probedText } from './probes.mjs';
import { makeSandbox, removeSandbox } from './sandbox.mjs';
import { selectTests, testsByImports } from './select-tests.mjs';
import { TestHost } from './tests.mjs';

/** All tests once, on a busy machine. */
const LONGEST_WHOLE_MS = 30 * 60_000;
/** What tests that took so long may take with a change, and the start of a process beside. */
const PATIENCE = 2;
const START_MS = 10_000;

/**
 * @typedef {object} Outcome
 * @property {'caught' | 'timeout' | 'survived'} verdict
 * @property {string} [by] the test that noticed
 * @property {number} asked how many tests came by the place
 *
 * @param {readonly object[]} sites
 * @param {{ root: string, jobs: number, tests: string, texts: ReadonlyMap<string, string>, tell: (site: object, outcome: Outcome) => void }} how `tests`: how the paths of the tests begin
 * @returns {Promise<void>}
 */
export async function tryChanges(sites, { root, jobs, tests: prefix, texts, tell }) {
  const allImportersOf = testsByImports(texts);
  const numbered = sites.map((site, id) => ({ ...site, id }));
  const importersOf = (path) => allImportersOf(path).filter((one) => one.startsWith(prefix));
  const lanes = Array.from({ length: jobs }, () => makeSandbox(root));
  try {
    const hosts = lanes.map((copy) => new TestHost(copy));
    const reports = await probe(numbered, { copy: lanes[0], host: hosts[0], texts, importersOf });
    const queue = numbered.map((site) => ({
      site,
      tests: selectTests(site, reports, importersOf(site.path)),
    }));
    const work = lanes.map(async (copy, at) => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        tell(next.site, await tryOne(next, { copy, host: hosts[at], texts }));
      }
      hosts[at].end();
    });
    await Promise.all(work);
  } finally {
    for (const copy of lanes) removeSandbox(copy);
  }
}

/** Runs every test that may come by one of the sites, and tells which came by which. */
async function probe(sites, { copy, host, texts, importersOf }) {
  const paths = [...new Set(sites.map(({ path }) => path))];
  for (const path of paths) {
    const own = sites.filter((site) => site.path === path);
    writeFileSync(join(copy, path), probedText(texts.get(path), own));
  }
  const files = [...new Set(paths.flatMap(importersOf))].sort();
  const tests = files.map((file) => ({ file }));
  const reports = await host.run({ changed: paths, tests, isWhole: true }, LONGEST_WHOLE_MS);
  if (reports === undefined) throw new Error('the tests did not end');
  for (const path of paths) writeFileSync(join(copy, path), texts.get(path));
  host.end();
  return reports;
}

async function tryOne({ site, tests }, { copy, host, texts }) {
  const asked = tests.reduce((sum, { ids }) => sum + ids.length, 0);
  if (asked === 0) return { verdict: 'survived', asked };
  const text = texts.get(site.path);
  const expected = tests.reduce((sum, { ms }) => sum + ms, 0);
  const limit = START_MS + PATIENCE * expected;
  writeFileSync(join(copy, site.path), changedText(text, site));
  let answer = await host.run({ changed: [site.path], tests }, limit);
  // A test that waits in vain may have waited for the machine only.
  if (answer?.isLate) answer = await host.run({ changed: [site.path], tests }, limit);
  writeFileSync(join(copy, site.path), text);
  if (answer === undefined || answer.isLate)
    return { verdict: 'timeout', by: answer?.failed, asked };
  return answer.failed
    ? { verdict: 'caught', by: answer.failed, message: answer.message, asked }
    : { verdict: 'survived', asked, ran: answer.ran };
}
