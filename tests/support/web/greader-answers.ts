// What the server of the tests answers by Google Reader's API, with the faults of Miniflux 2.2.6 and FreshRSS.

import type { Entry, Feed } from './miniflux.ts';

const ITEM = 'tag:google.com,2005:reader/item/';

/** What the answers are made of, and change. */
export interface ReaderWorld {
  readonly key: string;
  readonly feeds: Feed[];
  readonly entries: Entry[];
  /** How many entries an answer lists at most; stuck it begins anew each time. */
  readonly listing: { most: number; isStuck: boolean };
  /** Labels, and the entries that have them. */
  readonly labels: Map<string, Set<number>>;
  readonly set: (ids: readonly unknown[], mark: Partial<Entry>) => number;
  readonly addFeed: (url: string, title: string, folder?: string) => Feed;
  readonly category: (title: string) => Feed['category'];
}

/** @returns the status, and a text or an object */
export function answerReader(
  world: ReaderWorld,
  path: string,
  query: URLSearchParams,
  form: URLSearchParams,
  auth: string | undefined,
): [number, unknown] {
  const { key, feeds, entries } = world;
  if (path === '/accounts/ClientLogin') {
    const isFine = form.get('Email') === 'ada' && form.get('Passwd') === key;
    return isFine ? [200, 'SID=x\nLSID=x\nAuth=ada/5ec\n'] : [401, 'Unauthorized'];
  }
  if (auth !== 'GoogleLogin auth=ada/5ec') return [401, 'Unauthorized'];
  const shown = entries.filter(({ status }) => status !== 'removed');
  const named = shown.filter(({ id }) => form.getAll('i').some((one) => idOf(one) === id));
  switch (path.replace('/reader/api/0/', '')) {
    case 'token':
      return [200, 'write-token'];
    case 'subscription/list':
      return [200, { subscriptions: feeds.map(subscription) }];
    case 'stream/items/ids':
      return [200, listedPage(world, listed(world, shown, query), query)];
    case 'tag/list':
      return [200, { tags: tagList(world) }];
    case 'stream/items/contents':
      return form.getAll('i').length > 250 ? [400, ''] : [200, { items: named.map(content) }];
    case 'edit-tag':
      return form.get('T') === 'write-token' ? editTag(world, named, form) : [401, ''];
    case 'subscription/edit':
      return form.get('T') === 'write-token' ? editFeed(world, form) : [401, ''];
    default:
      return [404, ''];
  }
}

/** A number that has no prefix is read as hex: it marks other entries. */
function idOf(text: string): number {
  return Number.parseInt(text.replace(ITEM, ''), 16);
}

/** FreshRSS answers everything where it is asked for what is read. */
function listed(
  { labels }: ReaderWorld,
  shown: readonly Entry[],
  query: URLSearchParams,
): readonly Entry[] {
  const label = query.get('s')?.split('/label/')[1];
  if (label !== undefined) return shown.filter(({ id }) => labels.get(label)?.has(id));
  if (query.get('s')?.endsWith('/starred')) return shown.filter(({ starred }) => starred);
  const isUnread = query.get('xt')?.endsWith('/read');
  return shown.filter(({ status }) => !isUnread || status === 'unread');
}

/** As long as an answer is full there is another after it, be it empty. */
function listedPage(
  { listing: { most, isStuck } }: ReaderWorld,
  all: readonly Entry[],
  query: URLSearchParams,
) {
  const from = isStuck ? 0 : all.findIndex(({ id }) => String(id) === query.get('c')) + 1;
  const page = all.slice(from, from + Math.min(most, Number(query.get('n'))));
  const itemRefs = page.map(({ id }) => ({ id: String(id) }));
  return page.length < most ? { itemRefs } : { itemRefs, continuation: itemRefs.at(-1)?.id };
}

function tagList({ feeds, labels }: ReaderWorld) {
  const folders = new Set(feeds.map(({ category }) => category.title));
  const tagOf = (type: string) => (name: string) => ({ id: `user/-/label/${name}`, type });
  const all = [...Array.from(folders, tagOf('folder')), ...Array.from(labels.keys(), tagOf('tag'))];
  return [{ id: 'user/-/state/com.google/starred' }, ...all];
}

/** What is to be set is toggled where it is so already. */
function editTag(
  { set, labels }: ReaderWorld,
  named: readonly Entry[],
  form: URLSearchParams,
): [number, unknown] {
  if (form.getAll('i').length > 100) return [400, ''];
  const [add, remove] = [form.get('a') ?? '', form.get('r') ?? ''];
  const [, label] = `${add}${remove}`.split('/label/');
  for (const { id, status, starred } of named) {
    if (label !== undefined) {
      const ids = labels.get(label) ?? new Set();
      if (add === '') ids.delete(id);
      else labels.set(label, ids.add(id));
      continue;
    }
    const isRead = status === 'read';
    if (`${add}${remove}`.endsWith('/read')) {
      set([id], { status: add !== '' && !isRead ? 'read' : isRead ? 'unread' : status });
    } else set([id], { starred: add !== '' && !starred });
  }
  return [200, 'OK'];
}

function editFeed(world: ReaderWorld, form: URLSearchParams): [number, unknown] {
  const { feeds, addFeed, category } = world;
  const stream = form.get('s')?.replace('feed/', '') ?? '';
  const label = form.get('a')?.replace('user/-/label/', '');
  const feed = feeds.find(({ id }) => String(id) === stream);
  // It fetches a feed before it follows it.
  if (form.get('ac') === 'subscribe' && stream.endsWith('/gone')) return [400, 'Bad Request!'];
  if (form.get('ac') === 'subscribe') addFeed(stream, form.get('t') ?? 'Its own title', label);
  else if (feed === undefined) return [404, ''];
  else if (form.get('ac') === 'unsubscribe') feeds.splice(feeds.indexOf(feed), 1);
  else {
    feed.title = form.get('t') ?? feed.title;
    if (label !== undefined) feed.category = category(label);
    else if (form.has('r')) feed.category = category('All');
  }
  return [200, 'OK'];
}

function subscription({ id, feed_url: url, title, category }: Feed) {
  // A feed without a folder is in one of that name.
  const name = category.title === 'All' ? 'Uncategorized' : category.title;
  const categories = [{ id: `user/-/label/${name}`, label: name }];
  return {
    id: `feed/${id}`,
    url,
    title: widened(title),
    htmlUrl: 'https://north.test/',
    categories,
  };
}

/** Signs of HTML and of addresses are told in their wide forms. */
function widened(text: string): string {
  return text.replace(/[&<>/,?]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

function content({ id, feed_id, url, title }: Entry) {
  return {
    id: `${ITEM}${id.toString(16).padStart(16, '0')}`,
    author: 'Ada Li',
    title: widened(title),
    categories: ['user/-/state/com.google/reading-list', 'user/-/label/World', 'Sea'],
    published: 1626681600,
    canonical: [{ href: url }],
    origin: { streamId: `feed/${feed_id}` },
    summary: {
      content: `<p>What ${title} has to say is said in these words, and in no others.</p>`,
    },
  };
}
