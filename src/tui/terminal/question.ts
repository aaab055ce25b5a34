// What the terminal is asked, in one write, and until when its answers are waited for.
import type { PictureTrait } from '../../text/pictures/picture-ways.ts';
import type { Background } from '../../text/themes.ts';
import { command, type Takeover } from './modes.ts';
import type { Report, TerminalChange } from './reports.ts';

/** A terminal's background (xterm's OSC 11), and Kitty's keyboard: what knows them answers. */
const KNOWN = `${command('11;?')}\x1b[?u`;
/** Which device it is (DA1): every terminal answers that, and what was asked before it first. */
const LAST = '\x1b[c';
/** What counts for pictures: its name (XTVERSION), and the points of a cell, or of all (xterm's way). */
const PICTURES = '\x1b[>q\x1b[16t\x1b[?2;1;0S';
/** Whether Kitty's graphics come through tmux: it answers the others itself, and before this. */
const PASSED = '\x1bPtmux;\x1b\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\x1b\\\x1b\\';
/** How long an answer is waited for (ms). */
const PATIENCE = 500;
/** How long one from far away is (ms). */
const FAR_PATIENCE = 1500;

/** Waits for answers, all who wait at once, and not for ever. */
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
    /** Resolves when they are there, or will not come; `null` where nobody waits. */
    now: () => waiting,
  };
}

/**
 * @param write false where someone else has the terminal: it is asked when that is over
 * @param tell told of what is another by now
 * @param how whether pictures are to be shown as well as the terminal can, and whether it is far away
 */
export function createQuestion(
  write: (text: string) => boolean,
  tell: (told: TerminalChange | PictureTrait) => void,
  { asksPictures, isFar }: Pick<Takeover, 'asksPictures' | 'isFar'>,
) {
  let question = KNOWN + (asksPictures ? PICTURES : '') + LAST;
  let answers = 1;
  let open = 0;
  let isColorTold = false;
  let preferred: Background | null = null;
  const waiting = createWaiting(isFar ? FAR_PATIENCE : PATIENCE, () => {
    open = 0;
    // A terminal may be dark on a light desktop: what its user prefers counts where it tells no colour.
    if (preferred !== null && !isColorTold) tell({ type: 'background', is: preferred });
  });
  const ask = () => {
    if (!write(question)) return;
    open += answers;
    isColorTold = false;
    waiting.begin();
  };
  return {
    ask,
    /** From now on it is asked through tmux, too. */
    askThrough() {
      if (!asksPictures) return;
      question += PASSED;
      answers = 2;
    },
    /** Until when others may not have the terminal: they would take the answer for keys. */
    waiting: waiting.now,
    hear(report: Exclude<Report, { readonly type: 'keyboard' }>) {
      if (report.type === 'preference') {
        preferred = report.is;
        ask();
        return;
      }
      const isLast = report.type === 'answered' || report.type === 'passed';
      // One that comes too late is of a question that nobody waits for.
      if (isLast) open = Math.max(0, open - 1);
      isColorTold ||= report.type === 'background';
      if (report.type !== 'answered') tell(report);
      else if (report.hasSixel) tell({ type: 'sixel' });
      if (isLast && open === 0) waiting.end();
    },
  };
}
