// The marks that git leaves in a text where two sides changed one place, read as the two sides.

/** The texts that one with marks was made of. */
export interface ConflictSides {
  readonly one: string;
  readonly other: string;
}

/** A block of code, in which marks are what the text is about; else a conflict without another in it. */
const INNERMOST = new RegExp(
  [
    /^ {0,3}(`{3,}|~{3,})[^\n]*\n(?:[^\n]*\n)*? {0,3}\1[`~]*[ \t]*$/,
    /^<{7,} [^\n]*\n((?:(?!<{7}|={7}\r?\n|>{7}|\|{7})[^\n]*\n)*)/,
    /(?:^\|{7,}[^\n]*\n(?:(?!<{7}|={7}\r?\n|>{7})[^\n]*\n)*)?/,
    /^={7}\r?\n((?:(?!<{7}|={7}\r?\n|>{7})[^\n]*\n)*)^>{7,} [^\n]*(?:\n|$)/,
  ]
    .map(({ source }, at) => (at === 0 ? `${source}|` : source))
    .join(''),
  'gm',
);

/** The sides of a text; `null` where it has no marks, or none that go together. */
export function conflictSides(text: string): ConflictSides | null {
  if (!text.includes('<<<<<<< ')) return null;
  const one = takeSide(text, 'one');
  return one === text ? null : { one, other: takeSide(text, 'other') };
}

/** From the innermost conflict to the outermost, each as that side has it. */
function takeSide(text: string, side: keyof ConflictSides): string {
  const taken = text.replace(INNERMOST, (whole, fence, one = '', other = '') =>
    fence === undefined ? (side === 'one' ? one : other) : whole,
  );
  return taken === text ? text : takeSide(taken, side);
}
