// The place that a story's first paragraph begins with.

const LONGEST_HEAD = 80;
/** `QUILLPORT, Calif. (AP) -- `, `Quillport (dpa) - `. */
const PLACE = /^\p{Lu}[\p{L}\s,.'’-]{1,40}\([^()]{2,24}\)\s?(?:[–—]|--?)\s/u;

/** Whether a paragraph begins with the place it comes from, as a story's first does. */
export function opensWithPlace(paragraph: string): boolean {
  return PLACE.test(paragraph.slice(0, LONGEST_HEAD));
}
