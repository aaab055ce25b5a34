// OPML → subscriptions: which outlines are feeds, which folders they are in, what else is said of them.
import { normalizeTag, normalizeTags } from '../../core/article/tag.ts';
import { cleanLine } from '../../core/clean.ts';
import { type Fault, quoteValue } from '../../core/errors.ts';
import { fillGaps } from '../../core/first-value.ts';
import { groupBy } from '../../core/group-by.ts';
import { parseRetention, type Retention } from '../../core/retention.ts';
import { isServerName } from '../../core/server-name.ts';
import { httpUrl } from '../../core/url/clean-url.ts';
import { type OpmlElement, type OpmlFile, OWN_NAMESPACE } from './outline-file.ts';
import {
  eachOnce,
  feedUrl,
  type NewSubscription,
  type Subscription,
  shownUrl,
} from './subscription.ts';

/** Folders around a feed that count, the innermost. */
export const MOST_FOLDERS = 16;
/** What is longer is no title, in UTF-16 units. */
const LONGEST_TITLE = 500;

/**
 * The feeds of a file in its order, each once, in all the folders that it stands in.
 * @returns with them what is wrong with their outlines
 */
export function subscriptionsIn({ outlines }: Pick<OpmlFile, 'outlines'>) {
  const faults: Fault[] = [];
  const feeds = outlines.flatMap((outline) => readOutline(outline, faults) ?? []);
  const groups = groupBy(feeds, ({ url }) => shownUrl(url));
  return { subscriptions: Array.from(groups.values(), mergeAll), faults };
}

/** The name of the attribute that has the feed's address; `null` for what is no feed. */
export function addressName({ attributes }: OpmlElement): string | null {
  const isFeed = /^(?:rss|atom|feed)$/i.test(attributes.get('type') ?? '');
  return nameIn(attributes, 'xmlurl') ?? (isFeed && attributes.has('url') ? 'url' : null);
}

/** The feed's address as the outline has it; `null` for what is no feed. */
export function outlineUrl(outline: OpmlElement): string | null {
  return outline.attributes.get(addressName(outline) ?? '') ?? null;
}

/** The name of an attribute as it is written, of one in small letters. */
function nameIn(attributes: ReadonlyMap<string, string>, name: string): string | null {
  return [...attributes.keys()].find((key) => key.toLowerCase() === name) ?? null;
}

/** The feed of an outline; `null` for what is none. @param faults takes in what is wrong with it */
export function readOutline(outline: OpmlElement, faults: Fault[] = []): Subscription | null {
  const said = outlineUrl(outline);
  if (said === null || said.trim() === '') return null;
  const url = feedUrl(said);
  const fault = (message: string): void => {
    faults.push({ line: outline.line, column: 1, message });
  };
  if (url === null) {
    fault(`not an http(s) address: ${quoteValue(shownUrl(said))}`);
    return null;
  }
  const { attributes } = outline;
  return {
    url,
    title: titleOf(outline, url),
    site: httpUrl(attributes.get(nameIn(attributes, 'htmlurl') ?? '') ?? ''),
    folders: [folderNames(outline).join('/')].filter((path) => path !== ''),
    tags: normalizeTags((attributes.get('category') ?? '').split(/[,/]/)),
    full: own(outline, 'full') === 'true',
    keep: readKeep(own(outline, 'keep'), fault),
    id: httpUrl(own(outline, 'id') ?? ''),
    ...serverOf(own(outline, 'server')),
  };
}

function own({ attributes }: OpmlElement, name: string): string | undefined {
  return attributes.get(`{${OWN_NAMESPACE}}${name}`);
}

function serverOf(said = ''): Pick<Subscription, 'server'> {
  return isServerName(said) ? { server: said } : {};
}

function readKeep(said: string | undefined, fault: (message: string) => void): Retention | null {
  if (said === undefined) return null;
  const keep = parseRetention(said);
  if (keep === null) fault(`bad limit ${quoteValue(said)}: it takes 200 or 30d`);
  return keep;
}

/** One that only repeats the address says nothing. */
function titleOf({ attributes }: OpmlElement, url: string): string | null {
  const said = [attributes.get('title'), attributes.get('text')].map(titleLine);
  const isAddress = (title: string): boolean => feedUrl(title) === url || title === shownUrl(url);
  return said.find((title) => title !== '' && !isAddress(title)) ?? null;
}

/** The names of the folders around an outline, the outermost first. */
export function folderNames({ parent }: OpmlElement): readonly string[] {
  if (parent === null) return [];
  const name = isFolderOutline(parent) ? folderName(parent) : '';
  return [...folderNames(parent), ...(name === '' ? [] : [name])].slice(-MOST_FOLDERS);
}

/** Whether an element is an outline that is no feed itself. */
export function isFolderOutline(element: OpmlElement): boolean {
  return /(?:^|:)outline$/.test(element.name) && outlineUrl(element) === null;
}

/** What a folder is called. */
export function folderName({ attributes }: OpmlElement): string {
  return titleLine(attributes.get('text') ?? attributes.get('title'));
}

function titleLine(text = ''): string {
  return cleanLine(text.slice(0, LONGEST_TITLE));
}

/** Two spellings of a folder's name are one. */
export function folderKey(name: string): string {
  return normalizeTag(name) || name;
}

function mergeAll(all: readonly Subscription[]): Subscription {
  const folders = new Set(all.flatMap((one) => one.folders));
  const tags = new Set(all.flatMap((one) => one.tags));
  const full = all.some((one) => one.full);
  return { ...all.reduce(fillGaps), folders: [...folders], tags: [...tags], full };
}

/** Attributes of OPML and of other programs that are carried over; ours are written anew. */
const CARRIED = /^(?:description|language|version|created|comment|isComment|isBreakpoint)$/;
/** Of what is carried over, in UTF-16 units. */
const LONGEST_CARRIED = 2000;

/** The feeds of another's file to take over, each once, with what else it says of them. */
export function importOpml({ outlines }: Pick<OpmlFile, 'outlines'>): readonly NewSubscription[] {
  const feeds = outlines.flatMap((outline) => {
    const feed = readOutline(outline);
    if (feed === null) return [];
    const { url, title, site, full, keep } = feed;
    const { attributes } = outline;
    const tags = (attributes.get('category') ?? '').split(',').map(cleanLine).filter(Boolean);
    const others = [...attributes]
      .filter(([name]) => CARRIED.test(name))
      .map(([name, value]) => [name, value.slice(0, LONGEST_CARRIED)] as const);
    return [{ url, title, site, full, keep, path: folderNames(outline), tags, others }];
  });
  return eachOnce(feeds);
}
