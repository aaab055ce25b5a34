// Values → YAML that reads back the same under every schema.

/** Plain where no YAML reader could take it for anything but these characters. */
const PLAIN = /^[\p{L}][\p{L}\p{M}\p{N} ,.;()/&+_'’–—?!%$-]*$/u;
const DATE_LIKE = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/;
/** What YAML 1.1 and 1.2 readers take for booleans and null. */
const WORDS = /^(?:y|yes|n|no|on|off|true|false|null)$/i;
/** An address: a colon before a slash and a `#` after a letter are plain (YAML 1.2.2 §7.3.3). */
const ADDRESS = /^https?:\/\/[\w.~/?#@!$&'()*+,;=%-]+$/i;

function isPlain(text: string): boolean {
  if (DATE_LIKE.test(text) || ADDRESS.test(text)) return true;
  return PLAIN.test(text) && !WORDS.test(text) && !text.endsWith(' ');
}

/** A scalar on one line: plain, or in double quotes with YAML's escapes, which JSON's are. */
export function formatYamlScalar(text: string): string {
  if (isPlain(text)) return text;
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A block list below its key, without the last newline. */
export function formatYamlList(items: readonly string[]): string {
  return items.map((item) => `\n  - ${formatYamlScalar(item)}`).join('');
}
