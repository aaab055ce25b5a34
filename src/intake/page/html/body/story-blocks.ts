// The blocks of a page, judged at first sight: what is plain of each once it is known which are likely.

import { createDescriber, type PageFacts } from '../../../label/block-features.ts';
import { createJudge } from '../../../label/decision-trees.ts';
import model from '../../../label/first-model.json' with { type: 'json' };
import { bestSpan, SMALL_PAGE } from '../../../label/measures.ts';
import { type PageBlock, pageBlocks } from '../../../label/page-blocks.ts';
import type { JudgedBlocks } from '../../../label/story-units.ts';
import { BESIDE } from '../document/main-part.ts';
import type { Figures } from '../document/page-figure.ts';
import { lineOf, partAround } from '../dom/dom.ts';
import type { DomElement } from '../dom/nodes.ts';
import { closest, linkedLength, selectAll } from '../dom/select.ts';

/** A page whose blocks are numbered. */
export interface NumberedPage {
  readonly body: DomElement;
  readonly known: PageFacts;
  readonly figures: Figures;
}

const judge = createJudge(model);

/** The blocks of a page as those of its largest container would be the story. @param blocks some, for the bench */
export function firstBlocks(page: NumberedPage, blocks = pageBlocks(page.body, page.figures)) {
  const container = largestContainer(page.body);
  const taken = blocks.map(
    ({ element }) => container.contains(element) && closest(element, BESIDE) === null,
  );
  const describe = createDescriber(blocks, page.known);
  return { blocks, taken, describe, features: describe(taken) };
}

const CONTAINERS = 'article,main,section,div,td,body';

/** The element whose own paragraphs have the most text; without paragraphs the whole body. */
function largestContainer(page: DomElement): DomElement {
  const scores = new Map<DomElement, number>();
  for (const block of selectAll(page, 'p,pre,blockquote,li,h2,h3')) {
    const parent = closest(block.parentElement, CONTAINERS);
    if (!parent || closest(block, BESIDE) !== null) continue;
    const length = lineOf(block).length - linkedLength(block);
    scores.set(parent, (scores.get(parent) ?? 0) + length);
  }
  const [best] = [...scores].toSorted((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] > 0 ? best[0] : page;
}

/**
 * The blocks of a page as those would be the story that are likely to be at first sight: those of its largest
 * container where none is, and in a small page all that stand among them.
 */
export function storyBlocks(page: NumberedPage, all?: readonly PageBlock[]): JudgedBlocks {
  const { blocks, taken: held, features, describe } = firstBlocks(page, all);
  const likely = areLikely(blocks, features.map(judge));
  const found = likely.includes(true) ? likely : held;
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
  const taken = length < SMALL_PAGE ? amongThem(blocks, found) : found;
  return { blocks, taken, features: describe(taken) };
}

/** Which blocks stand in the smallest element around all that are found, and in no part beside the story. */
function amongThem(blocks: readonly PageBlock[], found: readonly boolean[]): readonly boolean[] {
  const part = partAround(blocks.filter((_, at) => found[at]).map(({ element }) => element));
  return blocks.map(
    ({ element }, at) =>
      found[at] === true || (part?.contains(element) === true && closest(element, BESIDE) === null),
  );
}

/** The chance from which a block is likely, and by which it counts for the story's extent. */
const LIKELY = 0.4;
const EVEN = 0.5;
/** Most that a block counts against the story's going on: what stands between its parts does not end it. */
const COST = 0.5;
/** Most length of a block that counts, in UTF-16 units. */
const HEAVY = 600;

/** Which blocks are likely, of those of one story. */
function areLikely(blocks: readonly PageBlock[], chances: readonly number[]): readonly boolean[] {
  const worth = chances.map((chance, at) => {
    const length = Math.min(HEAVY, blocks[at]?.text.length ?? 0);
    return Math.max(-COST, (chance - EVEN) * Math.sqrt(length));
  });
  const { start, end } = bestSpan(worth) ?? { start: 0, end: blocks.length };
  return chances.map((chance, at) => at >= start && at < end && chance >= LIKELY);
}
