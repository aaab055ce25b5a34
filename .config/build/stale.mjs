// Tells whether dist/ is older than what it is made from; must cost milliseconds.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the build reads, from the root. */
const inputs = ['src', '.config/build', '.config/build.mjs', 'package.json', 'package-lock.json'];

/**
 * A built launcher carries the time its build began, so a file saved during a build is newer.
 * @param {string} root the project's folder
 * @returns {boolean} true where dist/newsprint.cjs is missing or older than an input
 */
export function isStale(root) {
  const built = modifiedAt(join(root, 'dist/newsprint.cjs'));
  return inputs.some((input) => newest(join(root, input)) > built);
}

/** The newest change in a file or folder, in ms; a folder's own time tells of removed files. */
function newest(path) {
  const own = modifiedAt(path);
  if (own === -Infinity) return own;
  const entries = statSync(path).isDirectory() ? readdirSync(path) : [];
  return Math.max(own, ...entries.map((name) => newest(join(path, name))));
}

function modifiedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? -Infinity;
}
