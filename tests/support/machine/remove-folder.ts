import { rmSync } from 'node:fs';

/** Removes a folder in which a program that ends may still write: what comes meanwhile goes as well. */
export function removeFolder(path: string): void {
  for (let tries = 10; ; tries -= 1) {
    try {
      rmSync(path, { recursive: true, force: true, maxRetries: 3 });
      return;
    } catch (error) {
      if (tries === 0) throw error;
    }
  }
}

/** How folders begin that a run of the tests removes at its end; by the number of its process. */
export const leftBy = (run: number): string => `newsprint-${run}-`;
