// Hashes: a text as a number that the index can look up.

/** FNV-1a twice: 52 bits, so that two of a million texts rarely have one hash. */
export function hashText(text: string): number {
  let [low, high] = [0x811c9dc5, 0x2545f491];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x01000197);
  }
  return (high & 0xfffff) * 2 ** 32 + (low >>> 0);
}
