// Reads the labels: which pages there are, and what a careful reader found in them.
import { readFileSync } from 'node:fs';

/** Parts in which pages of many sites are held out. */
const PARTS = 5;

/**
 * Each page has the `part` that is held out with it: its collection; of `sites`, of which each page is from
 * another one, `sites/0` to `sites/4`. There `published`, `language`, `captions` and `summary` are not labelled.
 * @param {string} name `labels`, the benchmark; `development`; or `sites`, those that are no newspapers'
 * @returns {{collections: object, pages: object[]}}
 */
export function readLabels(name) {
  const labels = JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8'));
  const partOf = ({ collection }, at) => (name === 'sites' ? `sites/${at % PARTS}` : collection);
  const pages = labels.pages.map((page, at) => ({ ...page, part: partOf(page, at) }));
  return { ...labels, pages };
}
