// Leaves out the changes that the compiler refuses: nobody could make them by mistake.
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changedText } from './probes.mjs';

/** So many times the sites wanted are compiled at once: most often enough are left. */
const SPARE = 1.7;

/**
 * Takes from each list the first sites that compile, as many as wanted.
 * @param {readonly { sites: readonly object[], count: number }[]} wanted
 * @param {string} copy the folder to compile in
 * @param {ReadonlyMap<string, string>} texts
 * @returns {{ taken: readonly object[], refused: number }[]} one for each list
 */
export function takeCompiling(wanted, copy, texts) {
  const lists = wanted.map(({ sites, count }) => ({
    sites,
    count,
    next: 0,
    taken: [],
    refused: 0,
  }));
  for (;;) {
    const rounds = lists.map((list) => {
      const more = Math.ceil((list.count - list.taken.length) * SPARE);
      return list.sites.slice(list.next, list.next + more);
    });
    if (rounds.every((round) => round.length === 0)) return lists;
    const refused = refusedOf(rounds.flat(), copy, texts);
    for (const [at, list] of lists.entries()) {
      for (const site of rounds[at]) {
        if (list.taken.length === list.count) break;
        list.next += 1;
        if (refused.has(site)) list.refused += 1;
        else list.taken.push(site);
      }
    }
  }
}

/** Each changed file is compiled beside the others, as one that nobody imports. */
function refusedOf(sites, copy, texts) {
  const byPath = new Map(
    sites.map((site, at) => [site.path.replace(/(?=\.tsx?$)/, `.changed-${at}`), site]),
  );
  for (const [path, site] of byPath) {
    writeFileSync(join(copy, path), changedText(texts.get(site.path), site));
  }
  const errors = filesWithErrors(copy);
  for (const path of byPath.keys()) rmSync(join(copy, path));
  return new Set([...errors].map((path) => byPath.get(path)));
}

function filesWithErrors(copy) {
  const config = join(copy, 'tsconfig.mutate.json');
  writeFileSync(config, JSON.stringify({ extends: './tsconfig.json', include: ['src'] }));
  const compiler = join(copy, 'node_modules/typescript/bin/tsc');
  const { stdout, error } = spawnSync(
    process.execPath,
    [compiler, '-p', config, '--pretty', 'false'],
    { cwd: copy, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (error) throw error;
  const lines = stdout.matchAll(/^(src\/[^(\n]+)\(\d+,\d+\): error/gm);
  return new Set(Array.from(lines, ([, path]) => path));
}
