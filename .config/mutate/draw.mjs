// Draws changes by a seed, and knows those that are named as making no difference.
import { createRandom } from '../random.mjs';

/**
 * @typedef {import('./sites.mjs').Site} Site
 * @typedef {object} Equivalent a change that alters nothing a test could see
 * @property {string} path
 * @property {string} line the line in which it begins, trimmed
 * @property {string} from
 * @property {string} to
 * @property {number} [nth] which of several like it in that line
 * @property {string} why
 */

/**
 * The sites in an order that hangs on the seed alone; a list of words is one of them, with one word.
 * @param {readonly Site[]} sites
 * @param {string} seed
 * @returns {readonly Site[]}
 */
export function drawSites(sites, seed) {
  const random = createRandom(hashOf(seed));
  const groups = Map.groupBy?.(sites, ({ group }) => group) ?? groupSites(sites);
  const drawn = Array.from(groups.values(), (members) => ({
    site: members[Math.floor(random() * members.length)],
    rank: random(),
  }));
  return drawn.sort((a, b) => a.rank - b.rank).map(({ site }) => site);
}

function groupSites(sites) {
  const groups = new Map();
  for (const site of sites) groups.set(site.group, [...(groups.get(site.group) ?? []), site]);
  return groups;
}

/** FNV-1a of a text. */
function hashOf(text) {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  return hash;
}

/**
 * @param {Site} site
 * @param {readonly Equivalent[]} equivalents
 * @returns {boolean}
 */
export function isEquivalent(site, equivalents) {
  return equivalents.some((one) => isNamedBy(site, one));
}

/** The named changes that no site makes any more. */
export function staleEquivalents(sites, equivalents) {
  return equivalents.filter((one) => !sites.some((site) => isNamedBy(site, one)));
}

function isNamedBy(site, { path, line, from, to, nth = 0 }) {
  return (
    site.path === path &&
    site.lineText === line &&
    site.from === from &&
    site.to === to &&
    site.nth === nth
  );
}
