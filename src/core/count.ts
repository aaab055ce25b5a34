// Numbers with their nouns, for messages.

/** `1 article`, `3 articles`. */
export function formatCount(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
