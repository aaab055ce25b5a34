// Progress on a terminal: one line that is written over, on what takes longer than a second.
import { cleanLine } from '../../core/clean.ts';
import type { Io } from './io.ts';

const PATIENCE = 1000;
const LONGEST = 72;
const ERASE = '\r\u001b[K';

export interface Progress {
  readonly show: (text: string) => void;
  /** Takes the line away, before anything else is written. */
  readonly clear: () => void;
  readonly end: () => void;
}

const NONE: Progress = { show() {}, clear() {}, end() {} };

/** Shows nothing within the first second. */
export function createProgress({ drawProgress }: Io): Progress {
  if (drawProgress === null) return NONE;
  let isLate = false;
  let line = '';
  const draw = (): void => {
    if (isLate && line !== '') drawProgress(`${ERASE}${line}`);
  };
  const timer = setTimeout(() => {
    isLate = true;
    draw();
  }, PATIENCE);
  const clear = (): void => {
    if (isLate && line !== '') drawProgress(ERASE);
    line = '';
  };
  return {
    show(text) {
      line = cleanLine(text).slice(0, LONGEST);
      draw();
    },
    clear,
    end() {
      clearTimeout(timer);
      clear();
    },
  };
}
