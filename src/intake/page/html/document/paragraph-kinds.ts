// How a page sets its paragraphs: their tags and classes, and those of what they stand in.
import { skeleton } from '../../../../core/fold.ts';
import { lineOf, shapeOf } from '../dom/dom.ts';
import type { DomElement } from '../dom/nodes.ts';
import { HEADINGS, selectAll, selectFirst } from '../dom/select.ts';

export const BLOCKS = `p,div,${HEADINGS},ul,ol,table,figure,section,article,blockquote`;
const SHORTEST = 50;
const MOST_COMPARED = 2000;
/** Paragraphs of one kind that make a story. */
const FEWEST_ALIKE = 3;

/** The words of each paragraph, by its kind. */
export type ParagraphKinds = ReadonlyMap<string, ReadonlySet<string>>;

/** All of a page's paragraphs that are no mere labels. */
export function paragraphKinds(body: DomElement): ParagraphKinds {
  const kinds = new Map<string, Set<string>>();
  const leaves = selectAll(body, 'p,div').filter(
    (block) => block.localName === 'p' || selectFirst(block, BLOCKS) === null,
  );
  for (const block of leaves.slice(0, MOST_COMPARED)) {
    const text = lineOf(block);
    if (text.length < SHORTEST) continue;
    const kind = kindOf(block);
    kinds.set(kind, (kinds.get(kind) ?? new Set()).add(skeleton(text)));
  }
  return kinds;
}

/** Whether a page has a story whose paragraphs are of other kinds than the block. */
export function isOneOfItsKind(block: DomElement, kinds: ParagraphKinds): boolean {
  const alike = [...(kinds.get(kindOf(block)) ?? [])];
  const bare = skeleton(lineOf(block));
  const hasStory = [...kinds.values()].some(({ size }) => size >= FEWEST_ALIKE);
  return hasStory && alike.every((other) => other === bare);
}

/** Its tag and classes, and those of what it stands in. */
export function kindOf(block: DomElement): string {
  const parent = block.parentElement;
  return `${parent === null ? '' : shapeOf(parent)}/${shapeOf(block)}`;
}
