// The background pass: a process of its own compares every file with the index, and says nothing.
import type { Io } from './io.ts';

/** In the environment of such a process. */
export const IS_BACKGROUND_CHECK = 'NEWSPRINT_PASS';

/** Starts one, which goes on when this process ends; what fails there is the next one's to do. */
export function startBackgroundCheck(root: string, { env }: Io): void {
  const [, program] = process.argv;
  if (program === undefined) return;
  const call = [program, 'check', '--quiet', '--library', root];
  const options = { detached: true, env: { ...env, [IS_BACKGROUND_CHECK]: '1' } } as const;
  // It takes milliseconds to load, and few calls start a pass.
  const { spawn } = process.getBuiltinModule('node:child_process');
  spawn(process.execPath, call, { ...options, stdio: 'ignore', windowsHide: true })
    .on('error', () => {})
    .unref();
}
