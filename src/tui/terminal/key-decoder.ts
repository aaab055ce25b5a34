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

/** Reads the input of one terminal, a byte in each character. */
export class KeyDecoder {
  readonly #now: () => number;
  readonly #onReply: (reply: TerminalReply) => void;
  /** An incomplete sequence at the end of the bytes. */
  #held = '';
  /** When what is held or open began, or last went on (ms). */
  #since = 0;
  /** Whether a paste or a long string has stopped: then a single key means that its end was lost. */
  #isSilent = false;
  #pasted: ReturnType<typeof createPastedText> | null = null;
  readonly #string = createPartialString();
  /** When an ESC was last taken for a key. */
  #escaped = Number.NEGATIVE_INFINITY;
  /** The inputs in the bytes that are being read. */
  #inputs: Input[] = [];

  /**
   * @param now a clock in ms
   * @param onReply told of what the terminal says of itself
   */
  constructor(now: () => number, onReply: (reply: TerminalReply) => void = () => {}) {
    this.#now = now;
    this.#onReply = onReply;
  }

  /** The inputs in the bytes; an incomplete one at the end comes with the next bytes. */
  read(bytes: string): readonly Input[] {
    const isInterrupt = this.#pasted !== null && bytes === INTERRUPT;
    if (this.#isSilent ? isSingleKey(bytes) : isInterrupt) this.#loseEnd();
    this.#isSilent = false;
    const isRest = this.#now() - this.#escaped <= PATIENCE && REST.test(bytes);
    this.#escaped = Number.NEGATIVE_INFINITY;
    return this.#readAll(isRest ? '\x1b' : this.#held, bytes);
  }

  /** How much longer to wait for what is held or open, in ms; `null` where nothing is. */
  patience(): number | null {
    const patience = this.#patience();
    return patience === 0 ? null : Math.max(0, this.#since + patience - this.#now());
  }

  /** Stops waiting: returns keys, and drops parts of other things. */
  flush(): readonly Input[] {
    // The rest of it would be taken for thousands of keys.
    this.#isSilent = this.#isBeingSent();
    if (this.#isSilent) return [];
    const held = this.#held;
    this.#held = '';
    this.#string.close();
    const [, escapes = '', letter = ''] = /^(\x1b*)(?:\x1b([[O]))?$/.exec(held) ?? [];
    if (escapes !== '' && letter === '') this.#escaped = this.#now();
    return [...characterInputs(escapes), ...escapedInputs(letter)];
  }

  /** How long to wait for what is held or open; 0 where nothing is. */
  #patience(): number {
    if (this.#isSilent) return 0;
    if (this.#pasted !== null) return PASTE_PATIENCE;
    if (this.#string.isOpen()) return PATIENCE;
    if (/^\x1b+$/.test(this.#held)) return ESCAPE_PATIENCE;
    return this.#held === '' ? 0 : PATIENCE;
  }

  /** Whether something that no person types is still being sent. */
  #isBeingSent(): boolean {
    return this.#pasted !== null || this.#string.isBeingSent();
  }

  #loseEnd(): void {
    this.#held = '';
    this.#pasted = null;
    this.#string.close();
  }

  /** @param before bytes that were held */
  #readAll(before: string, bytes: string): readonly Input[] {
    this.#inputs = [];
    let isNew = before === '';
    this.#held = '';
    for (let rest = before + bytes; rest !== ''; isNew = true) {
      if (this.#pasted !== null) rest = this.#readPaste(this.#pasted(rest));
      else if (this.#string.isOpen()) rest = this.#readString(rest);
      else rest = this.#readPieces(rest, isNew);
    }
    if (this.#isBeingSent()) this.#since = this.#now();
    return this.#inputs;
  }

  /** @returns the rest of the bytes, as the other readers do */
  #readPaste(end: ReturnType<ReturnType<typeof createPastedText>>): string {
    if (end === null) return '';
    this.#pasted = null;
    if (end.text !== '') this.#inputs.push({ type: 'paste', text: end.text });
    return end.rest;
  }

  #readString(bytes: string): string {
    const { rest, held, reply } = this.#string.read(bytes);
    if (reply !== null) this.#onReply(reply);
    this.#held = held;
    return rest;
  }

  #readPieces(bytes: string, isNew: boolean): string {
    PIECE.lastIndex = 0;
    let at = 0;
    for (let match = PIECE.exec(bytes); match !== null; match = PIECE.exec(bytes)) {
      this.#readPiece(match, isNew || at > 0);
      at = match.index + match[0].length;
      if (this.#string.isOpen() || this.#pasted !== null) break;
    }
    return bytes.slice(at);
  }

  #readPiece(match: RegExpExecArray, isNew: boolean): void {
    const groups = match.groups ?? {};
    const { cut, string, body } = groups;
    const reply = body === undefined ? null : sequenceReply(body);
    const isAlt = ESCAPED.test(match[0]);
    if (cut !== undefined) this.#hold(cut, isNew);
    else if (string !== undefined) this.#openString(string);
    else if (body === '200~') this.#pasted = createPastedText();
    else if (reply === null) {
      for (const input of pieceInputs(groups)) this.#inputs.push(isAlt ? altInput(input) : input);
    } else {
      this.#onReply(reply);
      // An ESC before a reply is a key, for nobody holds Alt with a reply.
      if (isAlt) this.#inputs.push(...characterInputs('\x1b'));
    }
  }

  /** @param isNew whether none of it was held before */
  #hold(cut: string, isNew: boolean): void {
    if (cut.length > LONGEST) this.#openString();
    else {
      if (isNew) this.#since = this.#now();
      this.#held = cut;
    }
  }

  #openString(opening?: string): void {
    this.#string.open(opening);
    this.#since = this.#now();
  }
}
