// Which of the pictures that a page has in its markup are its story's, by the labels.
import { parseHTML } from 'linkedom/worker';

/** Labels count by this, whatever src/intake comes to take for a picture. */
const PICTURES = 'img,picture,amp-img,video,amp-video';
const AROUND = 'picture,video,amp-video,amp-img';
const PARTS = 'img,source,amp-img';
/** An address of a `srcset`, without its size. */
const OF_SET = /(?<![^\s,])([^\s,]\S*)(?:\s+[\d.]+[wx])?/g;
const ADDRESS = /src|url|image|original|full|poster/i;
/** In the folder that a browser saved beside the page: at the page's own site it never was. */
const SAVED = /_files\//;
const KIND = /\.(?:jpe?g|png|webp|gif|avif)/i;

/**
 * Labels name pictures by their places among the page's picture elements, one picture in several sizes with
 * commas, those about which careful readers differ with `?`: `3,4 7 9?`.
 * @param {string} html
 * @param {{url: string, pictures: string | null}} page its entry in the labels
 * @returns {{count: number, of: (src: string) => number | null} | null} how many sure pictures the story has that can be had, and
 * the number of that which an address is, 0 for another's, null where nothing tells; null for an unlabelled page
 */
export function readPictures(html, { url, pictures }) {
  if (pictures === null) return null;
  const groups = pictures.split(' ').filter(Boolean);
  const sure = groups.filter((group) => !group.endsWith('?'));
  const places = new Map();
  for (const group of groups) {
    const number = group.endsWith('?') ? null : sure.indexOf(group) + 1;
    for (const place of group.replace('?', '').split(',')) places.set(Number(place), number);
  }
  const known = new Map();
  for (const [place, element] of picturesIn(html).entries()) {
    const number = places.has(place) ? places.get(place) : 0;
    for (const address of addressesOf(element, url)) {
      if (!known.has(address) || known.get(address) === 0) known.set(address, number);
    }
  }
  const had = new Set([...known].flatMap(([address, at]) => (SAVED.test(address) ? [] : at || [])));
  return { count: had.size, of: (src) => known.get(plain(src)) ?? null };
}

/**
 * How well the pictures of an article are those of the story: the harmonic mean of how many of them are, each
 * counted once, and of how many of those it has.
 */
export function pictureScore(known, images) {
  const numbers = images.map(known.of).filter((number) => number !== null);
  const found = new Set(numbers.filter((number) => number > 0)).size;
  const sum = numbers.length + known.count;
  return sum === 0 ? 1 : (2 * found) / sum;
}

function picturesIn(html) {
  const isWhole = /<html[\s>]/i.test(html) && /<body[\s>]/i.test(html);
  const { document } = parseHTML(
    isWhole ? html : `<!doctype html><html><body>${html}</body></html>`,
  );
  return [...document.querySelectorAll(PICTURES)].filter(
    ({ parentElement }) => !parentElement?.closest(AROUND),
  );
}

/** Every address that an element may have its picture from. */
function addressesOf(element, url) {
  const own = element.ownerDocument.querySelector('base[href]')?.getAttribute('href') ?? '';
  const base = absolute(own, url) ?? url;
  const link = element.closest('a[href]')?.getAttribute('href') ?? '';
  const told = [element, ...element.querySelectorAll(PARTS)].flatMap((part) =>
    part.getAttributeNames().flatMap((name) => {
      const value = part.getAttribute(name);
      if (/srcset/i.test(name))
        return Array.from(value.matchAll(OF_SET), ([, one]) => one.replace(/,+$/, ''));
      return ADDRESS.test(name) || KIND.test(value) ? [value] : [];
    }),
  );
  const all = KIND.test(link) ? [...told, link] : told;
  return new Set(all.map((one) => absolute(one.trim(), base)).filter(Boolean));
}

/** Articles have no brackets in an address. */
function plain(address) {
  return address.replaceAll('(', '%28').replaceAll(')', '%29');
}

function absolute(address, base) {
  try {
    return plain(new URL(address, base).href);
  } catch {
    return null;
  }
}
