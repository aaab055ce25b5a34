// The text of an OPML file, read as far as it can be: what it follows, and what is wrong with it.

import { looseAmpersand, mendXml } from './mend-xml.ts';
import { type OpmlFault, type OpmlFile, parseOpml } from './outline-file.ts';
import { readSubscriptions } from './read-subscriptions.ts';
import type { Subscription } from './subscription.ts';

/** What a text says. */
export interface ReadOpml {
  /** Of the text, or of what it was mended to. */
  readonly file: OpmlFile;
  readonly subscriptions: readonly Subscription[];
  readonly faults: readonly OpmlFault[];
}

/** Reads a text that may be broken. */
export function readOpml(text: string): ReadOpml {
  const strict = parseOpml(text);
  const loose = strict.faults.length === 0 ? -1 : looseAmpersand(text);
  const file = loose === -1 ? strict : parseOpml(mendXml(text));
  const { subscriptions, faults } = readSubscriptions(file);
  const own = loose === -1 ? [] : [ampersandFault(text, loose)];
  return { file, subscriptions, faults: [...own, ...file.faults, ...faults] };
}

/** The first thing that makes a text no XML; `null` where it is well-formed. */
export function firstFault(text: string): OpmlFault | null {
  const { faults } = parseOpml(text);
  const loose = faults.length === 0 ? -1 : looseAmpersand(text);
  return loose === -1 ? (faults[0] ?? null) : ampersandFault(text, loose);
}

function ampersandFault(text: string, place: number): OpmlFault {
  const before = text.slice(0, place).split('\n');
  const column = (before.at(-1) ?? '').length + 1;
  return { line: before.length, column, message: "a loose '&': it is written &amp;" };
}
