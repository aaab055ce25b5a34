// The terminal itself: takes it over, and gives it back on every way out.
import { writeSync } from 'node:fs';
import process from 'node:process';
import type { ReadStream } from 'node:tty';
import { tryOr } from '../../core/try-or.ts';
import type { PictureTrait } from '../../text/pictures/picture-protocols.ts';
import { createKeyStream, openInput } from './key-stream.ts';
import { knownSize, type Size } from './keys.ts';
import { createModes, MOUSE, PLAIN_ESCAPE, type Takeover } from './modes.ts';
import { createStops, guard, uninterrupted } from './signals.ts';
import { createTerminalQueries } from './terminal-queries.ts';
import type { TerminalChange } from './terminal-replies.ts';

/** How long after its return the terminal is asked again (ms). */
const RETURN_WAIT = 200;

export type Terminal = ReturnType<typeof openTerminal>;

/** Writes at once, whatever state the process is in; a terminal that has gone is no error. */
function writeNow(text: string): void {
  // One that was closed (SIGHUP) or is full nobody could read more of.
  tryOr(() => writeSync(1, text), 0);
}

/** What is done beside its modes when others have the terminal: written before, and called after that. */
interface Absence {
  readonly before: () => string;
  readonly after: () => void;
}

/** The terminal as the reader's, or as someone else's for a while. */
function createHold(
  modes: ReturnType<typeof createModes>,
  input: ReadStream,
  keys: Pick<ReturnType<typeof createKeyStream>, 'pause' | 'resume'>,
) {
  let isHeld = false;
  let absence: Absence = { before: () => '', after: () => {} };
  let asking: NodeJS.Timeout | undefined;
  const setRaw = (isRaw: boolean) => {
    // Of a terminal that has gone there is nothing left to set.
    if (!input.destroyed) tryOr(() => input.setRawMode(isRaw), input);
  };
  return {
    onAbsence(what: Absence) {
      absence = what;
    },
    /**
     * While someone else has the terminal nothing is written: its flow may be stopped there.
     * @returns whether it was
     */
    write(text: string): boolean {
      if (isHeld) process.stdout.write(text);
      return isHeld;
    },
    set(change: string) {
      if (isHeld) writeNow(change);
    },
    // Keys are the reader's before it is seen: Ctrl-Z on the first frame would stop it as it stands.
    take() {
      if (isHeld) return;
      setRaw(true);
      keys.resume();
      isHeld = true;
      writeNow(modes.enter());
    },
    giveBack() {
      if (!isHeld) return;
      isHeld = false;
      clearTimeout(asking);
      writeNow(modes.leave(absence.before()));
      // Whose the terminal is now gets its keys, and its Ctrl-D would end the input for good.
      keys.pause();
      setRaw(false);
    },
    /** After it was someone else's. @param ask for what changed meanwhile, of which nobody was told */
    takeAgain(ask: () => void) {
      this.take();
      absence.after();
      clearTimeout(asking);
      asking = setTimeout(ask, RETURN_WAIT).unref();
    },
  };
}

/** What the terminal is asked, and who is told of its answers. @param write false where it cannot be */
function createAsking(how: Takeover, write: (text: string) => boolean) {
  let tell: (told: TerminalChange | PictureTrait) => void = () => {};
  /** What nobody listens to is not asked; the next to have the terminal waits for no answer. */
  let again = () => {};
  const queries = createTerminalQueries(write, (told) => tell(told), how);
  return {
    hear: queries.hear,
    waiting: queries.waiting,
    again: () => again(),
    ask(listener: typeof tell, passes = false) {
      tell = listener;
      if (passes) queries.askThrough();
      again = queries.ask;
      again();
    },
  };
}

function terminalSize(): Size {
  return knownSize(process.stdout.columns, process.stdout.rows);
}

function hearSizes(listener: (size: Size) => void): () => void {
  const resized = () => listener(terminalSize());
  resized();
  process.stdout.on('resize', resized);
  return () => void process.stdout.off('resize', resized);
}

function lend<Result>(giveBack: () => void, takeAgain: () => void, use: () => Result): Result {
  giveBack();
  try {
    return uninterrupted(use);
  } finally {
    takeAgain();
  }
}

/** Opens the terminal of this process. Nothing is drawn before `enter`. */
export function openTerminal(how: Takeover) {
  const modes = createModes(how);
  const { input, close: closeInput } = openInput();
  const asking = createAsking(how, (text) => hold.write(text));
  const keys = createKeyStream(input, (reply) => {
    if (reply.type === 'keyboard') hold.set(modes.add(PLAIN_ESCAPE));
    // The keys that came with it were pressed before someone went elsewhere.
    else queueMicrotask(() => asking.hear(reply));
  });
  const hold = createHold(modes, input, keys);
  const takeAgain = () => hold.takeAgain(asking.again);
  let lose = () => {};
  const release = guard(() => {
    hold.giveBack();
    lose();
  });
  const stops = createStops(async () => {
    while (asking.waiting() !== null) await asking.waiting();
    hold.giveBack();
    return takeAgain;
  });
  return {
    keys,
    size: terminalSize,
    enter: hold.take,
    write: hold.write,
    onAbsence: hold.onAbsence,
    /** Clicks and the wheel are the reader's from now on, or the terminal's. */
    takeMouse: (isTaken: boolean) => hold.set(isTaken ? modes.add(MOUSE) : modes.drop(MOUSE)),
    /**
     * Asks the terminal what it is like.
     * @param listener told of that, and of what changes later
     * @param passes whether pictures may come through tmux
     */
    ask: asking.ask,
    /** Resolves when an answer is there that whoever has the terminal next would take for keys. */
    answered: asking.waiting,
    /** Gives the terminal to someone else for a while, such as an editor. */
    lend: <Result>(use: () => Result) => lend(hold.giveBack, takeAgain, use),
    suspend: stops.suspend,
    onStop: stops.onStop,
    /** Tells each size from now on, the present one first. @returns how to stop listening */
    onSize: hearSizes,
    /** Called when the process dies of a signal or simply ends, after the terminal was given back. */
    onLoss(listener: () => void) {
      lose = listener;
    },
    close() {
      release();
      stops.close();
      hold.giveBack();
      closeInput();
    },
  };
}
