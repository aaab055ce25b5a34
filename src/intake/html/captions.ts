// The words under a picture: caption and credit as the page shows them, once, without its buttons.

import { cleanLine } from '../../core/clean.ts';
import { type DomElement, lineOf } from './dom.ts';
import { skeleton } from './words.ts';

const CAPTIONS =
  'figcaption,[class*="caption"],[class*="Caption"],[class*="cutline"],[class*="legend"],[class*="img-desc"],[class*="photo-desc"],[itemprop~="caption"],[itemprop~="description"]';
const CREDITS =
  '[class*="credit"],[class*="Credit"],[itemprop~="copyrightHolder"],[class*="copyright"],[class*="photographer"],[class*="image-source"],[class*="media-source"]';

/** What pages put beside a caption for those who do not see the picture, or for their buttons. */
const FURNITURE =
  /^(?:image (?:caption|source),?|media caption,?|caption:?|photo caption:?|enlarge this image|toggle caption|hide caption|view image in fullscreen|open image (?:modal|in gallery)|click to (?:enlarge|expand|view)|expand|close|play video|watch:?|loading\.{0,3}|image:?$)\s*|\s*(?:toggle caption|hide caption|view image in fullscreen|open image modal|enlarge(?: this)? image|click to enlarge|\(click to enlarge\)|read more|share|save|copy link)$/gi;

/** A figure's caption and, after it, its credit; `''` where it has neither. */
export function captionOf(figure: DomElement): string {
  const captions = outermost(figure, CAPTIONS).map(lineOf).map(withoutFurniture);
  const credits = outermost(figure, CREDITS).map(lineOf).map(withoutFurniture);
  const own =
    figure.matches(CAPTIONS) && captions.length === 0 ? [withoutFurniture(lineOf(figure))] : [];
  const bare = captions.map((caption) => withoutCredit(caption, credits));
  const parts: string[] = [];
  for (const part of [...own, ...bare, ...credits]) {
    const words = skeleton(part);
    if (words !== '' && !parts.some((one) => skeleton(one).includes(words)))
      parts.push(tidied(part));
  }
  return joined(parts);
}

/** A credit inside the caption's element stands there without a sign between the two. */
function withoutCredit(caption: string, credits: readonly string[]): string {
  const credit = credits.find((one) => one !== '' && caption.endsWith(one));
  return credit === undefined ? caption : caption.slice(0, -credit.length).trim();
}

/** The elements inside that match and stand in no other that does. */
function outermost(figure: DomElement, selector: string): readonly DomElement[] {
  const found = [...figure.querySelectorAll(selector)].filter(
    (element) => element.querySelector('img,picture,video') === null,
  );
  return found.filter((element) => !found.some((one) => one !== element && one.contains(element)));
}

function withoutFurniture(text: string): string {
  const shorter = cleanLine(text.replace(FURNITURE, ''));
  return shorter === text ? text : withoutFurniture(shorter);
}

/** Without brackets and bars that its elements leave behind: `( Image: AP)` is `(Image: AP)`. */
function tidied(text: string): string {
  return text.replace(/([([]) +/g, '$1').replace(/^[|/–-]\s+|\s+[|/–-]$/g, '');
}

/** Parts as sentences of one line, so that a credit can be told from the caption before it. */
function joined(parts: readonly string[]): string {
  return parts
    .map((part, at) => (at < parts.length - 1 && /[\p{L}\p{N}]$/u.test(part) ? `${part}.` : part))
    .join(' ');
}
