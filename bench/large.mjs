// What grows with a library: building the index, lists and the first frame at three hundred thousand.
import { rmSync } from 'node:fs';
import { measureBuild, measureLists } from './find.mjs';
import { newsLibrary } from './news-library.mjs';
import { measureFirstList } from './reader-scale.mjs';

const LARGE = 300_000;
const FEW = 100;

/** @param {import('./run.mjs').Bench} bench */
export async function measureLarge(bench) {
  const [large, few] = [newsLibrary(LARGE), newsLibrary(FEW)];
  try {
    return [
      ...measureBuild(bench, large),
      ...(await measureLists(bench, large, few)),
      await measureFirstList(bench, large, few),
    ];
  } finally {
    // Two gigabytes and more, which few measure again.
    rmSync(large.root, { recursive: true });
  }
}
