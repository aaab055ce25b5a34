// The API of Google Reader, as FreshRSS, Miniflux and others have it: marks without times.
import { NewsprintError } from '../../core/errors.ts';
import { textOf } from '../../core/json.ts';
import { lazy } from '../../core/lazy.ts';
import type { ApiAnswer, CallApi } from '../http/api.ts';
import { bareId, ITEM, LABEL, readFeed, readItem } from './greader-items.ts';
import { batchesOf, followPages, objectIn, objectsIn, type Server } from './server.ts';

type Pairs = readonly (readonly [name: string, value: string])[];

const STATE = 'user/-/state/com.google/';
/** IDs of an answer, entries of one, and marks of a request. */
const MOST_IDS = 10_000;
const PAGE = 250;
const MOST_MARKS = 100;

function encodePairs(pairs: Pairs): string {
  return pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
}

type Send = (path: string, query: Pairs, form?: Pairs) => Promise<ApiAnswer>;

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
  const send: Send = async (path, query, form) => {
    const search = encodePairs([...query, ['output', 'json']]);
    const method = form === undefined ? 'GET' : 'POST';
    const body = form === undefined ? '' : encodePairs(form);
    return call({ method, path: `/reader/api/0/${path}?${search}`, headers: await login(), body });
  };
  const token = lazy(async () => (await send('token', [])).text.trim());
  return async (path, query, form) =>
    send(path, query, form && [...form, ['T', await token()] as const]);
}

export function greaderServer(call: CallApi, user: string, password: string): Server {
  const send = openLine(call, user, password);
  /** What folder each feed is in. */
  const folders = new Map<string, string>();
  const readFeeds = async () => {
    const { text } = await send('subscription/list', []);
    return objectsIn(objectIn(text)['subscriptions']).map(readFeed);
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
      const all = await readIds(send, 'reading-list');
      const unread = new Set(await readIds(send, 'reading-list', [['xt', `${STATE}read`]]));
      const starred = new Set(await readIds(send, 'starred'));
      const marksOf = (id: string) => {
        return { id, read: !unread.has(id), starred: starred.has(id), changed: null };
      };
      yield all.filter(isKnown).map((id) => ({ ...marksOf(id), feed: '', item: null }));
      const fresh = all.filter((id) => !isKnown(id));
      for (const batch of batchesOf(fresh, PAGE)) {
        const form = batch.map((id) => ['i', ITEM + id] as const);
        const { text } = await send('stream/items/contents', [], form);
        const items = objectsIn(objectIn(text)['items']);
        yield items.map((item) => ({ ...marksOf(bareId(item['id'])), ...readItem(item) }));
      }
    },
    // There are no times to ask from.
    cursor: () => '',
    mark: (field, value, ids) => setMarks(send, field, value, ids),
    async follow({ url, title, folder }) {
      const label: Pairs = folder === '' ? [] : [['a', LABEL + folder]];
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
      const to: Pairs = folder ? [['a', LABEL + folder]] : [];
      const from: Pairs = folder === undefined || old === '' ? [] : [['r', LABEL + old]];
      await edit('edit', id, [...named, ...to, ...from]);
    },
  };
}

/** Some toggle what they are told to set: what is so by now at the server is not sent. */
async function* setMarks(
  send: Send,
  field: 'read' | 'starred',
  value: boolean,
  ids: readonly string[],
): AsyncGenerator<readonly string[], void> {
  if (ids.length === 0) return;
  const read: Pairs = [['xt', `${STATE}read`]];
  const listed = field === 'read' ? readIds(send, 'reading-list', read) : readIds(send, 'starred');
  const isListed = new Set(await listed);
  const isSo = (id: string): boolean => (isListed.has(id) === (field === 'starred')) === value;
  yield ids.filter(isSo);
  for (const batch of batchesOf(
    ids.filter((id) => !isSo(id)),
    MOST_MARKS,
  )) {
    const form = batch.map((id) => ['i', ITEM + id] as const);
    await send('edit-tag', [], [...form, [value ? 'a' : 'r', STATE + field]]);
    yield batch;
  }
}

/** All IDs of a list, in answers of some thousands. */
async function readIds(send: Send, list: string, more: Pairs = []): Promise<readonly string[]> {
  const ids = new Set<string>();
  const noteAnswer = followPages('entries');
  for (let from = ''; ; ) {
    const page: Pairs = from === '' ? [] : [['c', from]];
    const stream: Pairs = [
      ['s', STATE + list],
      ['n', String(MOST_IDS)],
    ];
    const { text } = await send('stream/items/ids', [...stream, ...more, ...page]);
    const { itemRefs, continuation } = objectIn(text);
    const found = objectsIn(itemRefs).map(({ id }) => bareId(id));
    const before = ids.size;
    for (const id of found) ids.add(id);
    from = textOf(continuation);
    if (found.length === 0 || from === '' || from === '0') return [...ids];
    noteAnswer(ids.size > before);
  }
}
