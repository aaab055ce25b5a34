// Syncs that are broken off: marks are under way both ways, and both sides are to agree in the end.

import { expect } from 'vitest';
import { serveMiniflux } from './miniflux.ts';
import { machine } from './syncing.ts';

/** A protocol: Miniflux's own by its version, or Google Reader's. */
export type Protocol = '2.2.6' | '2.3.2' | 'greader';

export async function marksBothWays(protocol: Protocol) {
  const isReader = protocol === 'greader';
  const server = await serveMiniflux(isReader ? {} : { version: protocol });
  const feed = server.addFeed('https://north.test/feed', 'North');
  const entries = [...'abcde'].map((name) => server.addEntry(feed, name));
  const later = new Set(entries.slice(3, 4).map(({ id }) => id));
  if (isReader) server.labels.set('Later', later);
  const own = await machine(server.url, {}, isReader ? 'greader' : 'miniflux');
  await own.sync();
  await own.mark('a', '--read', '--star');
  await own.mark('b', '--star');
  await own.mark('c', '--read', ...(isReader ? ['--tag', 'later'] : []));
  server.pass(2000);
  for (const { id } of entries.slice(4)) later.add(id);
  for (const entry of entries.slice(3)) server.phone(entry, { status: 'read', starred: true });
  server.addEntry(feed, 'f');
  return { server, own };
}

export const AGREED = {
  'https://north.test/a': { read: true, starred: true },
  'https://north.test/b': { read: false, starred: true },
  'https://north.test/c': { read: true, starred: false },
  'https://north.test/d': { read: true, starred: true },
  'https://north.test/e': { read: true, starred: true },
  'https://north.test/f': { read: false, starred: false },
};

/** What both sides have tagged in the end, where the server has labels. */
const TAGGED = ['c', 'd', 'e'];

/** Breaks a sync off at a request, before or after it is done, and has the next one do the rest. */
export async function breakOff(protocol: Protocol, at: number, isAfter: boolean) {
  const { server, own } = await marksBothWays(protocol);
  server.takeAsked();
  Object.assign(server.fault, { at, isAfter });
  const said = await own.sync();
  if (server.asked.length >= at) expect(said, `request ${at}`).toContain(server.url);
  server.fault.at = 0;
  await own.sync();
  expect(await own.marks(), `request ${at}`).toEqual(AGREED);
  expect(server.marks(), `request ${at}`).toEqual(AGREED);
  if (protocol === 'greader') {
    const here = (await own.list(['tag:later'])).map(({ url }) => url?.at(-1));
    expect(here.sort(), `request ${at}`).toEqual(TAGGED);
    const there = server.entries.filter(({ id }) => server.labels.get('Later')?.has(id));
    expect(there.map(({ title }) => title).sort(), `request ${at}`).toEqual(TAGGED);
  }
  expect(await own.sync()).toMatch(/: 0 new, 0 marks taken in, 0 sent$/);
}
