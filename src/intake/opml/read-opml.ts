// The text of an OPML file, read as far as it can be: what it follows, and what is wrong with it.
import { mendAmpersands, mendAttributes } from './mend-opml.ts';
import { type OpmlFault, type OpmlFile, parseOpml } from './outline-file.ts';
import { readSubscriptions } from './read-subscriptions.ts';
import type { Subscription } from './subscription.ts';

/** What a text says. */
export interface ReadOpml {
  /** Of the text, or of what it was mended to. */
  readonly file: OpmlFile;
  readonly subscriptions: readonly Subscription[];
  /** What was mended so that nothing is lost: the first of it. */
  readonly mended: OpmlFault | null;
  /** What cannot be read, or is no feed. */
  readonly faults: readonly OpmlFault[];
}

/** Reads a text that may be broken. */
export function readOpml(text: string): ReadOpml {
  const { file, mended } = parseMended(text);
  const { subscriptions, faults } = readSubscriptions(file);
  return { file, subscriptions, mended, faults: [...file.faults, ...faults] };
}

/** Mends no more than is needed. */
function parseMended(text: string): Pick<ReadOpml, 'file' | 'mended'> {
  const strict = parseOpml(text);
  const [mended = null] = strict.faults;
  if (mended === null) return { file: strict, mended };
  const better = [mendAmpersands(text), mendAmpersands(mendAttributes(text))];
  const sound = better.map(parseOpml).find(({ faults }) => faults.length === 0);
  return sound === undefined ? { file: strict, mended: null } : { file: sound, mended };
}
