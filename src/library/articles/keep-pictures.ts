// Pictures that an article has already, kept where they cannot be had again.
import { imageTexts, replaceImageTargets } from '../../markdown/source/image-targets.ts';

/** A picture of the library, seen from an article's file. */
const KEPT = /^(?:\.\.\/)*images\/[^/]+$/;

/**
 * A text in which a caption without a picture has the picture that it had before.
 * @param before the text in the library
 */
export function keepPictures(markdown: string, before: string): string {
  const targets = new Set(imageTexts(markdown).map(({ target }) => target));
  const kept = new Map<string, string[]>();
  for (const { whole, target } of imageTexts(before)) {
    if (!KEPT.test(target) || targets.has(target)) continue;
    const caption = replaceImageTargets(whole, () => null);
    kept.set(caption, [...(kept.get(caption) ?? []), whole]);
  }
  if (kept.size === 0) return markdown;
  const missing = imageTexts(markdown).filter(({ target }) => target === '');
  return missing.reduce((text, { whole }) => {
    const picture = kept.get(whole)?.shift();
    return picture === undefined ? text : text.replace(whole, () => picture);
  }, markdown);
}
