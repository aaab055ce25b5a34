// Numbers with their nouns and units, for messages; and how often a text has something.

/** `1 article`, `3 articles`. */
export function formatCount(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

const SIZES = [
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'kB'],
] as const;

/** `23 MB`; '' for fewer than a thousand: of those a feed says nothing true. */
export function formatBytes(bytes: number): string {
  const [size = 1, name] = SIZES.find(([least]) => bytes >= least) ?? [];
  return name === undefined ? '' : `${Number((bytes / size).toPrecision(2))} ${name}`;
}

/** How often a text has a sign. */
export function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}

/** How often a text has what a pattern with the flag `g` finds. */
export function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
