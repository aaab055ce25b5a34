// Reads keys, pastes, mouse events and replies from a terminal's bytes; drops all else.
import { PIECE, pieceInputs } from './key-pieces.ts';
import { altInput, characterInputs, escapedInputs } from './key-sequences.ts';
import type { Input } from './keys.ts';
import { createPartialString, LONGEST } from './partial-string.ts';
import { createPastedText, isSingleKey } from './pasted-text.ts';
import { sequenceReply, type TerminalReply } from './terminal-replies.ts';

/** Longest wait for the end of a sequence or a reply, which is sent at once (ms). */
const PATIENCE = 500;
/** Longest wait after an ESC for the rest of a sequence; without that it was the Esc key (ms). */
const ESCAPE_PATIENCE = 25;
/** Longest pause in a paste over a network (ms). */
const PASTE_PATIENCE = 2000;
const INTERRUPT = '\x03';

/** A sequence with another ESC before it, which some terminals send for Alt. */
const ESCAPED = /^\x1b(?:\x1b|\xc2?[\x8f\x9b])/;
/** The rest of a sequence whose ESC was taken for a key. */
const REST = /^(?:[\]P_^X[].|O[A-Za-z])/s;

/** The state of reading one terminal's bytes. */
interface Reading {
  /** An incomplete sequence at the end of the bytes. */
  held: string;
  /** When what is held or open began, or last went on (ms). */
  since: number;
  /** Whether a paste or a long string has stopped: then a single key means that its end was lost. */
  isSilent: boolean;
  pasted: ReturnType<typeof createPastedText> | null;
  readonly string: ReturnType<typeof createPartialString>;
  readonly now: () => number;
  readonly onReply: (reply: TerminalReply) => void;
}

function openString(reading: Reading, opening?: string): void {
  reading.string.open(opening);
  reading.since = reading.now();
}

/** @param isNew whether none of it was held before */
function hold(reading: Reading, cut: string, isNew: boolean): void {
  if (cut.length > LONGEST) openString(reading);
  else {
    if (isNew) reading.since = reading.now();
    reading.held = cut;
  }
}

/** @returns the rest of the bytes, as the other readers do */
function readPaste(reading: Reading, bytes: string, inputs: Input[]): string {
  const end = reading.pasted?.(bytes) ?? null;
  if (end === null) return '';
  reading.pasted = null;
  if (end.text !== '') inputs.push({ type: 'paste', text: end.text });
  return end.rest;
}

function readString(reading: Reading, bytes: string): string {
  const { rest, held, reply } = reading.string.read(bytes);
  if (reply !== null) reading.onReply(reply);
  reading.held = held;
  return rest;
}

function readPiece(
  reading: Reading,
  match: RegExpExecArray,
  isNew: boolean,
  inputs: Input[],
): void {
  const groups = match.groups ?? {};
  const { cut, string, body } = groups;
  const reply = body === undefined ? null : sequenceReply(body);
  if (cut !== undefined) hold(reading, cut, isNew);
  else if (string !== undefined) openString(reading, string);
  else if (body === '200~') reading.pasted = createPastedText();
  else if (reply === null) {
    const isAlt = ESCAPED.test(match[0]);
    for (const input of pieceInputs(groups)) inputs.push(isAlt ? altInput(input) : input);
  } else {
    reading.onReply(reply);
    // An ESC before a reply is a key, for nobody holds Alt with a reply.
    if (ESCAPED.test(match[0])) inputs.push(...characterInputs('\x1b'));
  }
}

function readPieces(reading: Reading, bytes: string, isNew: boolean, inputs: Input[]): string {
  PIECE.lastIndex = 0;
  let at = 0;
  for (let match = PIECE.exec(bytes); match !== null; match = PIECE.exec(bytes)) {
    readPiece(reading, match, isNew || at > 0, inputs);
    at = match.index + match[0].length;
    if (reading.string.isOpen() || reading.pasted !== null) break;
  }
  return bytes.slice(at);
}

/** Whether something that no person types is still being sent. */
function isBeingSent({ pasted, string }: Reading): boolean {
  return pasted !== null || string.isBeingSent();
}

/** @param before bytes that were held */
function readAll(reading: Reading, before: string, bytes: string): readonly Input[] {
  const inputs: Input[] = [];
  let isNew = before === '';
  reading.held = '';
  for (let rest = before + bytes; rest !== ''; isNew = true) {
    if (reading.pasted !== null) rest = readPaste(reading, rest, inputs);
    else if (reading.string.isOpen()) rest = readString(reading, rest);
    else rest = readPieces(reading, rest, isNew, inputs);
  }
  if (isBeingSent(reading)) reading.since = reading.now();
  return inputs;
}

/**
 * Reads the input of one terminal, a byte in each character.
 * @param now a clock in ms
 * @param onReport told of what the terminal says of itself
 */
export function createKeyDecoder(
  now: () => number,
  onReply: (reply: TerminalReply) => void = () => {},
) {
  const string = createPartialString();
  const reading: Reading = {
    held: '',
    since: 0,
    isSilent: false,
    pasted: null,
    string,
    now,
    onReply,
  };
  let escaped = Number.NEGATIVE_INFINITY;
  /** How long to wait for what is held or open; 0 where nothing is. */
  const patienceOf = (): number => {
    if (reading.isSilent) return 0;
    if (reading.pasted !== null) return PASTE_PATIENCE;
    if (!string.isOpen() && /^\x1b+$/.test(reading.held)) return ESCAPE_PATIENCE;
    return string.isOpen() || reading.held !== '' ? PATIENCE : 0;
  };
  const loseEnd = () => {
    reading.held = '';
    reading.pasted = null;
    string.close();
  };
  return {
    /** The inputs in the bytes; an incomplete one at the end comes with the next bytes. */
    read(bytes: string): readonly Input[] {
      const isInterrupt = reading.pasted !== null && bytes === INTERRUPT;
      if (reading.isSilent ? isSingleKey(bytes) : isInterrupt) loseEnd();
      reading.isSilent = false;
      const isRest = now() - escaped <= PATIENCE && REST.test(bytes);
      escaped = Number.NEGATIVE_INFINITY;
      return readAll(reading, isRest ? '\x1b' : reading.held, bytes);
    },
    /** How much longer to wait for what is held or open, in ms; `null` where nothing is. */
    patience(): number | null {
      const patience = patienceOf();
      return patience === 0 ? null : Math.max(0, reading.since + patience - now());
    },
    /** Stops waiting: returns keys, and drops parts of other things. */
    flush(): readonly Input[] {
      // The rest of it would be taken for thousands of keys.
      reading.isSilent = isBeingSent(reading);
      if (reading.isSilent) return [];
      const { held } = reading;
      reading.held = '';
      string.close();
      const [, escapes = '', letter = ''] = /^(\x1b*)(?:\x1b([[O]))?$/.exec(held) ?? [];
      if (escapes !== '' && letter === '') escaped = now();
      return [...characterInputs(escapes), ...escapedInputs(letter)];
    },
  };
}
