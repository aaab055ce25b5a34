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
  if (strict.faults.length === 0) return { file: strict, mended: null };
  const [mended = null] = strict.faults;
  for (const mend of [mendAmpersands, (all: string) => mendAmpersands(mendAttributes(all))]) {
    const better = mend(text);
    const file = better === text ? strict : parseOpml(better);
    if (file.faults.length === 0) return { file, mended };
  }
  return { file: strict, mended: null };
}

/** The first thing that makes a text no XML; `null` where it is well-formed. */
export function firstFault(text: string): OpmlFault | null {
  return parseOpml(text).faults[0] ?? null;
}
