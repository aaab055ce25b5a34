// The models that a part of the labelled pages did not teach.
import { join } from 'node:path';

/** The files of trees behind each kind of source. */
const NAMES = {
  first: [],
  second: ['first-model.json'],
  html: ['first-model.json', 'body-model.json'],
  pasted: ['line-model.json', 'deck-model.json'],
};

/**
 * @param {string | undefined} folder holds PART with what train.py makes `--without PART`
 * @returns {Record<string, string>} a file for each model; none where those of src/intake are asked for
 */
export function modelsWithout(folder, part, kind) {
  if (folder === undefined) return {};
  return Object.fromEntries(NAMES[kind].map((name) => [name, join(folder, part, name)]));
}
