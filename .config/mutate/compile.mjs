// Leaves out the changes that the compiler refuses: nobody could make them by mistake.
import { changedText } from './probes.mjs';
import { compileErrors } from './sandbox.mjs';

/**
 * Takes from each list the first sites that compile, as many as wanted.
 * @param {readonly { sites: readonly object[], count: number }[]} wanted
 * @param {string} copy the folder to compile in
 * @param {ReadonlyMap<string, string>} texts
 * @returns {{ taken: readonly object[], refused: number }[]} one for each list
 */
export function takeCompiling(wanted, copy, texts) {
  const lists = wanted.map(({ sites, count }) => ({
    left: [...sites],
    count,
    taken: [],
    refused: 0,
  }));
  for (;;) {
    // One change a file at a time, so that an error tells which was refused.
    const round = new Map();
    for (const list of lists) {
      let missing = list.count - list.taken.length;
      list.left = list.left.filter((site) => {
        if (missing === 0 || round.has(site.path)) return true;
        missing -= 1;
        round.set(site.path, { site, list });
        return false;
      });
    }
    if (round.size === 0) return lists.map(({ taken, refused }) => ({ taken, refused }));
    const refused = refusedOf(
      [...round.values()].map(({ site }) => site),
      copy,
      texts,
    );
    for (const { site, list } of round.values()) {
      if (refused.has(site)) list.refused += 1;
      else list.taken.push(site);
    }
  }
}

function refusedOf(sites, copy, texts) {
  const changed = new Map(
    sites.map((site) => [site.path, changedText(texts.get(site.path), site)]),
  );
  const errors = compileErrors(copy, changed, texts);
  const isElsewhere = [...errors].some((path) => !changed.has(path));
  if (!isElsewhere) return new Set(sites.filter(({ path }) => errors.has(path)));
  if (sites.length === 1) return new Set(sites);
  const half = Math.ceil(sites.length / 2);
  return new Set([
    ...refusedOf(sites.slice(0, half), copy, texts),
    ...refusedOf(sites.slice(half), copy, texts),
  ]);
}
