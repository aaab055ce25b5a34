// Start tags as they are written: attributes put into them, changed in them, and taken out.
import { cleanLine } from '../../core/clean.ts';
import { escapeHtml } from '../../text/escape-html.ts';
import { OWN_NAMESPACE, XML_NAMESPACES } from './outline-file.ts';
import { ATTRIBUTE } from './xml-pieces.ts';

/** Attributes by `name` or `{namespace}name`; `null` is one that goes. */
export type Values = readonly (readonly [name: string, value: string | null])[];

/** Before the names of attributes that declare a prefix. */
export const DECLARING = `{${XML_NAMESPACES.get('xmlns')}}`;

/** One line in double quotes, without controls and what else XML 1.0 does not have (2.2, 2.3). */
function quoted(value: string): string {
  return `"${cleanLine(value).replace(/[&<>"\ufffe\uffff]/g, escapeHtml)}"`;
}

/**
 * A start tag with other values; what is new comes at its end.
 * @param scope the namespaces that hold there, by prefix; takes in what has to be declared
 */
export function editTag(tag: string, values: Values, scope = new Map<string, string>()): string {
  const missing = new Map(writtenValues(values, scope));
  const edited = tag.replace(ATTRIBUTE, (whole: string, name: string, before: string) => {
    const value = missing.get(name);
    if (value === undefined) return whole;
    missing.delete(name);
    return value === null ? '' : whole.slice(0, -before.length) + quoted(value);
  });
  const added = Array.from(missing, ([name, value]) =>
    value === null ? '' : ` ${name}=${quoted(value)}`,
  );
  return edited.replace(/\s*\/?>$/, (end) => added.join('') + end);
}

/** By the names that they are written by; a namespace without a prefix is declared beside them. */
function* writtenValues(values: Values, scope: Map<string, string>): Iterable<Values[number]> {
  for (const [name, value] of values) {
    const [, namespace, local = name] = /^\{(.*)\}(.*)$/s.exec(name) ?? [];
    const known = [...scope].find(([prefix, is]) => is === namespace && prefix !== '')?.[0];
    const prefix = known ?? newPrefix(namespace, scope);
    if (namespace !== undefined && known === undefined) {
      if (value === null) continue;
      scope.set(prefix, namespace);
      yield [`xmlns:${prefix}`, namespace];
    }
    yield [namespace === undefined || local === 'xmlns' ? local : `${prefix}:${local}`, value];
  }
}

function newPrefix(namespace: string | undefined, scope: ReadonlyMap<string, string>): string {
  const isOwn = namespace === OWN_NAMESPACE && !scope.has('newsprint');
  return isOwn ? 'newsprint' : `n${scope.size}`;
}
