// `newsprint feeds import` and `export`: feeds from an OPML or newsboat file, and to one.
import { cleanText } from '../../core/clean.ts';
import { formatCount } from '../../core/count.ts';
import { formatProblem, NewsprintError } from '../../core/errors.ts';
import type { SavedQuery } from '../../core/query/parse-saved-queries.ts';
import { decodeText } from '../../intake/charset.ts';
import { parseNewsboatUrls } from '../../intake/exports/newsboat-urls.ts';
import {
  addSubscriptions,
  EMPTY_OPML,
  reviseSubscriptions,
} from '../../intake/opml/change-subscriptions.ts';
import { declareUtf8, opmlText } from '../../intake/opml/opml-bytes.ts';
import { parseOpml } from '../../intake/opml/outline-file.ts';
import { readOpml } from '../../intake/opml/read-opml.ts';
import { importOpml } from '../../intake/opml/read-subscriptions.ts';
import {
  hasLogin,
  type NewSubscription,
  type Subscription,
  shownUrl,
} from '../../intake/opml/subscription.ts';
import { readSourceBytes } from '../../jobs/add/source-bytes.ts';
import { changeSubscriptions, readSubscriptions } from '../../jobs/feeds/subscriptions.ts';
import { readSubscriptionsFile, SUBSCRIPTIONS } from '../../library/files/subscriptions-file.ts';
import type { ImportExtras } from '../../library/journals/import-extras.ts';
import { copyShipped } from '../../library/place/make-library.ts';
import {
  addSavedQueries,
  readSavedQueries,
  savedQueriesPath,
} from '../../library/place/saved-queries.ts';
import { type Call, type Io, usageError } from '../call/call.ts';
import { findLibrary, rootForWriting, waitNote } from '../call/call-library.ts';
import { nameFaults, readFeedOptions } from './feeds-call.ts';

/** Takes the feeds of a file over, and names what is none; no feed is asked for yet. */
export async function importFeeds(call: Call, words: readonly string[], io: Io): Promise<void> {
  const [name, odd] = words;
  if (name === undefined) {
    const hint = 'an OPML file, newsboat’s urls file, or - for standard input';
    throw usageError('feeds import needs a file', hint);
  }
  if (odd !== undefined) throw usageError(`feeds import takes one file, not '${odd}' too`);
  const { bytes, name: shown } = await readSourceBytes(name, io);
  takeFeeds(bytes, shown, call, io);
}

interface Taking {
  /** Whether only what would be taken is said. */
  readonly isTrial?: boolean;
  /** Told of what is new, before it is there. */
  readonly onNew?: (extras: Partial<ImportExtras>) => void;
  /** Of feeds that have none in the file, by their shown addresses. */
  readonly titles?: ReadonlyMap<string, string>;
}

/** Takes over what a file has to follow. @param shown the file, as messages call it */
export function takeFeeds(
  bytes: Uint8Array,
  shown: string,
  call: Call,
  io: Io,
  { isTrial = false, onNew = () => {}, titles }: Taking = {},
): void {
  const { folder, tags, full, keep } = readFeedOptions(call);
  const found = parseFeedsFile(decodeText(bytes).replace(/^\ufeff/, ''));
  const { feeds, mended, faults, notes } = found;
  if (mended !== null) io.note(`mended ${formatProblem({ path: shown, ...mended })}`);
  for (const one of notes) io.note(formatProblem({ path: shown, ...one }));
  nameFaults(faults, shown, io);
  if (feeds.length + found.queries.length === 0) {
    const hint = 'import takes an OPML file, or newsboat’s urls file';
    throw new NewsprintError(`${shown}: there are no feeds in it`, { hint });
  }
  const wanted = feeds.map((feed) => ({
    ...feed,
    title: feed.title ?? (titles?.get(shownUrl(feed.url)) || null),
    ...(folder.length > 0 && { path: folder }),
    tags: [...feed.tags, ...tags],
    full: feed.full || full,
    keep: keep ?? feed.keep,
  }));
  const place = findLibrary(call, io);
  if (isTrial) {
    const known = place.exists ? readSubscriptions(place.root).subscriptions : [];
    sayTaken(newOnes(wanted, known).length, feeds.length, 'would be added', io);
    sayQueries(newQueries(found.queries, io), 'would be saved as queries', io);
    return;
  }
  // Who begins with feeds opens the reader on the same articles as everybody else.
  if (!place.exists) copyShipped(io.shipped, place.root);
  const added = takeOver(rootForWriting(call, io, 'feeds'), wanted, io, onNew);
  sayTaken(added, feeds.length, 'added', io);
  saveQueries(found.queries, io, onNew);
}

