// The models of a collection that did not teach them.
import { join } from 'node:path';

/** The files of trees behind each kind of source. */
const NAMES = {
  first: [],
  second: ['first-model.json'],
  html: ['first-model.json', 'body-model.json'],
  pasted: ['line-model.json', 'deck-model.json'],
};

/**
 * @param {string | undefined} folder holds OWNER/NAME with what train.py makes `--without OWNER/NAME`
 * @returns {Record<string, string>} a file for each model; none where those of src/intake are asked for
 */
export function modelsWithout(folder, collection, kind) {
  if (folder === undefined) return {};
  return Object.fromEntries(NAMES[kind].map((name) => [name, join(folder, collection, name)]));
}
