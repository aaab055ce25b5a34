// Hashes: a text as a number that can be looked up.

/** FNV-1a over UTF-16 units, from 0 to 2³² − 1. */
export function fnv1a(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Names a thing everywhere by a text that nothing else has: `urn:uuid:…` (RFC 9562 §5.8). */
export function hashUrn(text: string): string {
  const parts = [0x811c9dc5, 0x2545f491, 0x9e3779b9, 0x85ebca6b].map((seed) => fnv1a(text, seed));
  const hex = parts.map((part) => part.toString(16).padStart(8, '0')).join('');
  const [, a, b, c, d, e] = /^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/.exec(hex) ?? [];
  return `urn:uuid:${a}-${b}-8${c}-8${d}-${e}`;
}

/** Two of them in one pass: 52 bits, so that two of a million texts rarely have one hash. */
export function hashText(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x2545f491;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x01000197);
  }
  return (high & 0xfffff) * 2 ** 32 + (low >>> 0);
}
