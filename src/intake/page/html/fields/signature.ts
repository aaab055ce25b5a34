// The author's name as papers set it that have no byline: alone and bold, above or under the story.
import { parseByline } from '../../../facts/names/byline.ts';
import { namesAtEnds } from '../../../facts/names/dateline.ts';
import { type DomElement, lineOf } from '../document/dom.ts';

const AT_TOP = 2;
const AT_END = 3;
/** What stands below a signature is shorter; below a subhead stands a paragraph. */
const LONGEST_NOTE = 200;

/** The names in the body's first or last lines that are nothing but names. */
export function findSignature(body: DomElement): readonly string[] {
  const blocks = [...body.querySelectorAll('p')].filter((block) => /\p{L}/u.test(lineOf(block)));
  const edges = [...blocks.slice(0, AT_TOP), ...blocks.slice(-AT_END)];
  for (const block of edges) {
    const text = lineOf(block);
    const below = blocks[blocks.indexOf(block) + 1];
    const isSubhead =
      blocks.indexOf(block) >= AT_TOP && lineOf(below ?? null).length > LONGEST_NOTE;
    const isBold = lineOf(block.querySelector('strong,b')) === text && !isSubhead;
    const read = parseByline(text);
    if (read !== null && (read.isMarked || isBold)) return read.authors;
  }
  return namesAtEnds(lineOf(blocks[0] ?? null), lineOf(blocks.at(-1) ?? null));
}
