// What grows with a library: building the index, lists, searches and the first frame at 300,000.
import { rmSync } from 'node:fs';
import { measureBuild, measureLists, measureSearches } from './find.mjs';
import { newsLibrary } from './news-library.mjs';
import { measureFirstList } from './reader-scale.mjs';

const LARGE = 300_000;
const FEW = 100;

/** @param {import('./run.mjs').Bench} bench */
export async function measureLarge(bench) {
  const [large, few] = [newsLibrary(LARGE), newsLibrary(FEW)];
  try {
    return [
      ...(await measureBuild(bench, large)),
      ...(await measureLists(bench, large, few)),
      ...(await measureSearches(bench, large)),
      await measureFirstList(bench, large, few),
    ];
  } finally {
    // Two gigabytes and more, which few measure again.
    rmSync(large.root, { recursive: true });
  }
}
