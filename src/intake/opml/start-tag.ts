// Start tags as they are written: attributes put into them, changed in them, and taken out.
import { cleanLine } from '../../core/clean.ts';
import { OWN_NAMESPACE, XML_NAMESPACES } from './outline-file.ts';

/** Attributes by `name` or `{namespace}name`; `null` is one that goes. */
export type Values = readonly (readonly [name: string, value: string | null])[];

/** Before the names of attributes that declare a prefix. */
export const DECLARING = `{${XML_NAMESPACES.get('xmlns')}}`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // No characters of XML 1.0 (2.2).
  '\ufffe': '\ufffd',
  '\uffff': '\ufffd',
};

/** One line for between double quotes, without controls (XML 1.0, 2.3). */
function escapeAttribute(value: string): string {
  return cleanLine(value).replace(/[&<>"\ufffe\uffff]/g, (found) => ENTITIES[found] ?? found);
}

/** Attributes as they stand in a tag, each after a space; those without a value are left out. */
export function formatAttributes(
  attributes: Iterable<readonly [name: string, value: string | null]>,
): string {
  return Array.from(attributes, ([name, value]) =>
    value === null ? '' : ` ${name}="${escapeAttribute(value)}"`,
  ).join('');
}

const ATTRIBUTE = /\s+([^\s=>/"']+)\s*=\s*("[^"]*"|'[^']*')/g;

/** A start tag with other values, by their names as they are written; what is new comes at the end. */
export function editTag(tag: string, values: ReadonlyMap<string, string | null>): string {
  const missing = new Map(values);
  const edited = tag.replace(ATTRIBUTE, (whole: string, name: string, quoted: string) => {
    const value = missing.get(name);
    if (value === undefined) return whole;
    missing.delete(name);
    if (value === null) return '';
    return `${whole.slice(0, -quoted.length)}"${escapeAttribute(value)}"`;
  });
  return edited.replace(/\s*\/?>$/, (end) => formatAttributes(missing) + end);
}

/**
 * Values by the names that they are written by; a namespace without a prefix is declared beside them.
 * @param scope the namespaces that hold there, by prefix; takes in what is declared
 */
export function writtenValues(
  values: Values,
  scope: Map<string, string>,
): ReadonlyMap<string, string | null> {
  const written = new Map<string, string | null>();
  for (const [name, value] of values) {
    const [, namespace, local = name] = /^\{(.*)\}(.*)$/s.exec(name) ?? [];
    let prefix = [...scope].find(([known, is]) => is === namespace && known !== '')?.[0];
    if (namespace !== undefined && prefix === undefined) {
      if (value === null) continue;
      const isOwn = namespace === OWN_NAMESPACE && !scope.has('newsprint');
      prefix = isOwn ? 'newsprint' : `n${scope.size}`;
      scope.set(prefix, namespace);
      written.set(`xmlns:${prefix}`, namespace);
    }
    written.set(prefix === undefined || local === 'xmlns' ? local : `${prefix}:${local}`, value);
  }
  return written;
}
