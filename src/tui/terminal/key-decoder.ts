// Reads keys, pastes, mouse events and reports in a terminal's bytes; all else is dropped whole.
import { characterInputs, escapedInputs, sequenceInputs } from './key-sequences.ts';
import type { Input } from './keys.ts';
import { commandReport, type Report, sequenceReport } from './reports.ts';

/** A sequence or an answer is sent in one go: what is open for longer was none (ms). */
const PATIENCE = 500;
/** The rest of a key's sequence follows its ESC at once; else it was the key of that name (ms). */
const ESCAPE_PATIENCE = 25;
/** After a silence of this length in a paste a single key says that its end was lost (ms). */
const PASTE_PATIENCE = 2000;
/** A sequence with more parameters is nobody's key, and a longer string nobody's answer; bytes. */
const LONGEST = 64;

/** C1 controls (ECMA-48 §5.3) are one byte, or two in UTF-8. */
const CSI = '\\x1b?(?:\\x1b\\[|\\xc2?\\x9b)';
const SS3 = '\\x1b?(?:\\x1bO|\\xc2?\\x8f)';
/** OSC, DCS, APC, PM and SOS strings (§5.6). */
const STRING = '\\x1b[\\]P_^X]|\\xc2?[\\x90\\x98\\x9d-\\x9f]';
const WIDE =
  '\\xc2[\\xa0-\\xbf]|[\\xc3-\\xdf][\\x80-\\xbf]|[\\xe0-\\xef][\\x80-\\xbf]{2}|[\\xf0-\\xf4][\\x80-\\xbf]{3}';
const WIDE_CUT_OFF = '[\\xc2-\\xdf]|[\\xe0-\\xef][\\x80-\\xbf]?|[\\xf0-\\xf4][\\x80-\\xbf]{0,2}';

/** Those that tell something: of the operating system, and of a device or an application by a sign. */
const COMMAND = /[\]\x9d]$|(?<device>[P\x90])$|(?<application>[_\x9f])$/;

/** What its text is read behind; `null` for a string that tells nothing. @param opening what opens it */
function commandBeginning(opening: string): string | null {
  const found = COMMAND.exec(opening);
  if (found === null) return null;
  const { device, application } = found.groups ?? {};
  if (application !== undefined) return '_';
  return device === undefined ? '' : 'P';
}

