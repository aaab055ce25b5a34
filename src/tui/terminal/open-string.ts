// A string of a terminal, or a sequence that is too long, while it is being sent.
import { WIDE_CUT_OFF } from './key-pieces.ts';
import { commandReport, type Report } from './reports.ts';

/** A sequence with more parameters is nobody's key, and a longer string nobody's answer; bytes. */
export const LONGEST = 64;

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

/** What ends a string: BEL, ST; any other control was typed and stays. */
const STRING_END =
  /\x07|\x1b\\|\xc2\x9c|(?<![\x80-\xff])\x9c|(?=\x1b[^\\]|[\0-\x06\b-\x1a\x1c-\x1f\x7f])/;
/** What may begin its end, or a character that has the byte of one. */
const STRING_CUT_OFF = new RegExp(`(?:\\x1b|${WIDE_CUT_OFF})$`);
/** What ends a sequence that is too long. */
const SEQUENCE_END = /[@-~]|(?=[^ -?])/;

interface StringPart {
  /** The bytes behind its end; '' while it goes on. */
  readonly rest: string;
  /** What may begin its end, to come again before the next bytes. */
  readonly held: string;
  readonly report: Report | null;
}

/** Begins with none open. Bytes are one a character. */
export function createOpenString() {
  let end: RegExp | null = null;
  /** What a command says so far; `null` in any other string. */
  let command: string | null = null;
  let length = 0;
  const keep = (part: string) => {
    length += part.length;
    if (command !== null) command = command.length > LONGEST ? null : command + part;
  };
  return {
    isOpen: () => end !== null,
    /** Nobody types so much: it is still being sent, by a machine that has much to do. */
    isBeingSent: () => end !== null && length > LONGEST,
    /** @param opening what opens a string; without it, a sequence goes on that is too long */
    open(opening?: string) {
      [end, command, length] =
        opening === undefined
          ? [SEQUENCE_END, null, Number.POSITIVE_INFINITY]
          : [STRING_END, commandBeginning(opening), 0];
    },
    /** Gives up waiting for its end. */
    close() {
      end = null;
    },
    read(bytes: string): StringPart {
      const found = end?.exec(bytes);
      if (!found) {
        const held = STRING_CUT_OFF.exec(bytes)?.[0] ?? '';
        keep(bytes.slice(0, bytes.length - held.length));
        return { rest: '', held, report: null };
      }
      end = null;
      keep(bytes.slice(0, found.index));
      const rest = bytes.slice(found.index + found[0].length);
      return { rest, held: '', report: command === null ? null : commandReport(command) };
    },
  };
}
