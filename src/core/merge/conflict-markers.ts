// The marks that git leaves in a text where two sides changed one place, read as the two sides.

type Part = 'one' | 'base' | 'other';

/** A conflict whose end is still to come, or the text around all of them. */
interface Begun {
  readonly around: Begun | null;
  /** Whether its marks are what the text is about. */
  readonly isCode: boolean;
  part: Part;
  /** As it stands, and as the side has it that is taken. */
  whole: string;
  taken: string;
}

/**
 * The sides of a text; `null` where it has no marks, or none that go together.
 * @param isCode whether a line is code, by its number from 0: no conflict begins there
 */
export function conflictSides(
  text: string,
  isCode: (line: number) => boolean = () => false,
): { readonly one: string; readonly other: string } | null {
  if (!text.includes('<<<<<<< ')) return null;
  const lines = text.split(/(?<=\n)/);
  const one = takeSide(lines, 'one', isCode);
  return one === text ? null : { one, other: takeSide(lines, 'other', isCode) };
}

/** Of a conflict within a side the same side counts. */
function takeSide(lines: readonly string[], side: Part, isCode: (line: number) => boolean): string {
  let top: Begun = { around: null, isCode: false, part: side, whole: '', taken: '' };
  const put = (text: string): void => {
    top.whole += text;
    if (top.part === side) top.taken += text;
  };
  const leave = (isEnded: boolean): void => {
    const { around, isCode, whole, taken } = top;
    top = around ?? top;
    if (around !== null) put(isEnded && !isCode ? taken : whole);
  };
  for (const [at, line] of lines.entries()) {
    const mark = top.around === null ? null : markIn(line, top.part);
    if (line.startsWith('<<<<<<< ')) {
      top = { around: top, isCode: isCode(at), part: 'one', whole: line, taken: '' };
    } else if (mark === null) put(line);
    else {
      top.whole += line;
      if (mark !== 'end') top.part = mark;
      else if (top.part === 'other') leave(true);
      else while (top.around !== null) leave(false);
    }
  }
  while (top.around !== null) leave(false);
  return top.taken;
}

/** What a line of a part begins; `null` where it is a line like others. */
function markIn(line: string, part: Part): Part | 'end' | null {
  if (line.startsWith('>>>>>>> ')) return 'end';
  if (part !== 'other' && /^={7}\r?\n$/.test(line)) return 'other';
  return part === 'one' && line.startsWith('|||||||') ? 'base' : null;
}
