// The character that stands for a part of a picture in Kitty's graphics, as it is painted.

/** Stands for a part of a picture (Unicode placeholders). */
export const PART = '\u{10eeee}';
const PARTS = new RegExp(`(?:${PART}){4,}(?!\\p{M})`, 'gu');

/** Parts that follow each other are one and how often it is repeated (REP, ECMA-48 §8.3.103). */
export function shortenParts(text: string): string {
  return text.replace(PARTS, (parts) => `${PART}\x1b[${parts.length / PART.length - 1}b`);
}
