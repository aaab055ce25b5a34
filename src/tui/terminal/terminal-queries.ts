// Queries to the terminal, sent in one write, and the wait for its replies.
import type { PictureTrait } from '../../text/pictures/picture-protocols.ts';
import type { Background } from '../../text/themes.ts';
import { command, type Takeover } from './modes.ts';
import type { TerminalChange, TerminalReply } from './terminal-replies.ts';

/** The background (xterm's OSC 11), and Kitty's keyboard: a terminal that knows them replies. */
const KNOWN = `${command('11;?')}\x1b[?u`;
/** Which device it is (DA1): every terminal replies to that, after all that was asked before. */
const LAST = '\x1b[c';
/** For pictures: its name (XTVERSION), and the pixels of a cell, or of the whole area (xterm's way). */
const PICTURES = '\x1b[>q\x1b[16t\x1b[?2;1;0S';
/** Whether Kitty's graphics come through tmux, which itself replies to the others first. */
const PASSED = '\x1bPtmux;\x1b\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\x1b\\\x1b\\';
/** How long to wait for replies (ms). */
const PATIENCE = 500;
/** The same over a network (ms). */
const FAR_PATIENCE = 1500;

/** One wait for all who wait; it ends without replies after `patience`. */
function createWaiting(patience: number, finished: () => void) {
  let waiting: Promise<void> | null = null;
  let end = () => {};
  const wait = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => end(), patience);
      end = () => {
        clearTimeout(timer);
        waiting = null;
        end = () => {};
        finished();
        resolve();
      };
    });
  return {
    begin() {
      waiting ??= wait();
    },
    end: () => end(),
    /** Resolves when the replies are there, or will not come; `null` where nothing is awaited. */
    now: () => waiting,
  };
}

/**
 * @param write false while another program has the terminal: it is asked again when that is over
 * @param tell called with each change
 * @param how whether pictures are to be shown as well as the terminal can, and whether it is far away
 */
export function createTerminalQueries(
  write: (text: string) => boolean,
  tell: (told: TerminalChange | PictureTrait) => void,
  { asksPictures, isFar }: Pick<Takeover, 'asksPictures' | 'isFar'>,
) {
  let query = KNOWN + (asksPictures ? PICTURES : '') + LAST;
  let answers = 1;
  let open = 0;
  let isColorTold = false;
  let preferred: Background | null = null;
  const waiting = createWaiting(isFar ? FAR_PATIENCE : PATIENCE, () => {
    open = 0;
    // A terminal may be dark on a light desktop: the user's preference counts only without a colour.
    if (preferred !== null && !isColorTold) tell({ type: 'background', is: preferred });
  });
  const ask = () => {
    if (!write(query)) return;
    open += answers;
    isColorTold = false;
    waiting.begin();
  };
  return {
    ask,
    /** From now on asks the terminal behind tmux, too. */
    askThrough() {
      if (!asksPictures) return;
      query += PASSED;
      answers = 2;
    },
    /** Until it ends no other program may have the terminal: it would take the replies for keys. */
    waiting: waiting.now,
    hear(reply: Exclude<TerminalReply, { readonly type: 'keyboard' }>) {
      if (reply.type === 'preference') {
        preferred = reply.is;
        ask();
        return;
      }
      const isLast = reply.type === 'answered' || reply.type === 'passed';
      // A late one belongs to queries that are no longer awaited.
      if (isLast) open = Math.max(0, open - 1);
      isColorTold ||= reply.type === 'background';
      if (reply.type !== 'answered') tell(reply);
      else if (reply.hasSixel) tell({ type: 'sixel' });
      if (isLast && open === 0) waiting.end();
    },
  };
}
