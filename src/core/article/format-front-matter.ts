// Front matter written: whole, or only the lines of the keys that change.
import { NewsprintError, quoteValue } from '../errors.ts';
import { FRONT_MATTER_KEYS, type KnownFields } from './front-matter-keys.ts';
import { parseYaml, type YamlNode } from './yaml.ts';

/** The fields to write; `null`, `[]` and `false` take a key away. */
export type FrontMatterChanges = Partial<KnownFields>;

/** A head of these fields between its lines of dashes, in the order of the table of keys. */
export function formatFrontMatter(fields: FrontMatterChanges): string {
  return `---\n${formatFields(fields)}---\n`;
}

/** The lines of fields; empty where they say nothing. */
export function formatFields(fields: FrontMatterChanges): string {
  const changes = formatChanges(fields);
  return changes.map(({ lines }) => lines).join('');
}

/** Keys with their lines; empty ones take the key away. */
function formatChanges(fields: FrontMatterChanges) {
  return FRONT_MATTER_KEYS.flatMap(({ key, format }) => {
    const value = format(fields);
    return value === undefined ? [] : [{ key, lines: value === null ? '' : `${key}:${value}\n` }];
  });
}

/**
 * Sets keys in a head. Only their lines change: all others stay byte for byte, comments and order
 * with them. New keys come at the end.
 * @param head as `splitFrontMatter` found it, its lines ended by `\n`
 * @throws NewsprintError `failed` where the head is not one key a line, so that a change is unsafe
 */
export function setFrontMatterKeys(head: string, fields: FrontMatterChanges): string {
  const changed = formatChanges(fields).reduce(setKey, head);
  // An anchor may have gone that another key names.
  rootKeys(changed);
  return changed;
}

function notSafe(why: string): NewsprintError {
  return new NewsprintError(`front matter cannot be changed: ${why}`, {
    hint: 'write it as one key a line, in an editor',
  });
}

/** Puts other lines in the place of a key's; empty ones take it away. @throws NewsprintError */
export function setKey(
  head: string,
  { key, lines }: ReturnType<typeof formatChanges>[number],
): string {
  const [first, ...again] = keyRanges(head).filter((range) => range.key === key);
  if (first === undefined) return head + lines;
  let changed = head;
  for (const { from, to } of again.reverse()) changed = changed.slice(0, from) + changed.slice(to);
  return changed.slice(0, first.from) + lines + changed.slice(first.to);
}

/**
 * A head's keys, each its lines, then the comments and blank lines below it; what stands above the
 * first key is below ''. Of a key that stands twice the first counts.
 * @throws NewsprintError `failed` where it is not one key a line
 */
export function keyTexts(head: string): ReadonlyMap<string, readonly [own: string, below: string]> {
  const ranges = [{ key: '', from: 0, to: 0 }, ...keyRanges(head)];
  const texts = new Map<string, readonly [string, string]>();
  for (const [at, { key, from, to }] of ranges.entries()) {
    const next = ranges[at + 1]?.from;
    if (!texts.has(key)) texts.set(key, [head.slice(from, to), head.slice(to, next)]);
  }
  return texts;
}

/** Where each key's lines start and end, without the comments and blank lines below it. */
function keyRanges(head: string) {
  const keys = rootKeys(head);
  return keys.map((node, index) => {
    const key = node.kind === 'scalar' ? node.value : '';
    const from = node.offset;
    const next = keys[index + 1]?.offset ?? head.length;
    const startsLine = from === 0 || /[\r\n]/.test(head.charAt(from - 1));
    if (!startsLine || next <= from)
      throw notSafe(`${quoteValue(key)} is not on a line of its own`);
    const lines = head.slice(from, next).split(/(?<=\n|\r(?!\n))/);
    while (lines.length > 1 && /^\s*(?:#.*)?$/.test(lines.at(-1)?.trimEnd() ?? '')) lines.pop();
    return { key, from, to: from + lines.join('').length };
  });
}

function rootKeys(head: string): readonly YamlNode[] {
  const result = parseYaml(head);
  if (!result.ok) throw notSafe(result.reason);
  return result.node?.kind === 'map' ? result.node.entries.map(({ key }) => key) : [];
}
