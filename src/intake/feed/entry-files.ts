// The files an entry comes with: the pictures it names beside its text, episodes and documents, each once.
import { type Enclosure, enclosureKind } from '../../core/article/enclosure.ts';
import { fillGaps } from '../../core/first-value.ts';
import { groupBy } from '../../core/group-by.ts';
import { httpUrl, withoutLogin } from '../../core/url/clean-url.ts';
import type { EntryPicture } from './entry.ts';
import { baseOf } from './feed-addresses.ts';
import { htmlLine, lineValue } from './text-value.ts';
import type { XmlElement } from './xml-element.ts';

const MOST = 20;
export const PICTURE_NAME = /\.(?:jpe?g|png|webp|gif|avif)(?:$|[?#])/i;
const MOST_READ = MOST * 5;
/** In UTF-16 units. */
const LONGEST_URL = 4000;

/** Without its parameters. */
const MEDIA_TYPE = /^[a-z-]+\/[\w.+-]{1,100}(?=\s*(?:;|$))/;

/** Those of an RSS or Atom entry, with Media RSS's and a podcast's duration. */
export function enclosuresOf(entry: XmlElement, found: string | null): readonly Enclosure[] {
  const groups = entry.all('media:group').slice(0, MOST_READ);
  const elements = [
    ...attachedTo(entry).slice(0, MOST_READ),
    ...mediaIn(entry, found),
    ...groups.flatMap((group) => preferred(mediaIn(group, found)) ?? []),
  ];
  const all = elements.flatMap((element) => readElement(element, found) ?? []);
  const files = joined(all, ({ url }) => url.replace(/^https?:/, ''));
  const duration = parseDuration(entry.first('itunes:duration')?.text() ?? '');
  return files.map((file, at) =>
    at === 0 ? { ...file, seconds: file.seconds ?? duration } : file,
  );
}

/** Of one film in several versions the one that the feed prefers. */
function preferred(versions: readonly XmlElement[]): XmlElement | undefined {
  return versions.find((one) => /^true$/i.test(one.attribute('isdefault'))) ?? versions[0];
}

/** What may be a picture, for all that is said of it, counts as one. */
function mediaIn(holder: XmlElement, found: string | null): readonly XmlElement[] {
  const contents = holder.all('media:content').slice(0, MOST_READ);
  return contents.filter((content) => {
    const file = readElement(content, found);
    const isSaid = /^(?:audio|video|document)$/i.test(content.attribute('medium'));
    return file !== null && (isSaid || enclosureKind(file) !== null);
  });
}

/** @returns `null` for a picture, for a film that no program plays any more, for what has no address */
function readElement(element: XmlElement, found: string | null): Enclosure | null {
  const url = withoutLogin(httpUrl(element.attribute('url', 'href'), baseOf(element, found)) ?? '');
  if (url === '' || url.length > LONGEST_URL) return null;
  const said = element.attribute('type');
  const [type = null] = MEDIA_TYPE.exec(said.trim().toLowerCase()) ?? [];
  const isPicture = enclosureKind({ url, type }) === null && PICTURE_NAME.test(url);
  if (isPicture || /^image\b|flash$/i.test(type ?? said)) return null;
  const length = element.attribute('length', 'filesize').trim();
  return {
    url,
    type,
    length: (/^\d{1,15}$/.test(length) && Number(length)) || null,
    seconds: parseDuration(element.attribute('duration')),
    title: htmlLine(element.first('media:title')?.text() ?? element.attribute('title')),
  };
}

const LONGEST_SECONDS = 999_999;

/** `1:02:03`, `62:03`, `3723`, in seconds; `null` for anything else. */
export function parseDuration(text: string): number | null {
  if (!/^\s*(?:\d{1,4}:){0,2}\d{1,6}(?:\.\d+)?\s*$/.test(text)) return null;
  const seconds = Math.round(text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0));
  return seconds > 0 && seconds <= LONGEST_SECONDS ? seconds : null;
}

/** Each thing once, with what any of its names says of it. */
function joined<Thing extends object>(things: readonly Thing[], keyOf: (thing: Thing) => string) {
  const groups = groupBy(things, keyOf);
  return Array.from(groups.values(), (group) => group.reduce(fillGaps)).slice(0, MOST);
}

/** The elements of RSS and of Atom that name files an entry comes with. */
function attachedTo(entry: XmlElement): readonly XmlElement[] {
  const links = entry.all('link').filter((link) => /^enclosure$/i.test(link.attribute('rel')));
  return [...entry.all('enclosure'), ...links];
}

/** Each once, in the entry's order; thumbnails only where there is nothing larger. */
export function picturesOf(entry: XmlElement, found: string | null): readonly EntryPicture[] {
  const groups = [entry, ...entry.all('media:group')];
  const contents = groups.flatMap((group) => group.all('media:content')).slice(0, MOST_READ);
  const thumbnails = [...groups, ...contents].flatMap((holder) => holder.all('media:thumbnail'));
  const kinds = [
    [...widest(contents.filter(isPicture)), ...attachedTo(entry).filter(isPicture)],
    thumbnails.filter((thumbnail) => !isSmall(thumbnail)),
    entry.all('itunes:image'),
  ].map((elements) => elements.flatMap((element) => readPicture(element, found) ?? []));
  return joined(kinds.find((pictures) => pictures.length > 0) ?? [], ({ src }) => src);
}

/** Pixels across, below which it is an icon. */
const SMALLEST = 100;

function isSmall(thumbnail: XmlElement): boolean {
  const width = Number.parseInt(thumbnail.attribute('width'), 10);
  return width < SMALLEST || /avatar/i.test(thumbnail.attribute('url'));
}

/** Of one picture in several widths the widest; those with words of their own are several. */
function widest(contents: readonly XmlElement[]): readonly XmlElement[] {
  const widthOf = (content: XmlElement): number => Number.parseInt(content.attribute('width'), 10);
  const isSame = contents.every(
    (content) => widthOf(content) > 0 && content.first('media:description', 'media:title') === null,
  );
  if (!isSame) return contents;
  return contents.toSorted((a, b) => widthOf(b) - widthOf(a)).slice(0, 1);
}

export function isPicture(element: XmlElement): boolean {
  const type = element.attribute('type');
  const medium = element.attribute('medium');
  if (type !== '' || medium !== '') return /^image\b/i.test(type) || /^image$/i.test(medium);
  return PICTURE_NAME.test(element.attribute('url', 'href'));
}

/** What is said of it stands in the element, else in the group around it. */
function readPicture(element: XmlElement, found: string | null): EntryPicture | null {
  const src = httpUrl(element.attribute('url', 'href'), baseOf(element, found));
  if (src === null) return null;
  const { name, parent } = element;
  const group = name === 'media:content' && parent?.name === 'media:group' ? parent : null;
  const said = (...names: readonly string[]): string | null =>
    lineValue(element.first(...names) ?? group?.first(...names) ?? null);
  return {
    src,
    caption: said('media:description', 'media:text', 'media:title'),
    credit: said('media:credit', 'media:copyright'),
  };
}
