// Reads keys, pastes, mouse events and reports in a terminal's bytes; all else is dropped whole.
import { PIECE, pieceInputs } from './key-pieces.ts';
import { characterInputs } from './key-sequences.ts';
import type { Input } from './keys.ts';
import { createOpenString, LONGEST } from './open-string.ts';
import { createPastedText, isAfterPaste } from './pasted-text.ts';
import { type Report, sequenceReport } from './reports.ts';

/** A sequence or an answer is sent in one go: what is open for longer was none (ms). */
const PATIENCE = 500;
/** The rest of a key's sequence follows its ESC at once; else it was the key of that name (ms). */
const ESCAPE_PATIENCE = 25;

/** A sequence with one more ESC before it. */
const ESCAPED = /^\x1b[^[]/;
/** The rest of a sequence whose ESC was taken for a key. */
const REST = /^(?:[\]P_^X[].|O[A-Za-z])/s;

/** How far the bytes of one terminal are read. */
interface Reading {
  /** What is cut off at their end. */
  held: string;
  /** When what is held or open began, or was last seen to be still coming (ms). */
  since: number;
  pasted: ReturnType<typeof createPastedText> | null;
  readonly string: ReturnType<typeof createOpenString>;
  readonly now: () => number;
  readonly onReport: (report: Report) => void;
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

/** @returns what is left of the bytes, as the others do */
function readPaste(reading: Reading, bytes: string, inputs: Input[]): string {
  const end = reading.pasted?.(bytes) ?? null;
  if (end === null) return '';
  reading.pasted = null;
  if (end.text !== '') inputs.push({ type: 'paste', text: end.text });
  return end.rest;
}

function readString(reading: Reading, bytes: string): string {
  const { rest, held, report } = reading.string.read(bytes);
  // So much at once nobody types: it is still being sent, by a machine that has much to do.
  if (reading.string.isOpen() && bytes.length > LONGEST) reading.since = reading.now();
  if (report !== null) reading.onReport(report);
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
  const report = body === undefined ? null : sequenceReport(body);
  if (cut !== undefined) hold(reading, cut, isNew);
  else if (string !== undefined) openString(reading, string);
  else if (body === '200~') reading.pasted = createPastedText();
  else if (report === null) for (const input of pieceInputs(groups)) inputs.push(input);
  else {
    reading.onReport(report);
    // Nobody holds Alt for a report: an ESC before it is the key.
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

/** @param before what comes before the bytes, and was seen already */
function readAll(reading: Reading, before: string, bytes: string): readonly Input[] {
  const inputs: Input[] = [];
  let isNew = before === '';
  reading.held = '';
  for (let rest = before + bytes; rest !== ''; isNew = true) {
    if (reading.pasted !== null) rest = readPaste(reading, rest, inputs);
    else if (reading.string.isOpen()) rest = readString(reading, rest);
    else rest = readPieces(reading, rest, isNew, inputs);
  }
  return inputs;
}

/**
 * Reads what one terminal sends. Bytes are one a character.
 * @param now a clock in ms
 * @param onReport told of what the terminal says of itself
 */
export function createKeyDecoder(now: () => number, onReport: (report: Report) => void = () => {}) {
  const string = createOpenString();
  const reading: Reading = { held: '', since: 0, pasted: null, string, now, onReport };
  let heard = Number.NEGATIVE_INFINITY;
  let escaped = Number.NEGATIVE_INFINITY;
  return {
    /** What was done; what is cut off at the end comes with the next bytes. */
    read(bytes: string): readonly Input[] {
      const time = now();
      if (reading.pasted !== null && isAfterPaste(bytes, time - heard)) reading.pasted = null;
      const isRest = time - escaped <= PATIENCE && REST.test(bytes);
      heard = time;
      escaped = Number.NEGATIVE_INFINITY;
      return readAll(reading, isRest ? '\x1b' : reading.held, bytes);
    },
    /** For how long what is cut off, or open, can be waited for, in ms; `null` where nothing is. */
    patience(): number | null {
      if (!string.isOpen() && reading.held === '') return null;
      const isEscape = !string.isOpen() && /^\x1b+$/.test(reading.held);
      return Math.max(0, reading.since + (isEscape ? ESCAPE_PATIENCE : PATIENCE) - now());
    },
    /** Gives up waiting: keys are handed over, parts of other things dropped. */
    flush(): readonly Input[] {
      const { held } = reading;
      reading.held = '';
      string.close();
      if (!/^\x1b+[[O]?$/.test(held)) return [];
      if (held.endsWith('\x1b')) escaped = now();
      return characterInputs(held);
    },
  };
}
