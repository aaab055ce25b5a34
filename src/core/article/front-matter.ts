// Front matter, the YAML head of an article file: found, read, and its problems reported.

import { cleanLine, cleanText } from '../clean.ts';
import { countMatches } from '../count.ts';
import { type Problem, quoteValue } from '../errors.ts';
import { emptyFrontMatter, type FrontMatter, NO_FRONT_MATTER } from './article.ts';
import { asClipped, readClipperKey } from './clipper-keys.ts';
import { FRONT_MATTER_KEYS, type Known } from './front-matter-keys.ts';
import { parseSimpleYaml } from './simple-yaml.ts';
import { parseYaml, type YamlNode } from './yaml.ts';

/** Longest head that is parsed, in UTF-16 units; ordinary ones have some hundred. */
const LONGEST_HEAD = 262_144;
const MOST_PROBLEMS = 50;

const OPENING = /^\ufeff?---[ \t]*(?:\r\n|\n|\r)/;
/** From the line end before it on; `...` ends a document too (YAML 1.2.2 §9.1.4). */
const CLOSING = /[\r\n](?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/g;
/** The first key, after blank lines and comments. */
const KEY_FIRST = /^(?:[ \t]*(?:#.*)?(?:\r\n|\n|\r))*[\w-]+[ \t]*:(?:[ \t\r\n]|$)/;

/**
 * Splits a file's text into front matter and body. Front matter starts on the first line, a byte
 * order mark before it or not; a text that merely begins with a rule has none, also where another
 * rule follows.
 * @returns as `head` the YAML between the two lines of dashes, with its line ends, `null` where there
 *   is none; the lines of the file that head and body start on, from 1, the second as a function, for
 *   few ask for it; and whether front matter was begun and never ended: the whole text is the body then
 */
export function splitFrontMatter(text: string) {
  const headStart = OPENING.exec(text)?.[0].length ?? 0;
  CLOSING.lastIndex = headStart - 1;
  const close = headStart === 0 ? null : CLOSING.exec(text);
  const head = text.slice(headStart, close === null ? undefined : close.index + 1);
  if (close === null || !isHead(head)) {
    const unclosed = headStart > 0 && close === null && KEY_FIRST.test(head);
    const body = text.replace(/^\ufeff/, '');
    return { head: null, headLine: 1, body, bodyLine: () => 1, unclosed };
  }
  const body = text.slice(close.index + close[0].length);
  return {
    head,
    headLine: 2,
    body,
    bodyLine: () => 3 + countLineEnds(head),
    unclosed: false,
  };
}

/** Whether a text between two lines of dashes is a head, and not body text between two rules. */
function isHead(text: string): boolean {
  if (KEY_FIRST.test(text) || text.trim() === '') return true;
  const yaml = text.length > LONGEST_HEAD ? null : parseYaml(text);
  return yaml?.ok === true && yaml.node?.kind === 'map';
}

function countLineEnds(text: string): number {
  return countMatches(text, /\r\n|\n|\r/g);
}

/**
 * Reads a head by the table of keys. A bad value is a problem and counts as absent; a head that
 * cannot be read at all is one problem and has no values. Never throws.
 * @param head as `splitFrontMatter` found it
 * @param headLine line of the file the head starts on
 */
export function parseFrontMatter(head: string, path: string, headLine = 2) {
  // To most YAML readers a line separator is a character like another; it must not end a line.
  const text = cleanText(head.slice(0, LONGEST_HEAD).replace(/[\u2028\u2029]/g, ' '));
  const problems: Problem[] = [];
  const report: Report = (offset, message) => {
    if (problems.length >= MOST_PROBLEMS) return;
    const before = text.slice(0, offset);
    const line = headLine + countLineEnds(before);
    const column = offset - before.lastIndexOf('\n');
    problems.push({ path, line, column, message: cleanLine(message) });
  };
  if (head.length > LONGEST_HEAD) {
    report(0, `front matter of ${head.length} characters: more than ${LONGEST_HEAD}`);
    return { frontMatter: NO_FRONT_MATTER, problems };
  }
  const simple = parseSimpleYaml(text);
  const result = simple === null ? parseYaml(text) : { ok: true as const, node: simple };
  if (!result.ok) report(result.offset, `front matter is not YAML: ${result.reason}`);
  return { frontMatter: readRoot(result.ok ? result.node : null, report), problems };
}

type Report = (offset: number, message: string) => void;

function readRoot(node: YamlNode | null, report: Report): FrontMatter {
  if (node?.kind !== 'map') return NO_FRONT_MATTER;
  const frontMatter: Known = emptyFrontMatter();
  const seen = new Set<string>();
  const others: [string, YamlNode][] = [];
  for (const { key, value } of node.entries) {
    const name = key.kind === 'scalar' ? cleanLine(key.value) : '';
    const known = FRONT_MATTER_KEYS.find((row) => row.key === name);
    if (name === '') report(key.offset, 'a key that is no text');
    else if (seen.has(name)) {
      report(key.offset, `${quoteValue(name)} stands here again: the first one counts`);
    } else if (known === undefined) others.push([name, value]);
    else known.read(value, frontMatter, (at, what) => report(at.offset, `${what} in "${name}"`));
    seen.add(name);
  }
  asClipped(frontMatter);
  const extra = others.filter(([name, value]) => !readClipperKey(name, value, frontMatter));
  asClipped(frontMatter);
  // As own properties, whatever the keys are called.
  const values = extra.map(([name, value]) => [name, plainValue(value)] as const);
  return { ...frontMatter, extra: Object.fromEntries(values) };
}

/** The value of an unknown key as JSON, every scalar as written. */
function plainValue(node: YamlNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return cleanText(node.value);
    case 'list':
      return node.items.map(plainValue);
    case 'map':
      return Object.fromEntries(
        node.entries.map(({ key, value }) => [
          key.kind === 'scalar' ? cleanLine(key.value) : JSON.stringify(plainValue(key)),
          plainValue(value),
        ]),
      );
    default:
      return node satisfies never;
  }
}
