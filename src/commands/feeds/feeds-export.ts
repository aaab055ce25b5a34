// `newsprint feeds export`: the subscriptions as OPML 2.0, without passwords.
import { cleanText } from '../../core/clean.ts';
import { formatCount } from '../../core/count.ts';
import { addSubscriptions, EMPTY_OPML } from '../../intake/opml/add-subscriptions.ts';
import { reviseSubscriptions } from '../../intake/opml/change-subscriptions.ts';
import { importOpml } from '../../intake/opml/import-opml.ts';
import { declareUtf8, opmlText } from '../../intake/opml/opml-bytes.ts';
import { parseOpml } from '../../intake/opml/outline-file.ts';
import { readOpml } from '../../intake/opml/read-opml.ts';
import { hasLogin, type Subscription, shownUrl } from '../../intake/opml/subscription.ts';
import { readSubscriptionsFile, SUBSCRIPTIONS } from '../../library/files/subscriptions-file.ts';
import { type Call, usageError } from '../call/call.ts';
import { findLibrary } from '../call/call-library.ts';
import type { Io } from '../call/io.ts';
import { nameFaults } from './feeds-call.ts';

/** Prints the file as it stands; of one that is broken, what can be read of it. */
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
  noteSecrets(secret, io);
}

function noteSecrets(secret: readonly Subscription[], io: Io): void {
  if (secret.length === 0) return;
  io.note(`${formatCount(secret.length, 'password')} left out; ${SUBSCRIPTIONS} has them`);
}
