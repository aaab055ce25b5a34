// The subscriptions of a library: read from its OPML file, and changed in it.
import { NewsprintError } from '../../core/errors.ts';
import { tryKnown } from '../../core/try-or.ts';
import { EMPTY_OPML } from '../../intake/opml/change-subscriptions.ts';
import { opmlBytes, opmlText } from '../../intake/opml/opml-bytes.ts';
import { type OpmlFile, parseOpml } from '../../intake/opml/outline-file.ts';
import { readOpml } from '../../intake/opml/read-opml.ts';
import { subscriptionsIn } from '../../intake/opml/read-subscriptions.ts';
import { hasLogin, type Subscription } from '../../intake/opml/subscription.ts';
import type { OnWait } from '../../library/files/file-lock.ts';
import {
  type ChangedSubscriptions,
  changeSubscriptionsFile,
  readSubscriptionsFile,
  SUBSCRIPTIONS,
} from '../../library/files/subscriptions-file.ts';

/**
 * What a library subscribes to, in the order of the file, each feed once; of a file that is broken,
 * what can be read of it.
 * @throws NewsprintError `unreadable` where the file cannot be read at all
 */
export function readSubscriptions(root: string) {
  const bytes = readSubscriptionsFile(root);
  if (bytes === null) return { subscriptions: [], problems: [] };
  const { subscriptions, mended, faults } = readOpml(opmlText(bytes));
  const all = mended === null ? faults : [mended, ...faults];
  return { subscriptions, problems: all.map((fault) => ({ path: SUBSCRIPTIONS, ...fault })) };
}

/** The feeds, for those who ask often: read anew where the file is another; none where it is broken. */
export function openSubscriptions(root: string): () => readonly Subscription[] {
  let known: { readonly bytes: Buffer; readonly feeds: readonly Subscription[] } | null = null;
  const read = (): readonly Subscription[] => {
    const bytes = readSubscriptionsFile(root);
    if (bytes === null) return [];
    if (!known?.bytes.equals(bytes))
      known = { bytes, feeds: readOpml(opmlText(bytes)).subscriptions };
    return known.feeds;
  };
  return () => tryKnown(read, () => []);
}

/** The way out where the file is broken. */
export const MEND = 'mend it by hand, or move it away';

/**
 * Changes the file, one process at a time, all or nothing; it is made where there is none.
 * @param change the file's text anew, from its text and its feeds; it may be called more than once
 * @throws NewsprintError `failed` for a file that is broken, which is left as it is, or `read-only`
 */
export function changeSubscriptions(
  root: string,
  onWait: OnWait | undefined,
  change: (file: OpmlFile, subscriptions: readonly Subscription[]) => string,
): void {
  changeSubscriptionsFile(root, onWait, (bytes) => {
    const before = bytes ?? Buffer.from(EMPTY_OPML);
    const file = parseWhole(opmlText(before));
    const text = change(file, subscriptionsIn(file).subscriptions);
    if (text === file.text) return null;
    parseWhole(text);
    return changedTo(opmlBytes(text, before));
  });
}

/** The file anew: with a password in it it is its owner's alone. */
export function changedTo(data: Uint8Array): ChangedSubscriptions {
  const { subscriptions } = readOpml(opmlText(data));
  return { data, isSecret: subscriptions.some(({ url }) => hasLogin(url)) };
}

/** A broken file is not touched: what it means is not known. */
function parseWhole(text: string): OpmlFile {
  const file = parseOpml(text);
  const [fault] = file.faults;
  if (fault === undefined) return file;
  const message = `line ${fault.line}, column ${fault.column}: ${fault.message}`;
  throw new NewsprintError(message, { hint: MEND });
}

/** A feed of which nothing is said but its address. */
export function subscriptionTo(url: string): Subscription {
  return {
    url,
    title: null,
    site: null,
    folders: [],
    tags: [],
    full: false,
    keep: null,
    id: null,
  };
}