/** What can stand at a place, the first that fits; bytes that are nothing are left over. */
const PIECE = new RegExp(
  [
    // With Shift rxvt sends sequences that have no final byte.
    `${CSI}(?<shifted>\\d{1,2}\\$)`,
    `(?<cut>(?:\\x1b+|${CSI}(?:[ -?]*|\\[5?|M[^\\0-\\x1f]{0,2})|${SS3}[\\d;]{0,4}|\\x1b?(?:${WIDE_CUT_OFF}))$)`,
    `(?<string>${STRING})`,
    // The Linux console's F1, and X10's reports of the mouse, go on after their final byte.
    `${CSI}(?<body>\\[(?:[A-E]|[56]~)|M[^\\0-\\x1f]{0,3}|[ -?]*[@-~])`,
    `${SS3}(?<letter>[\\d;]{0,4}[@-~])`,
    `${CSI}[ -?]+`,
    `\\x1b(?<escaped>${WIDE}|[^\\x1b\\x80-\\xff])`,
    `(?<typed>(?:[ -~]|${WIDE})+|[\\0-\\x1f\\x7f])`,
    `\\xc2?[\\x80-\\x9f]|[^]`,
  ].join('|'),
  'y',
);
/** A sequence with one more ESC before it. */
const ESCAPED = /^\x1b[^[]/;
/** What ends a string: BEL, ST; any other control was typed and stays. */
const STRING_END =
  /\x07|\x1b\\|\xc2\x9c|(?<![\x80-\xff])\x9c|(?=\x1b[^\\]|[\0-\x06\b-\x1a\x1c-\x1f\x7f])/;
/** What may begin its end, or a character that has the byte of one. */
const STRING_CUT_OFF = new RegExp(`(?:\\x1b|${WIDE_CUT_OFF})$`);
/** What ends a sequence that is too long. */
const SEQUENCE_END = /[@-~]|(?=[^ -?])/;
/** The rest of a sequence whose ESC was taken for a key. */
const REST = /^(?:[\]P_^X[].|O[A-Za-z])/s;
const INTERRUPT = '\x03';

function text(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString();
}

/** What a whole piece comes to, by the names of what it holds. */
function pieceInputs(groups: Readonly<Record<string, string>>): readonly Input[] {
  const { shifted, body = shifted, letter = body, escaped, typed } = groups;
  if (letter !== undefined) return sequenceInputs(letter);
  if (escaped !== undefined) return escapedInputs(text(escaped));
  return typed === undefined ? [] : characterInputs(text(typed));
}

/** A paste may be as large as a page of the web (bytes). */
const LARGEST = 10 * 1024 * 1024;
const PASTE_END = '\x1b[201~';

/**
 * Begins a paste (xterm's mode 2004). What takes its bytes, one a character, gives back `null` while
 * it goes on, then its text, which is `null` for one that is too large, and what came after it.
 */
export function createPastedText() {
  const parts: string[] = [];
  let length = 0;
  /** The last of it, which may begin the end. */
  let tail = '';
  /** Keeps a part; of what is too large only the size. */
  const keep = (part: string) => {
    length += part.length;
    if (length > LARGEST) parts.length = 0;
    else parts.push(part);
  };
  return (bytes: string): { readonly text: string | null; readonly rest: string } | null => {
    const all = tail + bytes;
    const end = all.indexOf(PASTE_END);
    const after = end === -1 ? Math.max(0, all.length - PASTE_END.length + 1) : end;
    keep(all.slice(0, after));
    tail = all.slice(after);
    if (end === -1) return null;
    // Terminals send a carriage return for the end of a line.
    const whole = text(parts.join('')).replace(/\r\n?/g, '\n');
    return { text: length > LARGEST ? null : whole, rest: all.slice(end + PASTE_END.length) };
  };
}

/** Whether bytes in a paste are a key of their own, and not some of it. */
function isSingleKey(bytes: string): boolean {
  return bytes.length === 1 || (/^\x1b.{0,5}$/.test(bytes) && bytes !== PASTE_END);
}

/**
 * Reads what one terminal sends. Bytes are one a character.
 * @param now a clock in ms
 * @param onReport told of what the terminal says of itself
 */
export function createKeyDecoder(now: () => number, onReport: (report: Report) => void = () => {}) {
  const piece = new RegExp(PIECE);
  let held = '';
  /** What ends the string or sequence that is being dropped. */
  let open: RegExp | null = null;
  /** What a command says so far; `null` in any other string. */
  let command: string | null = null;
  let since = 0;
  let pasted: ReturnType<typeof createPastedText> | null = null;
  let heard = Number.NEGATIVE_INFINITY;
  let escaped = Number.NEGATIVE_INFINITY;

  const drop = (end: RegExp, beginning: string | null = null) => {
    open = end;
    command = beginning;
    since = now();
  };
  /** @returns whether there was something to tell */
  const tell = (report: Report | null): boolean => {
    if (report !== null) onReport(report);
    return report !== null;
  };
  /** @returns what is left of the bytes */
  const readPaste = (bytes: string, inputs: Input[]): string => {
    const end = pasted?.(bytes) ?? null;
    if (end === null) return '';
    pasted = null;
    if (end.text !== '') inputs.push({ type: 'paste', text: end.text });
    return end.rest;
  };
  const keepCommand = (part: string) => {
    if (command !== null) command = command.length > LONGEST ? null : command + part;
  };
  const dropString = (end: RegExp, bytes: string): string => {
    const match = end.exec(bytes);
    if (match === null) {
      // So much at once nobody types: it is still being sent, by a machine that has much to do.
      if (bytes.length > LONGEST) since = now();
      held = STRING_CUT_OFF.exec(bytes)?.[0] ?? '';
      keepCommand(bytes.slice(0, bytes.length - held.length));
      return '';
    }
    open = null;
    keepCommand(bytes.slice(0, match.index));
    if (command !== null) tell(commandReport(command));
    return bytes.slice(match.index + match[0].length);
  };
  const hold = (cut: string, isNew: boolean) => {
    if (cut.length > LONGEST) return drop(SEQUENCE_END);
    if (isNew) since = now();
    held = cut;
  };
  const readPieces = (bytes: string, inputs: Input[], hadHeld: boolean): string => {
    piece.lastIndex = 0;
    let at = 0;
    for (let match = piece.exec(bytes); match !== null; match = piece.exec(bytes)) {
      const groups = match.groups ?? {};
      const { cut, string, body } = groups;
      if (cut !== undefined) hold(cut, !hadHeld || at > 0);
      else if (string !== undefined) drop(STRING_END, commandBeginning(string));
      else if (body === '200~') pasted = createPastedText();
      else if (body !== undefined && tell(sequenceReport(body))) {
        // Nobody holds Alt for a report: an ESC before it is the key.
        if (ESCAPED.test(match[0])) inputs.push(...characterInputs('\x1b'));
      } else for (const input of pieceInputs(groups)) inputs.push(input);
      at = piece.lastIndex;
      if (open !== null || pasted !== null) break;
    }
    return bytes.slice(at);
  };
  const readAll = (bytes: string, hadHeld: boolean): readonly Input[] => {
    const inputs: Input[] = [];
    for (let rest = bytes, isFirst = hadHeld; rest !== ''; isFirst = false) {
      if (pasted !== null) rest = readPaste(rest, inputs);
      else if (open !== null) rest = dropString(open, rest);
      else rest = readPieces(rest, inputs, isFirst);
    }
    return inputs;
  };
  const loseEnd = (bytes: string) => {
    if (bytes === INTERRUPT || (now() - heard > PASTE_PATIENCE && isSingleKey(bytes)))
      pasted = null;
  };
  return {
    /** What was done; what is cut off at the end comes with the next bytes. */
    read(bytes: string): readonly Input[] {
      if (pasted !== null) loseEnd(bytes);
      heard = now();
      const isRest = heard - escaped <= PATIENCE && REST.test(bytes);
      escaped = Number.NEGATIVE_INFINITY;
      const before = isRest ? '\x1b' : held;
      held = '';
      return readAll(before + bytes, before !== '');
    },
    /** For how long what is cut off, or open, can be waited for, in ms; `null` where nothing is. */
    patience(): number | null {
      if (open === null && held === '') return null;
      const isEscape = open === null && /^\x1b+$/.test(held);
      return Math.max(0, since + (isEscape ? ESCAPE_PATIENCE : PATIENCE) - now());
    },
    /** Gives up waiting: keys are handed over, parts of other things dropped. */
    flush(): readonly Input[] {
      const left = held;
      held = '';
      open = null;
      if (!/^\x1b+[[O]?$/.test(left)) return [];
      if (left.endsWith('\x1b')) escaped = now();
      return characterInputs(left);
    },
  };
}
