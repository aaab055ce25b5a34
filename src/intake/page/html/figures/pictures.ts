// The picture behind an image element, however the page loads it.

import { countMatches } from '../../../../core/count.ts';
import { firstValue } from '../../../../core/first-value.ts';
import { tryOr } from '../../../../core/try-or.ts';
import { httpUrl } from '../../../../core/url/clean-url.ts';
import { pattern } from '../../../words/pattern.ts';
import { lineTest, phrasesOf } from '../../../words/phrases.ts';
import { named } from '../document/markup-names.ts';
import { attribute } from '../dom/dom.ts';
import type { DomElement } from '../dom/nodes.ts';
import { closest, matches, selectAll, selectFirst } from '../dom/select.ts';

/** Images, but for films and what holds images. */
export const IMAGES = 'img,amp-img';
/** Elements that are pictures, or stand for one. */
export const PICTURE = 'img,picture,amp-img,video,amp-video';

const LAZY = [
  ...['data-src', 'data-lazy-src', 'data-original', 'data-full-src', 'data-image', 'data-url'],
  ...['data-hi-res-src', 'data-default-src', 'src'],
];
const LAZY_SETS = ['data-srcset', 'data-lazy-srcset', 'srcset'];
const STAND_IN =
  /^data:|[{}]|%7b|\/\$[a-z]+\/|\b(?:placeholder|spacer|1x1)\b|^[^?]*\blazy[-_]?load\b|\bblur_\d|\/(?:empty|leer)\.\w+$/i;
/** In the folder that a browser puts beside a page it saves, with the pictures of that. */
const SAVED = pattern`^(?!/|\w+:)[^?]*${'saved folder'}/`;
/** Pixels across: wide enough for any screen, not the largest a site holds. */
const WIDEST = 1600;
/** Pixels across or down: below it is an icon or a counter. */
const SMALLEST = 60;

/** Where a page may stand of which no more is asked than whether, and under what name, it has a picture. */
const ANYWHERE = 'http://x/';

/** The absolute URL of a picture, `null` where the page has only a placeholder. */
export function pictureUrl(element: DomElement, base: string | null): string | null {
  const parts = [element, ...selectAll(element, 'img,source,amp-img')];
  const isImage = (part: DomElement): boolean => part.localName !== 'source';
  const found = [
    ...parts.flatMap((part) => LAZY_SETS.map((name) => widest(part.getAttribute(name) ?? ''))),
    ...parts.filter(isImage).flatMap((part) => LAZY.map((name) => attribute(part, name))),
    attribute(element, 'poster'),
  ];
  const told = () => parts.filter(isImage).flatMap(toldAddresses);
  const url = firstPicture(found, base) ?? firstPicture(told(), base);
  return url !== null && isThumbnail(url) ? (largerCopy(element, base) ?? url) : url;
}

/** Whether an element shows a picture, and is no placeholder for one. */
export function hasAddress(element: DomElement): boolean {
  return pictureUrl(element, ANYWHERE) !== null;
}

