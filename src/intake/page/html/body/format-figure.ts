// A figure as articles have it: a picture alone in its paragraph, its caption as the title.
import { cleanLine } from '../../../../core/clean.ts';
import type { PageFigure } from '../document/page-figure.ts';

type Parts = Pick<PageFigure, 'alt' | 'src' | 'caption' | 'embed'>;

/**
 * `![alt](src "caption credit")`; without a picture the caption stands in the brackets:
 * `![caption credit]()`. What plays is a link.
 */
export function formatFigure({ alt, src, caption, embed }: Parts): string {
  if (embed !== undefined) return `[▶ ${escapeBrackets(cleanLine(alt))}](${targetOf(embed)})`;
  const words = cleanLine(caption);
  if (src === null) return `![${escapeBrackets(words || cleanLine(alt))}]()`;
  const title =
    words === '' ? '' : ` "${words.replace(/[\\"]/g, '\\$&').replaceAll('&', '&amp;')}"`;
  return `![${escapeBrackets(cleanLine(alt))}](${targetOf(src)}${title})`;
}

/** An address as it stands behind the brackets. */
function targetOf(src: string): string {
  const target = src.replace(/[<>\\\s]/g, encodeURIComponent);
  return target.replaceAll('(', '%28').replaceAll(')', '%29');
}

/** The addresses of the pictures that a text shows, as they stand in it. */
export function imagesIn(
  markdown: string,
  figures: readonly Pick<Parts, 'src'>[],
): readonly string[] {
  const targets = figures.flatMap(({ src }) => (src === null ? [] : targetOf(src)));
  return [...new Set(targets)].filter((target) => markdown.includes(target));
}

/** Text in which Markdown sees nothing: no brackets, emphasis, code, markup or entities. */
function escapeBrackets(text: string): string {
  return text.replace(/[\\[\]*_`<]/g, '\\$&').replace(/&(?=#?\w+;)/g, '&amp;');
}
