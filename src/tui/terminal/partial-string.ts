// A control string, or a sequence that is too long, of which a part has arrived.
import { WIDE_CUT_OFF } from './key-pieces.ts';
import { commandReply, type TerminalReply } from './terminal-replies.ts';

/** No key's sequence and no reply is longer (bytes). */
export const LONGEST = 64;

/** What opens strings that may be replies: OSC, DCS and APC. */
const COMMAND = /[\]\x9d]$|(?<device>[P\x90])$|(?<application>[_\x9f])$/;

/** What `commandReply` has before the text; `null` for a string that is no reply. */
function commandBeginning(opening: string): string | null {
  const found = COMMAND.exec(opening);
  if (found === null) return null;
  const { device, application } = found.groups ?? {};
  if (application !== undefined) return '_';
  return device === undefined ? '' : 'P';
}

/** A string ends at BEL or ST; any other control was typed after it, and stays. */
const STRING_END =
  /\x07|\x1b\\|\xc2\x9c|(?<![\x80-\xff])\x9c|(?=\x1b[^\\]|[\0-\x06\b-\x1a\x1c-\x1f\x7f])/;
/** A part of its end, or of a character that has the same byte. */
const STRING_CUT_OFF = new RegExp(`(?:\\x1b|${WIDE_CUT_OFF})$`);
/** What ends a sequence that is too long. */
const SEQUENCE_END = /[@-~]|(?=[^ -?])/;

interface StringPart {
  /** The bytes after its end; '' while it goes on. */
  readonly rest: string;
  /** A possible part of its end, to be read again before the next bytes. */
  readonly held: string;
  readonly reply: TerminalReply | null;
}

/** Each character stands for a byte. */
export function createPartialString() {
  let end: RegExp | null = null;
  /** The text of a reply so far; `null` in any other string. */
  let command: string | null = null;
  let length = 0;
  const keep = (part: string) => {
    length += part.length;
    if (command !== null) command = command.length > LONGEST ? null : command + part;
  };
  return {
    isOpen: () => end !== null,
    /** Nobody types so much: a busy machine is still sending it. */
    isBeingSent: () => end !== null && length > LONGEST,
    /** @param opening what opens a string; without it a sequence goes on that is too long */
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
        return { rest: '', held, reply: null };
      }
      end = null;
      keep(bytes.slice(0, found.index));
      const rest = bytes.slice(found.index + found[0].length);
      return { rest, held: '', reply: command === null ? null : commandReply(command) };
    },
  };
}
