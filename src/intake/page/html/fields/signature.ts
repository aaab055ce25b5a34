// The authors that a story names itself, in lines of nothing but names.
import { firstValue } from '../../../../core/first-value.ts';
import { parseByline } from '../../../facts/names/byline.ts';
import { namesAtEnds, signedNames } from '../../../facts/names/dateline.ts';
import { type DomElement, lineOf } from '../document/dom.ts';
import { selectAll, selectFirst } from '../document/select.ts';

const AT_TOP = 2;
const AT_END = 3;
/** What stands below a signature is shorter; below a subhead stands a paragraph. */
const LONGEST_NOTE = 200;

/**
 * The names in the body's first or last lines that are nothing but names, as papers set them that have
 * no byline: alone and bold, above or under the story; or at the end of its deck.
 */
export function findSignature(body: DomElement, deck: string | null): readonly string[] {
  const blocks = selectAll(body, 'p').filter((block) => /\p{L}/u.test(lineOf(block)));
  const names = linesOfNames(blocks) ?? signedNames(deck ?? '');
  if (names.length > 0) return names;
  return namesAtEnds(lineOf(blocks[0] ?? null), lineOf(blocks.at(-1) ?? null));
}

/** The names of the first line that is nothing else, among the first and the last. */
function linesOfNames(blocks: readonly DomElement[]): readonly string[] | null {
  const edges = [...blocks.slice(0, AT_TOP), ...blocks.slice(-AT_END)];
  return firstValue(edges, (block) => {
    const text = lineOf(block);
    const at = blocks.indexOf(block);
    const isSubhead = at >= AT_TOP && lineOf(blocks[at + 1] ?? null).length > LONGEST_NOTE;
    const isBold = lineOf(selectFirst(block, 'strong,b')) === text && !isSubhead;
    const read = parseByline(text);
    return read !== null && (read.isMarked || isBold) ? read.authors : null;
  });
}
