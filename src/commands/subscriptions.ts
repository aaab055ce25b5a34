// The subscriptions of a library: read from its OPML file, and changed in it.

import { NewsprintError, type Problem } from '../core/errors.ts';
import { EMPTY_OPML } from '../intake/opml/add-subscriptions.ts';
import { mendXml } from '../intake/opml/mend-xml.ts';
import { opmlBytes, opmlText } from '../intake/opml/opml-bytes.ts';
import { type OpmlFault, type OpmlFile, parseOpml } from '../intake/opml/outline-file.ts';
import { readSubscriptions as readOutlines } from '../intake/opml/read-subscriptions.ts';
import type { Subscription } from '../intake/opml/subscription.ts';
import {
  changeSubscriptionsFile,
  readSubscriptionsFile,
  SUBSCRIPTIONS,
} from '../library/subscriptions-file.ts';

export interface Subscriptions {
  /** In the order of the file, each feed once. */
  readonly subscriptions: readonly Subscription[];
  readonly problems: readonly Problem[];
}

/**
 * What a library subscribes to; of a file that is broken, what can be told.
 * @throws NewsprintError `unreadable` where the file cannot be read at all
 */
export function readSubscriptions(root: string): Subscriptions {
  const bytes = readSubscriptionsFile(root);
  if (bytes === null) return { subscriptions: [], problems: [] };
  const { subscriptions, faults } = readOpmlText(opmlText(bytes));
  return { subscriptions, problems: faults.map(toProblem) };
}

/** The feeds of a text that may be broken, and what is wrong with it. */
export function readOpmlText(text: string): {
  readonly file: OpmlFile;
  readonly subscriptions: readonly Subscription[];
  readonly faults: readonly OpmlFault[];
} {
  const strict = parseOpml(text);
  const file = strict.faults.length === 0 ? strict : parseOpml(mendXml(text));
  const { subscriptions, faults } = readOutlines(file);
  return { file, subscriptions, faults: [...strict.faults, ...faults] };
}

function toProblem({ line, column, message }: OpmlFault): Problem {
  return { path: SUBSCRIPTIONS, line, column, message };
}

/**
 * Changes the file, one process at a time, all or nothing; it is made where there is none.
 * @param change the file's text anew, from its text; it may be called more than once
 * @returns whether anything was changed
 * @throws NewsprintError `failed` for a file that is broken, which is left as it is, or `read-only`
 */
export function changeSubscriptions(root: string, change: (file: OpmlFile) => string): boolean {
  return changeSubscriptionsFile(root, (bytes) => {
    const before = bytes ?? Buffer.from(EMPTY_OPML);
    const file = parseWhole(opmlText(before));
    const text = change(file);
    if (text === file.text) return null;
    parseWhole(text);
    return opmlBytes(text, before);
  });
}

/** A broken file is not touched: what it means is not known. */
function parseWhole(text: string): OpmlFile {
  const file = parseOpml(text);
  const [fault] = file.faults;
  if (fault === undefined) return file;
  const { line, column, message } = fault;
  throw new NewsprintError(`line ${line}, column ${column}: ${message}`, {
    code: 'failed',
    hint: 'mend it by hand, or move it away',
  });
}
