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
  const leave = (text: string): void => {
    top = top.around ?? top;
    put(text);
  };
  const leaveAll = (): void => {
    while (top.around !== null) leave(top.whole);
  };
  for (const [at, line] of lines.entries()) {
    const kind = kindOf(line, top);
    switch (kind) {
      case 'text':
        put(line);
        break;
      case 'begin':
        top = { around: top, isCode: isCode(at), part: 'one', whole: line, taken: '' };
        break;
      case 'end':
        leave(top.isCode ? top.whole + line : top.taken);
        break;
      case 'stray':
        top.whole += line;
        leaveAll();
        break;
      default:
        top.whole += line;
        top.part = kind;
    }
  }
  leaveAll();
  return top.taken;
}

/** What a line is: a mark that begins a conflict or a part, ends a conflict, or ends none; or text. */
function kindOf(line: string, { around, part }: Begun): Part | 'begin' | 'end' | 'stray' | 'text' {
  if (line.startsWith('<<<<<<< ')) return 'begin';
  if (around === null) return 'text';
  if (line.startsWith('>>>>>>> ')) return part === 'other' ? 'end' : 'stray';
  if (part !== 'other' && /^={7}\r?\n$/.test(line)) return 'other';
  return part === 'one' && line.startsWith('|||||||') ? 'base' : 'text';
}
