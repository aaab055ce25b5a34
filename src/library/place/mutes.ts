// What the user has muted: the queries whose articles are hidden from lists.
import type { Problem } from '../../core/errors.ts';
import { parseQuery } from '../../core/query/parse-query.ts';
import { namesFolder, type Query } from '../../core/query/query.ts';
import type { Host } from './device.ts';
import { readSavedQueries } from './saved-queries.ts';

export interface Mutes {
  /** An article that one of them lets through is hidden. */
  readonly queries: readonly Query[];
  /** The same for the same rules. */
  readonly stamp: string;
  readonly problems: readonly Problem[];
}

export const NO_MUTES: Mutes = { queries: [], stamp: '', problems: [] };

export function readMutes(host: Host): Mutes {
  const { queries, problems } = readSavedQueries(host, 'mutes');
  if (queries.length === 0 && problems.length === 0) return NO_MUTES;
  const now = new Date();
  const stamp = JSON.stringify([queries.map(({ text }) => text), problems]);
  const parsed = queries.map(({ name, text }) => ({ name, query: parseQuery(text, now) }));
  const ofFolders = parsed.filter(({ query }) => namesFolder(query));
  // One that asks nothing would hide all there is.
  const rules = parsed.filter(({ query }) => query.terms.length > 0 && !namesFolder(query));
  const refused = ofFolders.map(({ name }) => {
    const message = `“${name}” asks for a folder, which no mute can: feed: asks for a feed`;
    return { path: 'mutes', message };
  });
  return { queries: rules.map(({ query }) => query), stamp, problems: [...problems, ...refused] };
}
