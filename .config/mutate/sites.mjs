// Finds the places of a source file where a small change should make a test fail.
import { parseAst } from 'vitest/node';
import { isFunction, MUTATORS } from './mutators.mjs';

/**
 * @typedef {object} Site one change that can be made to one file
 * @property {string} path of the file, from the project's folder
 * @property {number} line counted from 1
 * @property {string} kind what is done: `comparison`, `string`…
 * @property {number} start of the text that is replaced
 * @property {number} end
 * @property {string} from the text that is replaced
 * @property {string} to the text that takes its place
 * @property {string} lineText the trimmed line in which it begins
 * @property {number} nth how many like it begin before it in that line
 * @property {string} group the list of words it belongs to, or a name of its own
 * @property {boolean} isAtLoad it runs when the file is loaded, not when a function is called
 * @property {Probe} probe where one notices that it runs
 *
 * @typedef {{ start: number, end: number, isStatement: boolean }} Probe
 */

/** Parts of a node that hold types or names only. */
const NO_CODE = new Set(['typeAnnotation', 'returnType', 'typeParameters', 'typeArguments']);
/** The nodes of TypeScript that wrap code. */
const WRAPPERS = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);
/** So many literals in one value are a list of words: it is drawn as one site. */
const WORD_LIST = 8;

/**
 * @param {string} path
 * @param {string} text
 * @returns {readonly Site[]} in the order of the text
 */
export function findSites(path, text) {
  const lang = path.endsWith('x') ? 'tsx' : 'ts';
  const root = parseAst(text, { lang, sourceType: 'module' });
  const sites = [];
  walk(root, [], (node, parents) => {
    for (const made of MUTATORS[node.type]?.(node, parents, text) ?? []) {
      sites.push(toSite(made, { node, parents, path, text }));
    }
  });
  const real = sites.filter(({ from, to }) => from !== to).sort((a, b) => a.start - b.start);
  return groupWords(numberLikes(real));
}

/** The files that a file imports when it runs, as it writes them. */
export function findImports(path, text) {
  const root = parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts', sourceType: 'module' });
  const found = [];
  walk(root, [], (node) => {
    const isType = node.importKind === 'type' || node.exportKind === 'type';
    if (typeof node.source?.value === 'string' && !isType) found.push(node.source.value);
  });
  return found;
}

function walk(node, parents, visit) {
  visit(node, parents);
  const below = [...parents, node];
  for (const [key, value] of Object.entries(node)) {
    if (NO_CODE.has(key)) continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type !== 'string') continue;
      if (child.type.startsWith('TS') && !WRAPPERS.has(child.type)) continue;
      walk(child, below, visit);
    }
  }
}

function toSite(made, { node, parents, path, text }) {
  const { kind, start, end, to } = made;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', start);
  return {
    path,
    line: text.slice(0, start).split('\n').length,
    kind,
    start,
    end,
    from: text.slice(start, end),
    to,
    lineText: text.slice(lineStart, lineEnd === -1 ? text.length : lineEnd).trim(),
    nth: 0,
    group: `${path}:${start}:${kind}`,
    list: listOf(node, parents),
    isAtLoad: !parents.some(isFunction),
    probe: probeOf(made.probe ?? node, parents),
  };
}

/** The start of the value in which a literal stands as data: arrays and objects, no code between. */
function listOf(node, parents) {
  if (node.type !== 'Literal') return undefined;
  const isData = ({ type }) =>
    /^(?:ArrayExpression|ObjectExpression|Property|NewExpression|SpreadElement)$/.test(type) ||
    WRAPPERS.has(type);
  const at = parents.findLastIndex((parent) => !isData(parent));
  return parents[at + 1]?.start;
}

/** An expression is probed in itself, but for a link of an optional chain: that as a whole. */
function probeOf(node, parents) {
  const isStatement = node.type.endsWith('Statement');
  const chain = parents.findLast(({ type }) => type === 'ChainExpression');
  const isLink = chain !== undefined && isSpine(chain.expression, node);
  const { start, end } = isLink ? chain : node;
  return { start, end, isStatement };
}

/** Whether a node is the chain itself or stands on its way down the left. */
function isSpine(from, node) {
  for (let at = from; at; at = at.object ?? at.callee ?? at.expression) {
    if (at === node) return true;
  }
  return false;
}

function numberLikes(sites) {
  const counts = new Map();
  return sites.map((site) => {
    const key = [site.line, site.from, site.to].join('\n');
    const nth = counts.get(key) ?? 0;
    counts.set(key, nth + 1);
    return { ...site, nth };
  });
}

function groupWords(sites) {
  const sizes = new Map();
  for (const { list } of sites) sizes.set(list, (sizes.get(list) ?? 0) + 1);
  return sites.map(({ list, ...site }) => {
    const isWord = list !== undefined && sizes.get(list) >= WORD_LIST;
    return isWord ? { ...site, group: `${site.path}:${list}:list` } : site;
  });
}
