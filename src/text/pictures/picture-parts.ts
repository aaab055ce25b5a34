// The characters that stand for parts of a picture, as they are painted.

/** Stands for a part of a picture (Unicode placeholders of Kitty's graphics). */
export const PART = '\u{10eeee}';
/** The cells of a row of a picture: their colour, its first part with two marks, the others. */
const CELLS = new RegExp(`\\x1b\\[([\\d;]+)m(${PART}\\p{M}+((?:${PART})*))`, 'gu');
const PARTS = new RegExp(`(?:${PART}){4,}(?!\\p{M})`, 'gu');

/** Parts that follow each other are one and how often it is repeated (REP, ECMA-48 §8.3.103). */
function shortenParts(text: string): string {
  return text.replace(PARTS, (parts) => `${PART}\x1b[${parts.length / PART.length - 1}b`);
}

/**
 * A painted row as the terminal gets it. In the place of cells comes the strip of the picture that they
 * stand for: it is drawn from there on, and the cursor goes where the cells would end.
 * @param stripOf `null` where the terminal itself knows the cells
 */
export function drawParts(
  row: string,
  stripOf: (sgr: string, text: string) => string | null,
): string {
  return shortenParts(
    row.replace(CELLS, (cells: string, sgr: string, text: string, more: string) => {
      const strip = stripOf(sgr, text);
      return strip === null ? cells : `\x1b7${strip}\x1b8\x1b[${more.length / PART.length + 1}C`;
    }),
  );
}
