// The API of Google Reader, as FreshRSS, Miniflux and others have it: marks without times.
import { normalizeTag } from '../../core/article/tag.ts';
import { NewsprintError } from '../../core/errors.ts';
import { objectOf, parseJson, textOf } from '../../core/json.ts';
import { lazy } from '../../core/lazy.ts';
import type { ApiAnswer, ApiRequest, CallApi } from '../http/api.ts';
import { listIn } from './answer-lists.ts';
import { bareId, ITEM, LABEL_PREFIX, readFeed, readItem } from './greader-items.ts';
import { fitPages, followPages } from './paging.ts';
import { batchesOf, type Server } from './server.ts';

type Pairs = readonly (readonly [name: string, value: string])[];

const STATE = 'user/-/state/com.google/';
/** IDs of an answer, entries of one, and marks of a request. */
const MOST_IDS = 10_000;
const PAGE = 250;
const MOST_MARKS = 100;

function encodePairs(pairs: Pairs): string {
  return pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
}

type Send = (
  path: string,
  query: Pairs,
  form?: Pairs,
  more?: Pick<ApiRequest, 'fine' | 'longest'>,
) => Promise<ApiAnswer>;

/** Logs in when it is first asked. @param headers that every request has */
function openLine(call: CallApi, user: string, password: string): Send {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const login = lazy(async () => {
    const body = encodePairs([
      ['Email', user],
      ['Passwd', password],
    ]);
    const path = '/accounts/ClientLogin';
    const { text } = await call({ method: 'POST', path, headers, body });
    const auth = /^Auth=(\S+)/m.exec(text)?.[1];
    if (auth === undefined) throw new NewsprintError('the server knows no Google Reader API there');
    return { ...headers, authorization: `GoogleLogin auth=${auth}` };
  });
  const send: Send = async (path, query, form, more = {}) => {
    const search = encodePairs([...query, ['output', 'json']]);
    const method = form === undefined ? 'GET' : 'POST';
    const body = form === undefined ? '' : encodePairs(form);
    const target = `/reader/api/0/${path}?${search}`;
    return call({ method, path: target, headers: await login(), body, ...more });
  };
  const token = lazy(async () => (await send('token', [])).text.trim());
  return async (path, query, form, more) =>
    send(path, query, form && [...form, ['T', await token()] as const], more);
}

export function greaderServer(call: CallApi, user: string, password: string): Server {
  const send = openLine(call, user, password);
  /** What folder each feed is in. */
  const folders = new Map<string, string>();
  let labels: ReadonlyMap<string, string> = new Map();
  const readFeeds = async () => {
    const answer = await send('subscription/list', []);
    const { subscriptions } = objectOf(parseJson(answer.text));
    return listIn(answer, subscriptions, 'feeds').map(readFeed);
  };
  const edit = (action: string, id: string, more: Pairs): Promise<ApiAnswer> =>
    send('subscription/edit', [], [['ac', action], ['s', id], ...more]);
  return {
    async feeds() {
      const feeds = await readFeeds();
      for (const { id, folder } of feeds) folders.set(id, folder);
      return feeds;
    },
    async *entries(_, isKnown) {
      labels = await readLabels(send);
      const { all, marksOf } = await readMarks(send, labels);
      yield [...all].filter(isKnown).map((id) => ({ ...marksOf(id), feed: '', item: null }));
      const unknown = [...all].filter((id) => !isKnown(id));
      for await (const items of readItems(send, unknown)) {
        yield items.map((item) => ({ ...marksOf(bareId(item['id'])), ...readItem(item) }));
      }
    },
    // There are no times to ask from.
    cursor: () => 'all',
    tags: () => new Set(labels.keys()),
    mark(mark, value, ids) {
      if (mark === 'read' || mark === 'starred') return setMarks(send, STATE + mark, value, ids);
      return setMarks(send, LABEL_PREFIX + (labels.get(mark.slice(1)) ?? ''), value, ids);
    },
    async follow({ url, title, folder }) {
      const label: Pairs = folder === '' ? [] : [['a', LABEL_PREFIX + folder]];
      const named: Pairs = title === '' ? [] : [['t', title]];
      await edit('subscribe', `feed/${url}`, [...named, ...label]);
      const feeds = await readFeeds();
      // It may have been led to another address.
      const made = feeds.find((one) => one.url === url) ?? feeds.find(({ id }) => !folders.has(id));
      if (made === undefined) throw new NewsprintError('the server does not follow it');
      folders.set(made.id, made.folder);
      return made.id;
    },
    async unfollow(id) {
      await edit('unsubscribe', id, []);
    },
    async edit(id, { title, folder }) {
      const old = folders.get(id) ?? '';
      const named: Pairs = title === undefined ? [] : [['t', title]];
      const to: Pairs = folder ? [['a', LABEL_PREFIX + folder]] : [];
      const from: Pairs = folder === undefined || old === '' ? [] : [['r', LABEL_PREFIX + old]];
      await edit('edit', id, [...named, ...to, ...from]);
    },
  };
}

