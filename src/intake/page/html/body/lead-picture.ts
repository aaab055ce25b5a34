// The picture that a page names as its own in its data, where the extractor lost it.

import { httpUrl } from '../../../../core/clean-url.ts';
import { firstValue } from '../../../../core/first-value.ts';
import { skeleton } from '../../../../core/fold.ts';
import { isObject } from '../../../../core/json.ts';
import { ORDER } from '../document/block-order.ts';
import { type DomElement, isLonger } from '../document/dom.ts';
import { standsIn } from '../document/main-part.ts';
import type { PageData } from '../document/page-data.ts';
import { ELSEWHERE, type Figures, MARKS, numberOf } from '../document/page-figure.ts';
import { matches, selectAll, selectFirst } from '../document/select.ts';
import { lineField, list, valuesOf } from '../document/structured-data.ts';
import { fileName } from '../figures/pictures.ts';
import { STORY_PARAGRAPH } from './drop-furniture.ts';

/** Where the data name a picture, and whom no picture of the story's may be called after. */
interface Names {
  readonly page: PageData;
  readonly names: readonly string[];
}

/**
 * Puts the picture that the page's data name above the story, where the page shows it and the story has
 * none there; or gives it to a caption there whose picture only a script shows.
 * @param original the page before the extractor, with the marks of its figures
 * @returns the figures, that one with its picture
 */
export function placeLead(
  body: DomElement,
  original: DomElement,
  figures: Figures,
  { page, names }: Names,
): Figures {
  const urls = namedPictures(page);
  const named = new Set(urls.map(fileName));
  const isNamed = (mark: DomElement): boolean => {
    const src = figures[numberOf(mark)]?.src ?? null;
    return src !== null && named.has(fileName(src));
  };
  if (named.size === 0 || selectAll(body, MARKS).some(isNamed)) return figures;
  const people = new Set(names.map(skeleton).filter(Boolean));
  const shown = selectAll(original, MARKS).filter((mark) => {
    const { isLink, alt } = figures[numberOf(mark)] ?? { isLink: true, alt: '' };
    return isNamed(mark) && !isLink && !people.has(skeleton(alt)) && !standsIn(mark, ELSEWHERE);
  });
  const captioned = shown.find((mark) => figures[numberOf(mark)]?.caption !== '');
  const lead = captioned ?? shown[0];
  const above = markAbove(body);
  if (above === null && lead !== undefined) body.prepend(lead.cloneNode(true));
  const bare = above === null ? -1 : numberOf(above);
  if (figures[bare]?.src !== null) return figures;
  const src = lead === undefined ? null : (figures[numberOf(lead)]?.src ?? null);
  const first = src ?? firstValue(urls, (url) => httpUrl(url, page.base));
  return figures.map((figure, at) => (at === bare ? { ...figure, src: first } : figure));
}

/** The figure that stands above the first paragraph. */
function markAbove(body: DomElement): DomElement | null {
  const first = selectAll(body, `p,[${ORDER}],${MARKS}`).find(
    (block) => matches(block, MARKS) || (isLeaf(block) && isLonger(block, STORY_PARAGRAPH)),
  );
  return first !== undefined && matches(first, MARKS) ? first : null;
}

function isLeaf(block: DomElement): boolean {
  return selectFirst(block, `p,[${ORDER}]`) === null;
}

const NAMED = ['og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'];

/** The addresses of what the page's data call its picture. */
function namedPictures(page: PageData): readonly string[] {
  const inMeta = NAMED.flatMap((name) => page.meta.get(name) ?? []);
  const inData = valuesOf(page.data, 'image').flatMap((value) =>
    isObject(value) ? [lineField(value, 'url'), lineField(value, 'contentUrl')] : list(value),
  );
  const urls = [...inMeta, ...inData].filter((url): url is string => typeof url === 'string');
  return urls.filter((url) => url !== '');
}

/** Letters from which a headline is said by no chance. */
const SURE_HEADLINE = 12;

/** Figures of which none is said to show the headline: a caption would say it again. */
export function withoutHeadline(figures: Figures, headline: string | null): Figures {
  const told = skeleton(headline ?? '');
  if (told.length < SURE_HEADLINE) return figures;
  return figures.map((figure) =>
    skeleton(figure.alt).includes(told) ? { ...figure, alt: '' } : figure,
  );
}
