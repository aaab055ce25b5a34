// A Miniflux on this machine for tests: what of its REST API a sync needs, with the faults of 2.2.6.

import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerReader } from './greader-answers.ts';
import { answering } from './listen.ts';

export const KEY = 'kept-secret';

export interface Feed {
  readonly id: number;
  feed_url: string;
  title: string;
  category: { readonly id: number; title: string };
}

export interface Entry {
  readonly id: number;
  readonly feed_id: number;
  readonly url: string;
  readonly title: string;
  readonly guid: string;
  status: 'read' | 'unread' | 'removed';
  starred: boolean;
  readonly created: number;
  readonly published?: string;
  changed: number;
}

interface Options {
  /** Stars are set, not toggled, from 2.3.2 on. */
  readonly version?: '2.2.6' | '2.3.2';
  /** How far its clock is before this machine's, in ms. */
  readonly ahead?: number;
  /** Entries of an answer at most. */
  readonly cap?: number;
}

type Fields = Record<string, unknown>;

/** A server without feeds. */
export async function serveMiniflux({ version = '2.2.6', ahead = 0, cap = 1000 }: Options = {}) {
  const categories = [{ id: 1, title: 'All' }];
  const feeds: Feed[] = [];
  const entries: Entry[] = [];
  const asked: string[] = [];
  /** Breaks requests off from the so manieth on, before or after they are done. */
  const fault = { at: 0, isAfter: false };
  let clock = 0;
  const now = (): number => Math.max(clock, Date.now()) + ahead;
  let next = 10;

  const category = (title: string) => {
    const known = categories.find((one) => one.title === title);
    if (known !== undefined) return known;
    const made = { id: next++, title };
    categories.push(made);
    return made;
  };
  const addFeed = (url: string, title: string, folder = 'All'): Feed => {
    const feed = { id: next++, feed_url: url, title, category: category(folder) };
    feeds.push(feed);
    return feed;
  };
  const addEntry = (
    feed: Feed,
    name: string,
    more: Partial<Entry> & { body?: string } = {},
  ): Entry => {
    const created = now();
    const entry: Entry = {
      id: next++,
      feed_id: feed.id,
      url: `https://north.test/${name}`,
      title: name,
      guid: `https://north.test/${name}`,
      status: 'unread',
      starred: false,
      created,
      changed: created,
      ...more,
    };
    entries.push(entry);
    return entry;
  };
  const set = (
    ids: readonly unknown[],
    mark: Partial<Pick<Entry, 'status' | 'starred'>>,
  ): number => {
    const marked = entries.filter(({ id }) => ids.includes(id));
    // All of one request have one time.
    const changed = now();
    for (const entry of marked) Object.assign(entry, mark, { changed });
    return marked.length;
  };

  const entryObject = (entry: Entry): Fields => ({
    ...entry,
    hash: createHash('sha256').update(entry.guid).digest('hex'),
    created_at: new Date(entry.created).toISOString(),
    changed_at: new Date(entry.changed).toISOString(),
    published_at: entry.published ?? '2021-07-19T08:00:00Z',
    content: `<p>What ${entry.title} has to say is said in these words, and in no others.</p>`,
    author: 'Ada Li',
    tags: ['Sea'],
    enclosures: [],
  });

  const find = (query: URLSearchParams): Fields => {
    const before = Number(query.get('before_entry_id') ?? Number.POSITIVE_INFINITY);
    const since = Number(query.get('changed_after'));
    const found = entries
      .filter(({ status }) => query.getAll('status').includes(status))
      .filter(({ id, changed }) => id < before && changed > since * 1000)
      .sort((a, b) => b.id - a.id);
    const limit = Math.min(cap, Number(query.get('limit')));
    return { total: found.length, entries: found.slice(0, limit).map(entryObject) };
  };

  const answer = (
    method: string,
    path: string,
    query: URLSearchParams,
    body: Fields,
  ): [number, unknown] => {
    const [, kind = '', id = '', what] = path.split('/');
    const feed = feeds.find((one) => String(one.id) === id);
    const entry = entries.find((one) => String(one.id) === id);
    switch (`${method} ${kind}${id && '/'}${what ? `/${what}` : ''}`) {
      case 'GET feeds':
        return [200, feeds.map((one) => ({ ...one, site_url: 'https://north.test/' }))];
      case 'GET categories':
        return [200, categories];
      case 'POST categories':
        return [201, category(String(body['title']))];
      case 'POST feeds': {
        if (feeds.some(({ feed_url }) => feed_url === body['feed_url']))
          return [400, { error_message: 'This feed already exists.' }];
        const of = categories.find((one) => one.id === body['category_id']);
        return [201, { feed_id: addFeed(String(body['feed_url']), 'Its own title', of?.title).id }];
      }
      case 'PUT feeds/': {
        if (feed === undefined) return [404, {}];
        const of = categories.find((one) => one.id === body['category_id']);
        if (typeof body['title'] === 'string') feed.title = body['title'];
        if (of !== undefined) feed.category = of;
        return [201, feed];
      }
      case 'DELETE feeds/': {
        if (feed === undefined) return [404, {}];
        feeds.splice(feeds.indexOf(feed), 1);
        for (const one of entries.filter(({ feed_id }) => feed_id === feed.id))
          entries.splice(entries.indexOf(one), 1);
        return [204, ''];
      }
      case 'GET entries':
        return [200, find(query)];
      case 'GET entries/':
        return entry === undefined ? [404, {}] : [200, entryObject(entry)];
      case 'PUT entries//bookmark':
        if (entry !== undefined) set([entry.id], { starred: !entry.starred });
        return [204, ''];
      case 'PUT entries': {
        const ids = Array.isArray(body['entry_ids']) ? body['entry_ids'] : [];
        const { status, starred } = body;
        if (status === 'read' || status === 'unread') {
          const isNothing = set(ids, { status }) === 0 && version === '2.2.6';
          if (isNothing) return [500, { error_message: 'store: nothing has been updated' }];
        } else if (version === '2.2.6' || typeof starred !== 'boolean')
          return [400, { error_message: 'invalid entry status' }];
        if (version !== '2.2.6' && typeof starred === 'boolean') set(ids, { starred });
        return [204, ''];
      }
      default:
        return [404, {}];
    }
  };

  const listing = { most: 10_000, isStuck: false };
  const labels = new Map<string, Set<number>>();
  const world = { key: KEY, feeds, entries, listing, labels, set, addFeed, category };
  const events = {
    onAsk: (_: string): void => {},
    /** What it answers in the place of that. */
    instead: (_: string): string | undefined => undefined,
    /** By which its clock is wrong. */
    date: '',
  };
  const respond = (request: IncomingMessage, response: ServerResponse, text: string): void => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
    const method = request.method ?? 'GET';
    asked.push(`${method} ${pathname}`);
    const isBroken = fault.at > 0 && asked.length >= fault.at;
    if (isBroken && !fault.isAfter) return void response.destroy();
    const isReader = /^\/(?:accounts|reader)\//.test(pathname);
    events.onAsk(`${method} ${request.url}`);
    const date = events.date || new Date(now()).toUTCString();
    const head = { date, 'content-type': 'application/json' };
    const other = events.instead(`${method} ${request.url}`);
    if (other !== undefined) return void response.writeHead(200, head).end(other);
    if (isReader) {
      const form = new URLSearchParams(text);
      const { authorization } = request.headers;
      const [status, value] = answerReader(world, pathname, searchParams, form, authorization);
      if (isBroken) return void response.destroy();
      const body = typeof value === 'string' ? value : JSON.stringify(value);
      return void response.writeHead(status, head).end(body);
    }
    if (request.headers['x-auth-token'] !== KEY) {
      return void response.writeHead(401, head).end('{"error_message":"access unauthorized"}');
    }
    const body: Fields = text === '' ? {} : JSON.parse(text);
    const [status, value] = answer(method, pathname.replace(/^\/v1/, ''), searchParams, body);
    if (isBroken) return void response.destroy();
    response.writeHead(status, head).end(value === '' ? '' : JSON.stringify(value));
  };

  const url = await answering((request, response) => {
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => respond(request, response, text));
  });
  return {
    url,
    asked,
    fault,
    events,
    listing,
    labels,
    feeds,
    entries,
    categories,
    addFeed,
    addEntry,
    category,
    /** What another device of the user's does over the API. */
    phone: (entry: Entry, mark: Partial<Pick<Entry, 'status' | 'starred'>>) =>
      set([entry.id], mark),
    /** Later from now on, in ms. */
    pass(time: number): void {
      clock = Math.max(clock, Date.now()) + time;
    },
    /** What it was asked since. */
    takeAsked: () => asked.splice(0),
    marks: () =>
      Object.fromEntries(
        entries
          .filter(({ status }) => status !== 'removed')
          .map(({ url, status, starred }) => [url, { read: status === 'read', starred }] as const),
      ),
  };
}

export type Miniflux = Awaited<ReturnType<typeof serveMiniflux>>;
