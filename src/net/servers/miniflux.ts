// The REST API of Miniflux 2.2 and later, as https://miniflux.app/docs/api.html has it.
import type { Mark } from '../../core/journal/marks.ts';
import { type JsonObject, objectOf, objectsOf, parseJson, textOf } from '../../core/json.ts';
import { escapeHtml } from '../../text/escape-html.ts';
import type { ApiAnswer, ApiRequest, CallApi } from '../http/api.ts';
import { listIn, madeId } from './answer-lists.ts';
import { fitPages, followPages } from './paging.ts';
import {
  batchesOf,
  type EntryItem,
  type FeedNaming,
  type Server,
  type ServerEntry,
  type ServerFeed,
} from './server.ts';

/** Entries of a page, and marks of a request. */
const PAGE = 500;
const MOST_MARKS = 1000;
/** What is changed while it is asked may be told the next time only: so much earlier is asked from (s). */
const OVERLAP = 2;
/** A clock is wrong by a zone at most: of what comes until a later date nothing would be asked for (ms). */
const MOST_AHEAD = 24 * 60 * 60 * 1000;
/** What a user's first category is called, whatever the language: feeds without a folder are in it. */
const NO_FOLDER = 'All';
/** Those of its entries are their feeds' own. */
const NO_TAGS: ReadonlySet<string> = new Set();

/** @param headers the login */
export function minifluxServer(call: CallApi, headers: Readonly<Record<string, string>>): Server {
  let skew = 0;
  let cursor = '';
  const ask: Ask = (method, path, body, more = {}) => {
    const text = body === undefined ? '' : JSON.stringify(body);
    const type = { accept: 'application/json', 'content-type': 'application/json' };
    const target = `/v1${path}`;
    return call({ method, path: target, headers: { ...headers, ...type }, body: text, ...more });
  };
  const categoryId = async (title: string): Promise<number | undefined> => {
    const answer = await ask('GET', '/categories');
    const all = listIn(answer, parseJson(answer.text), 'categories');
    const known = all.find((one) => one['title'] === title);
    if (known !== undefined || title === NO_FOLDER) return Number(known?.['id']) || undefined;
    const made = await ask('POST', '/categories', { title });
    return Number(madeId(made));
  };
  return {
    async feeds() {
      const answer = await ask('GET', '/feeds');
      if (answer.clock !== null && answer.clock.skew > -MOST_AHEAD) {
        skew = answer.clock.skew;
        cursor = String(Math.floor(answer.clock.date / 1000) - OVERLAP);
      }
      return listIn(answer, parseJson(answer.text), 'feeds').map(readFeed);
    },
    async *entries(since) {
      // Without a time that is to be believed all of that is asked for once more.
      cursor ||= since;
      for await (const page of readPages(ask, since)) {
        yield page.map((entry) => readEntry(entry, skew));
      }
    },
    cursor: () => cursor,
    tags: () => NO_TAGS,
    async *mark(field, value, ids) {
      for (const batch of batchesOf(ids, MOST_MARKS)) yield* setMarks(ask, field, value, batch);
    },
    async follow({ url, title, folder }) {
      const category_id = await categoryId(folder || NO_FOLDER);
      const id = madeId(await ask('POST', '/feeds', { feed_url: url, category_id }), 'feed_id');
      if (title !== '') await ask('PUT', `/feeds/${id}`, { title });
      return id;
    },
    async unfollow(id) {
      await ask('DELETE', `/feeds/${id}`, undefined, { fine: [404] });
    },
    async edit(id, { title, folder }: FeedNaming) {
      const category_id = folder === undefined ? undefined : await categoryId(folder || NO_FOLDER);
      await ask('PUT', `/feeds/${id}`, { title, category_id }, { fine: [404] });
    },
  };
}

type Ask = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
  more?: Pick<ApiRequest, 'fine' | 'longest'>,
) => Promise<ApiAnswer>;

/**
 * Entries that changed since, in pages by ID: none is told twice, however many were marked at one time.
 * Those that came last come first: where a limit keeps so many, the others stay out.
 */
async function* readPages(ask: Ask, since: string) {
  const noteAnswer = followPages();
  const askFitting = fitPages(PAGE);
  for (let before = ''; ; ) {
    const query = 'order=id&direction=desc&status=read&status=unread';
    const to = before === '' ? '' : `&before_entry_id=${before}`;
    const from = `&changed_after=${since || 0}${to}`;
    const answer = await askFitting((size, longest) =>
      ask('GET', `/entries?${query}${from}&limit=${size}`, undefined, { longest }),
    );
    const { entries, total } = objectOf(parseJson(answer.text));
    const page = listIn(answer, entries, 'entries');
    if (page.length > 0) yield page;
    const last = textOf(page.at(-1)?.['id']);
    if (last === '' || page.length >= Number(total)) return;
    noteAnswer(before === '' || Number(last) < Number(before));
    before = last;
  }
}

async function* setMarks(
  ask: Ask,
  field: Mark,
  value: boolean,
  ids: readonly string[],
): AsyncGenerator<readonly string[], void> {
  const mark = field === 'read' ? { status: value ? 'read' : 'unread' } : { starred: value };
  const fine = field === 'read' ? [500] : [400];
  const body = { entry_ids: ids.map(Number), ...mark };
  const { status, text } = await ask('PUT', '/entries', body, { fine });
  if (status === 400) yield* toggleStars(ask, value, ids);
  // So it says where the server has none of them any more.
  else if (status < 400 || /nothing has been updated/.test(text)) yield ids;
  // As an error it says why.
  else await ask('PUT', '/entries', body);
}

/** Before 2.3.2 stars can only be toggled: each is looked at first. */
async function* toggleStars(ask: Ask, value: boolean, ids: readonly string[]) {
  for (const id of ids) {
    const { status, text } = await ask('GET', `/entries/${id}`, undefined, { fine: [404] });
    if (status !== 404 && objectOf(parseJson(text))['starred'] !== value) {
      await ask('PUT', `/entries/${id}/bookmark`);
    }
    yield [id];
  }
}

function readFeed(feed: JsonObject): ServerFeed {
  const { id, feed_url, title, site_url, category } = feed;
  const folder = textOf(objectOf(category)['title']);
  return {
    id: textOf(id),
    url: textOf(feed_url),
    title: textOf(title),
    site: textOf(site_url),
    folder: folder === NO_FOLDER ? '' : folder,
  };
}

function readEntry(entry: JsonObject, skew: number): ServerEntry {
  const { id, feed_id, status, starred, changed_at, created_at } = entry;
  const changed = Date.parse(textOf(changed_at));
  // As it came, nobody marked it.
  const isMarked = changed_at !== created_at && !Number.isNaN(changed);
  return {
    id: textOf(id),
    feed: textOf(feed_id),
    read: status === 'read',
    starred: starred === true,
    tags: [],
    changed: isMarked ? changed + skew : null,
    item: readItem(entry),
  };
}

function readItem(entry: JsonObject): EntryItem {
  const { hash, title, url, content, author, published_at, tags, enclosures } = entry;
  const attachments = objectsOf(enclosures).map((file) => {
    return { url: file['url'], mime_type: file['mime_type'], size_in_bytes: file['size'] };
  });
  return {
    hash: textOf(hash),
    url: textOf(url),
    title: escapeHtml(textOf(title)),
    content_html: content,
    date_published: published_at,
    tags,
    attachments,
    authors: [{ name: author }],
  };
}