/** Attributes that hold no picture of the element's, or a small one. */
const OTHER = /^(?:style|class|id|longdesc|on)|alt|title|name|small|mini|thumb|low|holder/i;
/** Of a picture, and nothing else. */
const ADDRESS = /^[^\s{}"'<>]+\.(?:jpe?g|png|webp|gif|avif)(?:[?#]\S*)?$/i;

/** The addresses in attributes that only one site's scripts know, the last first: they grow. */
function toldAddresses(element: DomElement): readonly string[] {
  const names = element.getAttributeNames().filter((name) => !OTHER.test(name));
  const values = names.map((name) => attribute(element, name));
  return values.filter((value) => ADDRESS.test(value)).reverse();
}

/** The picture that a small copy of it leads to. */
function largerCopy(element: DomElement, base: string | null): string | null {
  const href = attribute(closest(element, 'a[href]'), 'href');
  return KIND.test(href) ? httpUrl(href, base) : null;
}

function firstPicture(urls: readonly string[], base: string | null): string | null {
  const isFilm = (url: string): boolean => /\.(?:mp4|m3u8|webm)(?:\?|$)|\/embed\//i.test(url);
  const isNone = (url: string) => STAND_IN.test(url) || SAVED().test(url) || isBlank(url);
  const fitting = urls.filter((url) => url !== '' && !isNone(url) && !isFilm(url));
  return firstValue(fitting, (url) => httpUrl(url, base));
}

/** Of a file's name, in UTF-16 units. */
const LONGEST_NAME = 300;
const BLANK = pattern`^${'blank picture'}$`;
const BLANK_NAME = pattern`^${['blank picture', 'blank part']}$`;

/** Whether a file's name says that its picture shows nothing: `grey_32.gif`, not `earl-grey-tea.jpg`. */
function isBlank(url: string): boolean {
  const [path = ''] = url.split(/[?#]/, 1);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  if (dot === -1 || name.length > LONGEST_NAME) return false;
  const words = name.slice(0, dot).split(/[^\p{L}\d]+/u);
  const named = words.filter((word) => /^\p{L}/u.test(word));
  if (!named.some((word) => BLANK().test(word))) return false;
  // A photograph may be called by one such word and a number.
  const kind = name.slice(dot + 1);
  if (/^(?:gif|svg)$/i.test(kind)) return true;
  const isPhoto = /^jpe?g$/i.test(kind) && named.length < words.length;
  return !isPhoto && named.every((word) => BLANK_NAME().test(word));
}

/** UTF-16 units of a folder's name that others have by no chance. */
const SURE_NAME = 10;
/** Words of such a name; a long word, or letters and a number, are as sure. */
const SURE_WORDS = 3;
const SURE_WORD = /\p{L}{16}/u;

/** Kinds of picture at the end of a name: `bell.jpg.webp` is a copy of `bell.jpg`. */
const KINDS = /(?:\.(?:jpe?g|png|webp|gif|avif))+$/i;
/** Sizes of one picture at the end of its file's name. */
const SIZED = pattern`(?:[-_@]+(?:\d+x\d*|[wr]\d[\d.]*|fp[xy]\d+|e\d{10}|${'picture size'}))+$`;
/** What Drupal and TYPO3 put around the names of a picture's sizes. */
const STYLE = /\/styles\/[^/]+\/p\w+(?=\/)|\/_processed_(?:\/\w){1,2}(?=\/)/;
const PROCESSED = /^csm_(.+)_[\da-f]{10}$/;
/** A folder's name that says a size, a shape, or what a server makes of the picture. */
const SIZE_FOLDER = /^(?:\d+[:x]\d+|[a-z]{1,2}_\d+|(?:[a-z]{1,2}_[\w.:]+,)+[a-z]{1,2}_[\w.:]+)$/i;
/** The address of a picture in that of what makes a size of it: `/resize?url=https%3A%2F%2F…`. */
const INNER = /[?&][\w-]+=(https?(?::|%3A)[^&#]+)/i;
/** A program that makes pictures, and what of its query is a size. */
const PROGRAM = /\.[a-z]{2,5}$/i;
const SIZE_QUERY = /&?\b(?:w|h|q|width|height|size|quality)=[^&]*/gi;

/**
 * What a picture's file is called, without what tells one size of it from another; a short name with the
 * folders up to one that is sure.
 */
export function fileName(src: string): string {
  const inner = INNER.exec(src)?.[1];
  if (inner !== undefined) return fileName(decoded(inner));
  const address = decoded(src);
  const files = address.match(/(?<![^/?&=])[^/?&=]+\.(?:jpe?g|png|webp|gif|avif)(?![\w/])/gi) ?? [];
  const bare = address.replace(/^\w+:\/\/[^/]+|#.*$/g, '').replace(STYLE, '');
  const [path = '', query = ''] = bare.split('?');
  const folders = path.split('/').filter((one) => one !== '' && !SIZE_FOLDER.test(one));
  const last = folders.at(-1) ?? '';
  const isMade = files.length === 0 && PROGRAM.test(last);
  const file = isMade ? `${last}?${query.replace(SIZE_QUERY, '')}` : (files.at(-1) ?? last);
  const whole = file.replace(KINDS, '').replace(PROCESSED, '$1');
  const name = whole.length > LONGEST_NAME ? whole : whole.replace(SIZED(), '');
  if (isSureName(name)) return name.toLowerCase();
  const above = folders.slice(0, -1);
  const sure = above.findLastIndex((one) => one.length >= SURE_NAME && /[a-z]/i.test(one));
  return [...above.slice(sure === -1 ? -1 : sure), name].join('/').toLowerCase();
}

function decoded(address: string): string {
  return tryOr(() => decodeURIComponent(address), address);
}

/** A number that a camera or a publisher's system gave a picture: no size, no day. */
const NUMBERED =
  /^(?!(?:19|20)\d\d[01]\d[0-3]\d$)(?:\d{5,}|[A-Z]{2,4}_?\d{4,}|(?=(?:\D*\d){5})[A-Z\d]{8})$/;

/** Whether a file's name is its own: `hero-image` only says what a picture is for. */
function isSureName(name: string): boolean {
  if (NUMBERED.test(name)) return true;
  if (name.length < SURE_NAME) return false;
  const words = name.split(/[-_ ]+/).filter((word) => /\p{L}/u.test(word));
  if (words.length >= SURE_WORDS || SURE_WORD.test(name)) return true;
  return words.length > 0 && /\d/.test(name);
}

/** Of a picture in an attribute that only one site's scripts know; some say no kind of file. */
const KIND = /\.(?:jpe?g|png|webp)(?![\w/])/i;
const ADDRESSES = /(?:https?:)?\/\/[^\s"'<>,;{}]+/gi;
/** What an attribute begins with that is called a source. */
const SOURCE_ADDRESS = /^[{["]*(https?:\/\/[^\s"'<>,;{}]+)(?=$|[\s"'<>,;}])/i;

/** The first address of a picture in whatever attributes of an element and of what it holds. */
export function toldUrl(element: DomElement, base: string | null): string | null {
  const parts = [element, ...selectAll(element, '*')].filter(
    (part) => !matches(part, 'a,script,iframe,source'),
  );
  const found = parts.flatMap((part) =>
    part.getAttributeNames().flatMap((name) => {
      const value = attribute(part, name).replaceAll('\\/', '/');
      const urls = value.match(ADDRESSES) ?? [];
      const source = /src/.test(name) ? SOURCE_ADDRESS.exec(value)?.[1] : undefined;
      return urls.find((url) => url.includes('.') && KIND.test(url)) ?? source ?? [];
    }),
  );
  return firstPicture(found, base);
}

/** An address, and how large its picture is; some lists have sizes and no addresses. */
const SOURCE = /(?<![^\s,])(?![\d.]+[wx](?:[\s,]|$))([^\s,]\S*)(?:\s+([\d.]+)([wx])(?![^\s,]))?/g;

/** The widest picture of a `srcset` that is not wider than needed (HTML, 4.8.4.3.10). */
function widest(srcset: string): string {
  const entries = srcset.matchAll(SOURCE);
  const sized = Array.from(entries, ([, url = '', size = '1', unit = 'x']) => {
    const width = Number(size) * (unit === 'x' ? 800 : 1);
    return { url: url.replace(/(?<!,),+$/, ''), width };
  }).sort((a, b) => b.width - a.width);
  return (sized.find(({ width }) => width <= WIDEST) ?? sized.at(-1))?.url ?? '';
}

/** Signs and portraits of the house, not pictures of a story. */
const SIGN = pattern`
  (?<![a-z])${named('sign name')}(?![a-z])
  |//(?:[\w-]+\.)*${'ad host'}\.`;
/** A size in an address, across and down: below it is a portrait or a teaser. */
const TOLD_SIZE = /(?<![\dx])(\d{2,4})x(\d{2,4})(?![\dx])/gi;
const THUMBNAIL = 150;
const FEWEST_PIXELS = 16;
/** What is stated as a size to tell a picture's shape before it is there. */
const SHAPES = new Set(['16:9', '9:16', '21:9']);
/** What belongs to the site's looks, or is an advertisement. */
const SITE_FILE = pattern`/${'site folder'}/`;
/** A drawing: of a sign, unless it is large. */
const DRAWING = /\.svg(?:[?#]|$)/i;
const AD_HOST = pattern`^(?:https?:)?//(?:[\w-]+\.)*${'ad host'}\.`;

/** Width and height in pixels, as far as the page states them; else not a number. */
function statedSizes(element: DomElement): readonly number[] {
  return ['width', 'height'].map((name) => Number.parseInt(attribute(element, name), 10));
}

/** What counts readers: by its class, or at an address of no known kind. */
const PIXEL = /(?<![a-z])pixel(?![a-z])/i;
/** What frameworks call a round picture: a small one is a portrait. */
const ROUND = /(?:^|\s)(?:rounded-(?:full|circle)|img-circle)(?:\s|$)/;

/** Across, or down: a picture that has none only tells that it was asked for. */
const NO_SIZE = /(?<![\w-])(?:width|height)\s*:\s*[01](?:px)?\s*(?=;|$)/gi;

/** Whether an element is an icon, a counter or an emoji by its stated size or its address. */
export function isSmall(element: DomElement): boolean {
  const sizes = statedSizes(element);
  const isTold = !SHAPES.has(sizes.join(':'));
  if (isTold && sizes.some((size) => size > 0 && size < SMALLEST)) return true;
  if (sizes.every((size) => size === 0)) return true;
  const style = attribute(element, 'style');
  const isSized = sizes.some((size) => size > 0) || /min-(?:width|height)/i.test(style);
  if (countMatches(style, NO_SIZE) > 1 && !isSized) return true;
  const isThumb = sizes.every((size) => size <= THUMBNAIL);
  if (isSign(element) || (isThumb && ROUND.test(attribute(element, 'class')))) return true;
  return AD_HOST().test(attribute(closest(element, 'a[href]'), 'href'));
}

/** Whether an element is called a sign of the site's, or counts readers. */
function isSign(element: DomElement): boolean {
  const [names, src] = [attribute(element, 'class'), attribute(element, 'src')];
  if (SIGN().test(`${names} ${src}`) || PIXEL.test(names)) return true;
  return PIXEL.test(src) && !KIND.test(src);
}

/** Whether an address says that its picture is a small one, or belongs to the site's looks. */
export function isToldSmall(element: DomElement): boolean {
  const src = pictureUrl(element, ANYWHERE) ?? '';
  const isDrawn = DRAWING.test(src) && !statedSizes(element).some((size) => size > THUMBNAIL);
  return isDrawn || SITE_FILE().test(src) || isThumbnail(src);
}

/** `16x9` is a shape. */
function isThumbnail(src: string): boolean {
  const sizes = Array.from(src.matchAll(TOLD_SIZE), ([, wide, high]) => [wide, high].map(Number));
  return sizes.some((size) =>
    size.every((pixels) => pixels >= FEWEST_PIXELS && pixels <= THUMBNAIL),
  );
}

/** A file's name, which has no blank in it, or its kind and size: `JPEG - 172.1 ko`. */
const FILE = /^(?=.*(?:_|\d.*-.*-|-.*-.*\d))[\w.%+-]+$|^\S+\.(?:jpe?g|png|gif|webp)$/i;
const KIND_AND_SIZE = /^(?:jpe?g|png|gif|webp)\s-\s[\d.,]+\s\w{1,2}$/i;
const isGuessed = lineTest(() => phrasesOf('guessed picture'));

/** What a picture shows, in the page's words; a file's name is none, nor what a machine guesses. */
export function altText(element: DomElement): string {
  const isImage = matches(element, IMAGES);
  const alt = attribute(isImage ? element : selectFirst(element, IMAGES), 'alt');
  // A name with hyphens may be its file's, too.
  const src = /^\S+-\S+$/.test(alt) ? pictureUrl(element, ANYWHERE) : null;
  const isOwn = src !== null && fileName(src) === alt.toLowerCase();
  return isOwn || FILE.test(alt) || KIND_AND_SIZE.test(alt) || isGuessed(alt) ? '' : alt;
}

/** The pictures of an element, only the large ones where it has any; of an image and its twin in `<noscript>` one. */
export function picturesIn(holder: DomElement): readonly DomElement[] {
  const all = [holder, ...selectAll(holder, PICTURE)].filter(
    (one) =>
      matches(one, PICTURE) && closest(one.parentElement, 'picture,video,amp-video') === null,
  );
  const isHidden = (one: DomElement): boolean => closest(one, 'noscript') !== null;
  const visible = all.filter((one) => !isHidden(one) && !isSmall(one));
  const large = visible.filter((one) => !isToldSmall(one));
  const best = large.length > 0 ? large : visible;
  const withUrl = best.filter(hasAddress);
  return withUrl.length > 0 ? withUrl : [...all.filter(isHidden), ...best].slice(0, 1);
}
