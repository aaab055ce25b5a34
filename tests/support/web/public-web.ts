// A network of its own for one call of the built program, with a public address and private ones.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Run, root, runCommand } from '../machine/run.ts';

const server = fileURLToPath(new URL('public-web-server.mjs', import.meta.url));

/** A public address, and names that the hosts file gives it and a private one. */
export const PUBLIC = 'http://93.184.216.34';
export const INSIDE = 'http://127.0.0.1';
/** Another private address. */
export const NEARBY = 'http://192.168.7.7';

/** Whether this machine lets the test have such a network. */
export const hasNetwork: boolean =
  spawnSync('unshare', ['-rn', 'ip', 'link', 'set', 'lo', 'up']).status === 0;

/** By address and path: a status of a redirect and where it leads, or a body. */
export type Site = Readonly<Record<string, string | { readonly to: string }>>;

/**
 * Runs shell lines in a network where a server answers at all three addresses; `newsprint` is the
 * program. What the server was asked is its last output line, as JSON.
 */
export async function runInNetwork(
  lines: string,
  site: Site,
  env: Readonly<Record<string, string>>,
): Promise<Run & { readonly asked: readonly string[] }> {
  const script = [
    'ip link set lo up && ip addr add 93.184.216.34/32 dev lo && ip addr add 192.168.7.7/32 dev lo',
    `"${process.execPath}" "${server}" <<'SITE' &`,
    JSON.stringify(site),
    'SITE',
    'while ! { exec 3<>/dev/tcp/127.0.0.1/80; } 2>/dev/null; do sleep 0.02; done; exec 3>&-',
    lines,
    'code=$?; exec 3<>/dev/tcp/127.0.0.1/81; tail -n 1 <&3 >&2; kill $!; exit $code',
  ].join('\n');
  const run = await runCommand('unshare', ['-rn', 'bash', '-c', script], { env, cwd: root });
  const [asked = '[]', ...rest] = run.stderr.trimEnd().split('\n').reverse();
  const stderr = rest
    .reverse()
    .map((line) => `${line}\n`)
    .join('');
  return { ...run, stderr, asked: JSON.parse(asked) };
}
