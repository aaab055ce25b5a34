// The authors that a story names itself: in lines of nothing but names, and in what it tells of them at its end.
import { firstValue } from '../../../../core/first-value.ts';
import { parseByline } from '../../../facts/names/byline.ts';
import { namesAtEnds, signedNames } from '../../../facts/names/dateline.ts';
import { isPersonName } from '../../../facts/names/names.ts';
import { casedPattern } from '../../../words/pattern.ts';
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
  const [first = null] = blocks;
  return (
    linesOfNames(blocks) ??
    firstValue(blocks.slice(-AT_END), toldNames) ??
    firstValue([signedNames(deck ?? '')], (names) => (names.length > 0 ? names : null)) ??
    namesAtEnds(lineOf(first), lineOf(blocks.at(-1) ?? null))
  );
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

/** `Ada Li is a gull’s keeper in Lower Venn.` */
const TOLD = casedPattern`^(\p{Lu}[\p{L}.’'-]+(?:\s\p{Lu}[\p{L}.’'-]+){1,3})\s${'author told'}\s`;
const SENTENCES = /(?<=[.;])\s+(?=\p{Lu})/u;

/** Of whom a paragraph set in italics tells, sentence by sentence; `null` for any other. */
function toldNames(block: DomElement): readonly string[] | null {
  const text = lineOf(block);
  if (lineOf(selectFirst(block, 'em,i')) !== text) return null;
  const names = text.split(SENTENCES).flatMap((sentence) => TOLD().exec(sentence)?.[1] ?? []);
  const isFirst = TOLD().test(text) && names.every((name) => isPersonName(name, 2));
  return isFirst ? [...new Set(names)] : null;
}
