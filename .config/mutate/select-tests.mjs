// Which tests may notice a change: those that come by it, the nearest first.
import { dirname, join } from 'node:path/posix';
import { findImports } from './sites.mjs';

/**
 * The test files that load each file of src/, at once or later, by themselves or through others.
 * @param {ReadonlyMap<string, string>} texts path → text of src/ and tests/
 * @returns {(path: string) => readonly string[]}
 */
export function testsByImports(texts) {
  const importers = new Map();
  for (const [path, text] of texts) {
    for (const written of findImports(path, text)) {
      if (!written.startsWith('.')) continue;
      const target = join(dirname(path), written);
      importers.set(target, [...(importers.get(target) ?? []), path]);
    }
  }
  return (path) => {
    const seen = new Set([path]);
    for (const one of seen) for (const importer of importers.get(one) ?? []) seen.add(importer);
    return [...seen].filter((one) => /\.test\.tsx?$/.test(one) && !one.includes('.long.'));
  };
}

/**
 * The tests that came by a site while all of them ran, in the order in which to ask them.
 * @param {import('./sites.mjs').Site & { id: number }} site
 * @param {readonly object[]} reports one a test file, of the host
 * @param {readonly string[]} importers the test files that load the site's file
 * @returns {{ file: string, ids?: readonly string[], ms: number }[]} without ids: the whole file
 */
export function selectTests(site, reports, importers) {
  const isOutside = reports.some(({ tests }) =>
    tests.some(({ probesOutside }) => probesOutside.includes(site.id)),
  );
  const selected = reports.flatMap(({ file, tests }) => {
    const passed = tests.filter(({ isPassed }) => isPassed);
    const asked =
      site.isAtLoad || isOutside
        ? passed.filter(() => importers.includes(file))
        : passed.filter(({ probes }) => probes.includes(site.id));
    if (asked.length === 0) return [];
    const ms = asked.reduce((sum, test) => sum + test.ms, 0);
    return [{ file, ids: asked.map(({ id }) => id), ms }];
  });
  const distance = ({ file }) => distanceOf(file, site.path);
  return selected.sort((a, b) => distance(a) - distance(b) || a.ms - b.ms);
}

/** How many folders of a source file's path a test file's path does not share; its name counts. */
function distanceOf(testFile, path) {
  const ours = path
    .replace(/^src\//, '')
    .replace(/\.tsx?$/, '')
    .split('/');
  const theirs = testFile
    .replace(/^tests\//, '')
    .replace(/\.test\.tsx?$/, '')
    .split('/');
  const apart = ours.findIndex((name, at) => name !== theirs[at]);
  return apart === -1 ? 0 : ours.length - apart;
}
