// The password of a server, from where the user keeps it; it is named nowhere.
import { NewsprintError } from '../../core/errors.ts';
import { readConfig } from '../../library/config/config-file.ts';
import type { Host } from '../../library/place/device.ts';
import { passwordIn, passwordPath, readPasswordFile } from '../../library/servers/password-file.ts';
import { runProgram } from '../programs/run-program.ts';

/** Whoever keeps it may ask the user first (ms). */
const PATIENCE = 120_000;

/**
 * From the environment, else from the command that config.toml names, else from a file.
 * @throws NewsprintError where there is none, with the ways to give it
 */
export async function readPassword(name: string, host: Host, signal: AbortSignal): Promise<string> {
  const variable = `NEWSPRINT_PASSWORD_${name.toUpperCase().replaceAll('-', '_')}`;
  const given = host.env[variable] || (await readCommand(name, host, signal));
  const password = given || readPasswordFile(name, host);
  if (password) return password;
  const path = passwordPath(name, host);
  const file = path === null ? '' : `, or a file that only you may read: ${path}`;
  throw new NewsprintError(`no password for ${name}`, {
    hint: `set ${variable}, or password_cmd under [sync.${name}] in config.toml${file}`,
  });
}

/** What the user's command prints; `null` where there is none. */
async function readCommand(name: string, host: Host, signal: AbortSignal) {
  const { programs } = await readConfig(host, ['sync']);
  const words = Object.hasOwn(programs.passwords, name) ? programs.passwords[name] : undefined;
  if (words === undefined) return null;
  const asked = { env: host.env, values: {}, input: '', patience: PATIENCE, signal };
  const { output, failure } = await runProgram(words, asked);
  if (failure === null) return passwordIn(output);
  throw new NewsprintError(`no password for ${name}: ${failure}`);
}
