// Takes out of what the terminal sends what no person typed: its answers to questions, asked before.

/** An answer is sent in one go; what comes later than this after its start was typed (ms). */
const PATIENCE = 500;
/** Starts of OSC, DCS, APC, PM and SOS strings (ECMA-48 §5.6), in 7 and in 8 bits. */
const START = /\x1b[\]P_^X]|[\x90\x98\x9d-\x9f]/;
/** What ends such a string: BEL, ST; any other control was typed and stays. */
const END = /\x07|\x1b\\|\x9c|(?=\x1b[^\\]|[\0-\x06\b-\x1a\x1c-\x1f\x7f])/;
/** A mouse report or another sequence with parameters that is cut off. */
const CUT_OFF = /\x1b\[[<?]?[\d;]+$|\x1b\[[<?]$/;

/** Hands on what was typed in a chunk; what is cut off at its end comes with the next one. */
export type KeyFilter = (chunk: string) => string;

/** Makes the filter of one terminal. @param now a clock in ms */
export function createKeyFilter(now: () => number): KeyFilter {
  let held = '';
  let started: number | null = null;
  let escaped = Number.NEGATIVE_INFINITY;

  /** What is left after the string that is open; '' where it goes on. */
  const closeString = (text: string): string => {
    const end = END.exec(text);
    if (end === null) {
      held = text.endsWith('\x1b') ? '\x1b' : '';
      return '';
    }
    started = null;
    return text.slice(end.index + end[0].length);
  };
  const holdBack = (text: string): string => {
    const at = CUT_OFF.exec(text)?.index ?? text.length;
    held = text.slice(at);
    return text.slice(0, at);
  };
  const typedIn = (text: string): string => {
    let typed = '';
    let rest = started === null ? text : closeString(text);
    for (let start = START.exec(rest); start !== null; start = START.exec(rest)) {
      typed += rest.slice(0, start.index);
      started = now();
      rest = closeString(rest.slice(start.index + start[0].length));
    }
    return started === null ? typed + holdBack(rest) : typed;
  };
  return (chunk) => {
    if (chunk === '') return '';
    const isLate = started !== null && now() - started > PATIENCE;
    if (isLate) started = null;
    // The ESC of a string that was cut there has been handed on as a key.
    const isCut = now() - escaped <= PATIENCE && /^[\]P_^X]/.test(chunk);
    const text = `${isCut ? '\x1b' : held}${chunk}`;
    held = '';
    const typed = typedIn(text);
    escaped = typed.endsWith('\x1b') ? now() : Number.NEGATIVE_INFINITY;
    return typed;
  };
}
