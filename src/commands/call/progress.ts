// Progress on a terminal: one line that is written over, on what takes longer than a second.
import { cleanLine } from '../../core/clean.ts';
import type { Io } from './io.ts';

const PATIENCE = 1000;
const LONGEST = 72;
const ERASE = '\r\u001b[K';

export type Progress = ReturnType<typeof createProgress>;

/** Shows nothing within the first second. */
export function createProgress({ drawProgress }: Io) {
  let isLate = false;
  let line = '';
  const draw = (text: string): void => {
    if (isLate && line !== '') drawProgress?.(ERASE + text);
  };
  const timer = setTimeout(() => {
    isLate = true;
    draw(line);
  }, PATIENCE);
  const clear = (): void => {
    draw('');
    line = '';
  };
  return {
    show(text: string): void {
      line = cleanLine(text).slice(0, LONGEST);
      draw(line);
    },
    /** Takes the line away, before anything else is written. */
    clear,
    end(): void {
      clearTimeout(timer);
      clear();
    },
  };
}
