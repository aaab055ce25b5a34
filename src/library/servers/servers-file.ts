// The servers that the user's libraries are kept in step with: the file `servers` in the config folder.

import { NewsprintError, quoteValue } from '../../core/errors.ts';
import { isServerName } from '../../core/server-name.ts';
import { tryReadText } from '../files/read-text-file.ts';
import { orRefused } from '../files/system-error.ts';
import { writeWhole } from '../files/temporary-file.ts';
import { type Host, libraryKey } from '../place/device.ts';
import { freeName } from '../place/free-name.ts';
import { userPath } from '../place/user-folder.ts';

export const SERVER_KINDS = ['miniflux', 'greader'] as const;
type ServerKind = (typeof SERVER_KINDS)[number];

export interface ServerPlace {
  readonly name: string;
  readonly kind: ServerKind;
  /** https, or this machine's own; with a user's name where there is one. */
  readonly url: string;
}

/** In a line: `miniflux miniflux https://reader.example.org /home/ada/news`. */
interface ServerLine extends ServerPlace {
  readonly root: string;
}

function readLines(host: Host): readonly ServerLine[] {
  const path = serversFile(host);
  return (tryReadText(path ?? '') ?? '').split('\n').flatMap((line) => {
    const [, name = '', word, url = '', root = ''] = /^(\S+) (\S+) (\S+) (.+)$/.exec(line) ?? [];
    const kind = SERVER_KINDS.find((one) => one === word);
    return kind === undefined || !isServerName(name) ? [] : [{ name, kind, url, root }];
  });
}

/** The servers of a library, in the order that they were added. */
export function readServers(root: string, host: Host): readonly ServerPlace[] {
  const key = libraryKey(root);
  return readLines(host).filter((one) => libraryKey(one.root) === key);
}

/** How one is added. */
export const ADD_SERVER = `newsprint sync add ${SERVER_KINDS.join('|')} URL`;

/** The server of a name. @throws NewsprintError `not-found` */
export function findServer(root: string, host: Host, name: string): ServerPlace {
  const servers = readServers(root, host);
  const found = servers.find((one) => one.name === name);
  if (found !== undefined) return found;
  const names = servers.map((one) => one.name).join(', ');
  const hint = names === '' ? ADD_SERVER : `there is: ${names}`;
  throw new NewsprintError(`no server ${quoteValue(name)}`, { code: 'not-found', hint });
}

/**
 * A name that no server has, of any of the user's libraries: passwords go by them.
 * @param wanted what it is to begin with
 */
export function freeServerName(wanted: string, host: Host): string {
  return freeName(wanted, new Set(readLines(host).map(({ name }) => name)), '-');
}

/** @throws NewsprintError `read-only` or `failed` where it cannot be kept */
export function addServer(root: string, host: Host, server: ServerPlace): void {
  writeLines(host, [...readLines(host), { ...server, root }]);
}

/** @throws NewsprintError `read-only` or `failed` where it cannot be kept */
export function removeServer(host: Host, name: string): void {
  writeLines(
    host,
    readLines(host).filter((one) => one.name !== name),
  );
}

function writeLines(host: Host, servers: readonly ServerLine[]): void {
  const path = serversFile(host);
  if (path === null) throw new NewsprintError('no home folder to keep it in');
  const lines = servers.map(({ name, kind, url, root }) => `${name} ${kind} ${url} ${root}\n`);
  orRefused(`${path} cannot be written`, () => writeWhole(path, lines.join('')));
}

function serversFile(host: Host): string | null {
  return userPath('config', host, 'servers');
}
