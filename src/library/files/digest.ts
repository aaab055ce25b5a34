// Digests: short texts by which longer ones are compared.

/** SHA-256 of the texts, each with its length, in base64. */
export function digestOf(...texts: readonly string[]): string {
  const { createHash } = process.getBuiltinModule('node:crypto');
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('base64');
}

/** 64 bits in hex of a text that nobody chooses to deceive; made without a module that takes long to load. */
export function quickDigest(text: string): string {
  const part = (seed: number): string => hash(text, seed).toString(16).padStart(8, '0');
  return part(0x811c9dc5) + part(0x2545f491);
}

/** FNV-1a over UTF-16 units. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}
