// Text as XML's attributes take it.
import { cleanLine } from '../../core/clean.ts';

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
export function escapeAttribute(value: string): string {
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
