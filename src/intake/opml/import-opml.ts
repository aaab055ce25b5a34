// Another's OPML file as subscriptions to take over: their folders, and what else it says of them.
import { cleanLine } from '../../core/clean.ts';
import { eachOnce, type NewSubscription } from './add-subscriptions.ts';
import type { OpmlElement, OpmlFile } from './outline-file.ts';
import { folderNames, readSubscriptions } from './read-subscriptions.ts';

/** Attributes of OPML and of other programs that are carried over; ours are written anew. */
const CARRIED = /^(?:description|language|version|created|comment|isComment|isBreakpoint)$/;

/** Of what is carried over, in UTF-16 units. */
const LONGEST = 2000;

/** The feeds of a file, each once. */
export function importOpml({ outlines }: Pick<OpmlFile, 'outlines'>): readonly NewSubscription[] {
  const feeds = outlines.flatMap((outline) => {
    const [feed] = readSubscriptions({ outlines: [outline] }).subscriptions;
    if (feed === undefined) return [];
    const { url, title, site, full, keep } = feed;
    const folders = folderNames(outline);
    return [
      { url, title, site, full, keep, folders, tags: categories(outline), others: others(outline) },
    ];
  });
  return eachOnce(feeds);
}

function categories({ attributes }: OpmlElement): readonly string[] {
  return (attributes.get('category') ?? '').split(',').map(cleanLine).filter(Boolean);
}

function others({ attributes }: OpmlElement): ReadonlyMap<string, string> {
  const carried = [...attributes].filter(([name]) => CARRIED.test(name));
  return new Map(carried.map(([name, value]) => [name, value.slice(0, LONGEST)] as const));
}
