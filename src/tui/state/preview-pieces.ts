// The pieces of a draft that may be chosen: paragraphs of the article, or what was left out.
import { plainText } from '../../markdown/document/plain-text.ts';
import { parseMarkdown } from '../../markdown/parse/parse-markdown.ts';
import type { Preview, PreviewedArticle } from './state.ts';

/** The chosen piece of a draft that may have fewer: the one that is in its place now, or the last. */
export function pieceIn(
  { taken, article }: PreviewedArticle,
  { shown, piece }: Preview,
): number | null {
  if (piece === null) return null;
  if (shown === 'left-out') return Math.min(piece, taken.dropped.length) || null;
  const { length } = parseMarkdown(article.markdown).blocks;
  return length === 0 ? null : Math.min(piece, length - 1);
}

export function pieceText({ draft, shown }: Preview, piece: number): string {
  if (shown === 'left-out') return draft.taken.dropped[piece - 1]?.text ?? '';
  const block = parseMarkdown(draft.article.markdown).blocks[piece];
  return block === undefined ? '' : plainText({ blocks: [block] });
}
