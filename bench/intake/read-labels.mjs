// Reads the labels: which pages there are, and what a careful reader found in them.
import { readFileSync } from 'node:fs';

/**
 * @param {string} name `labels`, the benchmark, or `development`
 * @returns {{collections: object, pages: object[]}}
 */
export function readLabels(name) {
  return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8'));
}