/** Entries with what they say, some at a time. */
async function* readItems(send: Send, ids: readonly string[]) {
  const askFitting = fitPages(PAGE);
  for (let at = 0; at < ids.length; ) {
    const { size, ...answer } = await askFitting(async (size, longest) => {
      const form = ids.slice(at, at + size).map((id) => ['i', ITEM + id] as const);
      return { ...(await send('stream/items/contents', [], form, { longest })), size };
    });
    at += size;
    yield listIn(answer, objectOf(parseJson(answer.text))['items'], 'entries');
  }
}

/** All entries, and what they are marked with. */
async function readMarks(send: Send, labels: ReadonlyMap<string, string>) {
  const all = await readIds(send, `${STATE}reading-list`);
  const unread = await readIds(send, `${STATE}reading-list`, [['xt', `${STATE}read`]]);
  const starred = await readIds(send, `${STATE}starred`);
  const tagged: (readonly [tag: string, ids: ReadonlySet<string>])[] = [];
  for (const [tag, label] of labels) tagged.push([tag, await readIds(send, LABEL_PREFIX + label)]);
  const marksOf = (id: string) => {
    const tags = tagged.flatMap(([tag, ids]) => (ids.has(id) ? tag : []));
    return { id, read: !unread.has(id), starred: starred.has(id), tags, changed: null };
  };
  return { all, marksOf };
}

/**
 * Some toggle what they are told to set: what is so by now at the server is not sent.
 * @param stream what the mark is called
 */
async function* setMarks(
  send: Send,
  stream: string,
  value: boolean,
  ids: readonly string[],
): AsyncGenerator<readonly string[], void> {
  if (ids.length === 0) return;
  // What is read is told by some only as what is not.
  const isRead = stream === `${STATE}read`;
  const listed = isRead
    ? await readIds(send, `${STATE}reading-list`, [['xt', stream]])
    : await readIds(send, stream);
  const isSo = (id: string): boolean => (listed.has(id) !== isRead) === value;
  yield ids.filter(isSo);
  const others = ids.filter((id) => !isSo(id));
  for (const batch of batchesOf(others, MOST_MARKS)) {
    const form = batch.map((id) => ['i', ITEM + id] as const);
    await send('edit-tag', [], [...form, [value ? 'a' : 'r', stream]]);
    yield batch;
  }
}

/** Labels by the tags that they are here. One that has a folder's name would be taken for it. */
async function readLabels(send: Send): Promise<ReadonlyMap<string, string>> {
  const answer = await send('tag/list', [], undefined, { fine: [400, 404, 501] });
  const { tags } = objectOf(parseJson(answer.text));
  const told = answer.status < 300 ? listIn(answer, tags, 'tags') : [];
  const all = told.map(({ id, type }) => {
    return { type, name: textOf(id).replace(/^user\/[^/]*\/label\//, '') };
  });
  const folders = new Set(all.flatMap(({ type, name }) => (type === 'folder' ? name : [])));
  const labels = all.filter(({ type, name }) => type === 'tag' && !folders.has(name));
  const named = labels.map(({ name }) => [normalizeTag(name), name] as const);
  return new Map(named.filter(([tag]) => tag !== ''));
}

/** All IDs of a list, in answers of some thousands. @param stream its ID */
async function readIds(send: Send, stream: string, more: Pairs = []): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  const noteAnswer = followPages();
  for (let from = ''; ; ) {
    const page: Pairs = from === '' ? [] : [['c', from]];
    const asked: Pairs = [
      ['s', stream],
      ['n', String(MOST_IDS)],
    ];
    const answer = await send('stream/items/ids', [...asked, ...more, ...page]);
    const { items, itemRefs, continuation } = objectOf(parseJson(answer.text));
    // Inoreader has `items` beside them, and leaves them out where there are none.
    const isNone = itemRefs === undefined && Array.isArray(items) && items.length === 0;
    const found = listIn(answer, isNone ? [] : itemRefs, 'entries').map(({ id }) => bareId(id));
    const before = ids.size;
    for (const id of found) ids.add(id);
    from = textOf(continuation);
    if (found.length === 0 || from === '' || from === '0') return ids;
    noteAnswer(ids.size > before);
  }
}
