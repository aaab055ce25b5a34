// The pictures that a page's data name as its own, and those of them that it shows behind something.

import { isObject } from '../../../../core/json.ts';
import type { PageData } from '../document/page-data.ts';
import { asList, lineField, valuesOf } from '../document/structured-data.ts';
import { attribute } from '../dom/dom.ts';
import { DomElement } from '../dom/nodes.ts';
import { matches, selectAll } from '../dom/select.ts';
import { fileName, IMAGES, pictureUrl } from './pictures.ts';

const NAMED = ['og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'];

/** The addresses of what the page's data call its picture. */
export function namedPictures(page: PageData): readonly string[] {
  const inMeta = NAMED.flatMap((name) => page.meta.get(name) ?? []);
  const inData = valuesOf(page.data, 'image').flatMap((value) =>
    isObject(value) ? [lineField(value, 'url'), lineField(value, 'contentUrl')] : asList(value),
  );
  const links = selectAll(page.document, 'link[rel~="image_src"]');
  const inLinks = links.map((link) => attribute(link, 'href'));
  return [...inMeta, ...inData, ...inLinks].filter(
    (url): url is string => typeof url === 'string' && url !== '',
  );
}

/** Attributes from which scripts make a picture behind something. */
const BEHIND = ['data-image-src', 'data-bg', 'data-background-image', 'data-src'];
const BACKGROUND = `[style*="url("],${BEHIND.map((name) => `[${name}]`).join(',')}`;

/** What shows its picture itself, or no picture. */
const SHOWN = 'img,source,picture,amp-img,amp-video,video,iframe';

/** Makes pictures of those that a page's data name where it shows them behind something, and nowhere else. */
export function showNamed(page: PageData): void {
  const { body } = page.document;
  const behind = selectAll(body, BACKGROUND).filter((element) => !matches(element, SHOWN));
  if (behind.length === 0) return;
  const named = new Set(namedPictures(page).map(fileName));
  for (const image of selectAll(body, IMAGES)) {
    const src = pictureUrl(image, page.base);
    if (src !== null) named.delete(fileName(src));
  }
  for (const element of behind) {
    const inStyle = /url\(["']?([^"')]+)/.exec(attribute(element, 'style'))?.[1] ?? '';
    const all = [inStyle, ...BEHIND.map((name) => attribute(element, name))];
    const src = all.find((one) => one !== '' && named.has(fileName(one)));
    if (src === undefined) continue;
    named.delete(fileName(src));
    const image = new DomElement('img');
    image.setAttribute('src', src);
    element.prepend(image);
  }
}
