// `newsprint sync`: one state with a server, on which other devices read as well.

import { formatCount } from '../core/count.ts';
import { interrupted, NewsprintError } from '../core/errors.ts';
import { withoutLogin } from '../core/url/clean-url.ts';
import { reviseSubscriptions } from '../intake/opml/change-subscriptions.ts';
import { changeSubscriptions } from '../jobs/feeds/subscriptions.ts';
import { FRESHRSS_API, findApiAddress } from '../jobs/sync/find-api-address.ts';
import { type SyncOutcome, syncServers } from '../jobs/sync/sync-servers.ts';
import { keptPassword } from '../library/servers/password-file.ts';
import { forgetServer, openServerState } from '../library/servers/server-state.ts';
import {
  ADD_SERVER,
  addServer,
  findServer,
  freeServerName,
  readServers,
  removeServer,
  SERVER_KINDS,
  type ServerPlace,
} from '../library/servers/servers-file.ts';
import { serverUrl } from '../net/http/api.ts';
import { type Call, hasFlag, type Io, readFormat, usageError } from './call/call.ts';
import { runCallHooks } from './call/call-hooks.ts';
import { findLibrary, rootForWriting, waitNote, withFinder } from './call/call-library.ts';
import { createProgress } from './call/progress.ts';
import { setting } from './call/setting.ts';
import { VERBS } from './call/verbs.ts';
import { readPick } from './print/picked-fields.ts';
import { printObjects } from './print/print-objects.ts';

/** Syncs with the servers, or with one, or changes which there are. */
export async function sync(call: Call, io: Io): Promise<void> {
  const [action, ...words] = call.words;
  const odd = (['format', 'json'] as const).find((flag) => hasFlag(call, flag));
  if (odd !== undefined && action !== 'list') throw usageError(`--${odd} goes with sync list only`);
  if (action === 'add') return add(call, words, io);
  if (action === 'list') return list(call, words, io);
  if (action === 'remove') return remove(call, words, io);
  return syncAll(call, io);
}

async function syncAll(call: Call, io: Io): Promise<void> {
  const { root } = findLibrary(call, io);
  const [name, odd] = call.words;
  if (odd !== undefined) throw usageError(`sync takes no '${odd}'`);
  const servers = readServers(root, io);
  if (name !== undefined) findServer(root, io, name);
  if (servers.length === 0) io.note(`no server yet: ${ADD_SERVER}`);
  const progress = createProgress(io);
  const signal = io.interruption();
  const onProgress = (server: string, added: number): void =>
    progress.show(`${server}: ${added} new`);
  const keep = setting(call, io, 'keep');
  const options = { host: io, signal, keep, onProgress, onWait: waitNote(io) };
  const wanted = (one: string): boolean => name === undefined || one === name;
  const outcomes = await syncServers(root, options, wanted).finally(progress.end);
  for (const { message, hint } of outcomes.flatMap(({ errors }) => errors)) {
    io.fail(new NewsprintError(message, { hint: hint ?? undefined }));
  }
  nameOutcomes(outcomes, io);
  const ids = outcomes.flatMap(({ added }) => added);
  if (ids.length > 0) {
    await withFinder(call, io, (finder) =>
      runCallHooks(io, finder, { event: 'fetched', ids }),
    ).catch(() => {});
  }
  if (signal.aborted) throw interrupted();
}

/** `miniflux: 12 new, 3 marks taken in, 5 sent`, and what cannot be read. */
export function nameOutcomes(outcomes: readonly SyncOutcome[], io: Pick<Io, 'note'>): void {
  for (const { name, added, updated, marks, told, failures, errors } of outcomes) {
    for (const failure of failures) io.note(`${name}: ${failure}`);
    if (errors.length > 0 && added.length + updated.length + marks + told === 0) continue;
    const news = updated.length === 0 ? '' : `, ${updated.length} updated`;
    const taken = `${formatCount(marks, 'mark')} taken in, ${told} sent`;
    io.note(`${name}: ${added.length} new${news}, ${taken}`);
  }
}

async function add(call: Call, words: readonly string[], io: Io): Promise<void> {
  const [word = '', address, odd] = words;
  const kind = SERVER_KINDS.find((one) => one === word);
  if (kind === undefined && word !== '')
    throw usageError(`no kind of server '${word}'`, ADD_SERVER);
  if (kind === undefined || address === undefined || odd !== undefined) {
    throw usageError('sync add needs a kind of server and its address', ADD_SERVER);
  }
  const url = serverUrl(address);
  if (kind === 'greader' && new URL(url).username === '') {
    throw usageError(
      'greader needs the name of a user',
      'newsprint sync add greader https://USER@…',
    );
  }
  const root = rootForWriting(call, io, 'articles');
  const addresses = [url, url + FRESHRSS_API];
  const there = readServers(root, io).find((one) => addresses.includes(one.url));
  if (there !== undefined) return io.note(`it is there already: ${there.name}`);
  const place = { name: freeServerName(kind, io), kind, url };
  const { server, feeds } = await findApiAddress(place, io, io.interruption());
  addServer(root, io, server);
  await io.out(`${server.name}\n`);
  io.note(`${server.name} has ${formatCount(feeds.length, 'feed')}; newsprint sync brings them in`);
}

/** Name, kind, address, last sync and articles between tabs, or as JSON. */
async function list(call: Call, [odd]: readonly string[], io: Io): Promise<void> {
  if (odd !== undefined) throw usageError(`sync list takes no '${odd}'`);
  const format = readFormat(call, VERBS.sync.formats);
  const pick = await readPick(call);
  const { root } = findLibrary(call, io);
  const servers = readServers(root, io).map((server) => serverObject(root, server, io));
  if (servers.length === 0) io.note(`no server yet: ${ADD_SERVER}`);
  if (format === 'json') return void (await printObjects('json', servers, pick, io));
  const lines = servers.map(({ name, kind, url, synced, articles }) =>
    [name, kind, url, synced ?? '', articles].join('\t'),
  );
  await io.out(lines.map((line) => `${line}\n`).join(''));
}

function serverObject(root: string, { name, kind, url }: ServerPlace, io: Io) {
  const { synced, feeds, entries } = openServerState(root, io, name);
  const articles = Array.from(entries.values()).filter(({ id }) => id !== '').length;
  return {
    schema: 1,
    name,
    kind,
    url: withoutLogin(url),
    synced: synced() || null,
    feeds: feeds().length,
    articles,
  };
}

/** Its feeds are fetched from here from now on: nothing that was read is lost. */
async function remove(call: Call, words: readonly string[], io: Io): Promise<void> {
  const [name, odd] = words;
  if (name === undefined) throw usageError('sync remove needs a name', 'newsprint sync list');
  if (odd !== undefined) throw usageError(`sync remove takes no '${odd}'`);
  const { root } = findLibrary(call, io);
  findServer(root, io, name);
  let count = 0;
  changeSubscriptions(root, waitNote(io), (file, feeds) => {
    const own = feeds.filter((feed) => feed.server === name);
    count = own.length;
    return reviseSubscriptions(
      file,
      new Map(own.map(({ url }) => [url, { server: null }] as const)),
    );
  });
  removeServer(io, name);
  forgetServer(root, io, name);
  await io.out(`${name}\n`);
  const password = keptPassword(name, io);
  if (password !== null) io.note(`its password stays in ${password}`);
  if (count > 0) io.note(`newsprint fetch asks ${formatCount(count, 'feed')} of it from here now`);
}
