// Whether pictures can come through tmux to the terminal that it runs in.
import { execFile } from 'node:child_process';
import { hasPlaceholders } from '../../text/pictures/picture-protocols.ts';

/** It is on this machine, and answers at once (ms). */
const PATIENCE = 300;
/** The name of its terminal, as that tells it, and whether it lets commands through. */
const QUESTION = '#{client_termtype} #{allow-passthrough}';

/** True where tmux says that they could; a terminal that others see too may still not show them. */
export function passesPictures(
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const words = ['display-message', '-p', '-t', env['TMUX_PANE'] ?? '', QUESTION];
  return new Promise((resolve) => {
    if (!env['TMUX']) return resolve(false);
    execFile('tmux', words, { env: { ...env }, timeout: PATIENCE }, (error, said) =>
      resolve(error === null && /\s(?:on|all)\s*$/.test(said) && hasPlaceholders(said)),
    );
  });
}