function sayTaken(added: number, all: number, what: string, io: Io): void {
  const there = all === added ? '' : `, ${all - added} there already`;
  const next = added === 0 ? '' : '; newsprint fetch brings in what is new';
  io.note(`${formatCount(added, 'feed')} ${what}${there}${next}`);
}

function newOnes(
  feeds: readonly NewSubscription[],
  subscriptions: readonly Subscription[],
): readonly NewSubscription[] {
  const known = new Set(subscriptions.map(({ url }) => shownUrl(url)));
  return feeds.filter(({ url }) => !known.has(shownUrl(url)));
}

type OnNew = Required<Taking>['onNew'];

function newQueries(queries: readonly SavedQuery[], io: Io): readonly SavedQuery[] {
  const known = readSavedQueries(io, 'queries').queries;
  return queries.filter(({ text }) => !known.some((query) => query.text === text));
}

function saveQueries(queries: readonly SavedQuery[], io: Io, onNew: OnNew): void {
  const wanted = newQueries(queries, io);
  if (wanted.length === 0) return;
  const { added } = addSavedQueries(io, 'queries', wanted, (queries) => onNew({ queries }));
  sayQueries(added, 'saved as queries', io);
}

function sayQueries(queries: readonly SavedQuery[], what: string, io: Io): void {
  const names = queries.map(({ name }) => name).join(', ');
  if (names !== '') io.note(`${what}: ${names} (in ${savedQueriesPath(io, 'queries')})`);
}

/** What a file has to follow, and what of it cannot be; `notes` are lines that are no feeds. */
function parseFeedsFile(text: string) {
  if (!/^\s*</.test(text)) {
    const { feeds, left, queries, others } = parseNewsboatUrls(text);
    return { feeds, mended: null, faults: left, notes: others, queries };
  }
  const { file, mended, faults } = readOpml(text);
  return { feeds: importOpml(file), mended, faults, notes: [], queries: [] };
}

/** @returns how many were not there yet */
function takeOver(root: string, feeds: readonly NewSubscription[], io: Io, onNew: OnNew): number {
  let count = 0;
  changeSubscriptions(root, waitNote(io), (file, subscriptions) => {
    const added = newOnes(feeds, subscriptions);
    count = added.length;
    if (count > 0) onNew({ feeds: added.map(({ url }) => shownUrl(url)) });
    return addSubscriptions(file, added);
  });
  return count;
}

/** Prints the subscriptions as they stand, without passwords; of one that is broken, what can be read of it. */
export async function exportFeeds(call: Call, [odd]: readonly string[], io: Io): Promise<void> {
  if (odd !== undefined) throw usageError(`feeds export takes no '${odd}'`, 'it prints: … > FILE');
  const { root } = findLibrary(call, io);
  const bytes = readSubscriptionsFile(root);
  const text = bytes === null ? EMPTY_OPML : opmlText(bytes);
  const { file, subscriptions, mended, faults } = readOpml(text);
  const isWhole = file.text === text && file.faults.length === 0;
  const whole = isWhole
    ? file
    : parseOpml(addSubscriptions(parseOpml(EMPTY_OPML), importOpml(file)));
  const secret = subscriptions.filter(({ url }) => hasLogin(url));
  const shown = new Map(secret.map(({ url }) => [url, { url: shownUrl(url) }] as const));
  await io.out(declareUtf8(cleanText(reviseSubscriptions(whole, shown))));
  if (!isWhole) nameFaults(mended === null ? faults : [mended, ...faults], SUBSCRIPTIONS, io);
  if (secret.length === 0) return;
  io.note(`${formatCount(secret.length, 'password')} left out; ${SUBSCRIPTIONS} has them`);
}
