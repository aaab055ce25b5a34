// The pictures an entry names beside its text: Media RSS, enclosures, podcasts' covers.
import { httpUrl } from '../../core/clean-url.ts';
import type { EntryPicture } from './entry.ts';
import { baseOf } from './feed-addresses.ts';
import { lineValue } from './text-value.ts';
import type { XmlElement } from './xml-element.ts';

const MOST = 20;
export const PICTURE_NAME = /\.(?:jpe?g|png|webp|gif|avif)(?:$|[?#])/i;

/** The elements of RSS and of Atom that name files an entry comes with. */
export function attachedTo(entry: XmlElement): readonly XmlElement[] {
  const links = entry.all('link').filter((link) => /^enclosure$/i.test(link.attribute('rel')));
  return [...entry.all('enclosure'), ...links];
}

/** Each once, in the entry's order; thumbnails only where there is nothing larger. */
export function picturesOf(entry: XmlElement, found: string | null): readonly EntryPicture[] {
  const groups = [entry, ...entry.all('media:group')];
  const contents = groups.flatMap((group) => group.all('media:content')).slice(0, MOST * 5);
  const thumbnails = [...groups, ...contents].flatMap((holder) => holder.all('media:thumbnail'));
  const kinds = [
    [...widest(contents.filter(isPicture)), ...attachedTo(entry).filter(isPicture)],
    thumbnails.filter((thumbnail) => !isSmall(thumbnail)),
    entry.all('itunes:image'),
  ].map((elements) => elements.flatMap((element) => readPicture(element, found) ?? []));
  const all = kinds.find((pictures) => pictures.length > 0) ?? [];
  const bySource = new Map(all.toReversed().map((one) => [one.src, one]));
  return [...bySource.values()].toReversed().slice(0, MOST);
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

function isPicture(element: XmlElement): boolean {
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
