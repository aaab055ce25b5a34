// Takes pastes out of what the terminal sends, whole, before anyone reads keys in them.

/** What was typed, or one paste (xterm's mode 2004); `null` for one that is too large. */
export type Piece =
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'paste'; readonly text: string | null };

/** The pieces of a chunk, in their order; what is cut off at its end comes with the next one. */
export type SplitPastes = (chunk: string) => readonly Piece[];

/** A paste may be as large as a page of the web (bytes). */
const LARGEST = 10 * 1024 * 1024;
const START = '\x1b[200~';
const END = '\x1b[201~';
/** The start of a paste that is cut off; a lone ESC is a key. */
const CUT_OFF = /\x1b\[(?:2(?:00?)?)?$/;
/** Ctrl-C. In a chunk of its own it was typed: then the end of a paste was lost. */
const INTERRUPT = '\x03';

interface Pasted {
  readonly parts: string[];
  /** UTF-16 units. */
  length: number;
  /** The last of it, which may begin the end. */
  tail: string;
}

function wholeText({ parts, length }: Pasted): string | null {
  if (length > LARGEST) return null;
  // Terminals send a carriage return for the end of a line.
  const text = parts.join('').replace(/\r\n?/g, '\n');
  return Buffer.byteLength(text) > LARGEST ? null : text;
}

/** Keeps a part; of what is too large only the size. */
function keep(pasted: Pasted, text: string): void {
  pasted.length += text.length;
  if (pasted.length > LARGEST) pasted.parts.length = 0;
  else pasted.parts.push(text);
}

/** Makes the splitter of one terminal. */
export function createPasteSplitter(): SplitPastes {
  let held = '';
  let isEscaped = false;
  let pasted: Pasted | null = null;

  /** @returns what comes after the paste; `null` where it goes on */
  const readPaste = (open: Pasted, chunk: string, pieces: Piece[]): string | null => {
    const text = open.tail + chunk;
    const end = text.indexOf(END);
    const after = end === -1 ? text.length - Math.min(text.length, END.length - 1) : end;
    keep(open, text.slice(0, after));
    open.tail = text.slice(after);
    if (end === -1) return null;
    pieces.push({ type: 'paste', text: wholeText(open) });
    return text.slice(end + END.length);
  };
  const readTyped = (text: string, pieces: Piece[]): string | null => {
    const start = text.indexOf(START);
    const cut = start === -1 ? (CUT_OFF.exec(text)?.index ?? text.length) : start;
    if (cut > 0) pieces.push({ type: 'typed', text: text.slice(0, cut) });
    if (start !== -1) return text.slice(start + START.length);
    isEscaped = text.endsWith('\x1b');
    held = text.slice(cut);
    return null;
  };
  /** The ESC of a start that was cut there has been handed on as a key. */
  const resume = (chunk: string): string => {
    const text = `${isEscaped ? '\x1b' : held}${chunk}`;
    const isStart = text.startsWith(START) || CUT_OFF.exec(text)?.index === 0;
    return isEscaped && !isStart ? chunk : text;
  };
  return (chunk) => {
    const pieces: Piece[] = [];
    if (chunk === '') return pieces;
    let rest: string | null = resume(chunk);
    isEscaped = false;
    held = '';
    if (chunk === INTERRUPT) pasted = null;
    while (rest !== null && (rest !== '' || pasted !== null)) {
      if (pasted === null) {
        rest = readTyped(rest, pieces);
        if (rest !== null) pasted = { parts: [], length: 0, tail: '' };
      } else {
        rest = readPaste(pasted, rest, pieces);
        if (rest !== null) pasted = null;
      }
    }
    return pieces;
  };
}
