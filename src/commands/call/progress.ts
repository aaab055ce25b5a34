// Progress on a terminal: one line that is written over, on what takes longer than a second.
import { cleanLine } from '../../core/clean.ts';
import type { Io } from './call.ts';

const PATIENCE = 1000;
const LONGEST = 72;
const ERASE = '\r\u001b[K';

export type Progress = ReturnType<typeof createProgress>;

/** Shows nothing within the first second; what takes no time costs none. */
export function createProgress(io: Pick<Io, 'drawProgress'>) {
  const began = Date.now();
  let timer: NodeJS.Timeout | undefined;
  let isLate = false;
  let line = '';
  const draw = (text: string): void => {
    if (isLate && line !== '') io.drawProgress?.(ERASE + text);
  };
  const drawLate = (): void => {
    isLate = true;
    draw(line);
  };
  const clear = (): void => {
    draw('');
    line = '';
  };
  return {
    show(text: string): void {
      line = cleanLine(text).slice(0, LONGEST);
      timer ??= setTimeout(drawLate, began + PATIENCE - Date.now());
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
