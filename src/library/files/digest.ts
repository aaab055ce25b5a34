// Digests: short texts by which longer ones are compared.

/** SHA-256 of the texts, each with its length, in base64. */
export function digestOf(...texts: readonly string[]): string {
  const { createHash } = process.getBuiltinModule('node:crypto');
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('base64');
}
