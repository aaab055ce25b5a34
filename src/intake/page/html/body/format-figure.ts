// A figure as articles have it: a picture alone in its paragraph, its caption as the title.
import { cleanLine } from '../../../../core/clean.ts';
import type { PageFigure } from '../document/page-figure.ts';

type Parts = Pick<PageFigure, 'alt' | 'src' | 'caption'>;

/**
 * `![alt](src "caption credit")`; without a picture the caption stands in the brackets:
 * `![caption credit]()`.
 */
export function formatFigure({ alt, src, caption }: Parts): string {
  const words = cleanLine(caption);
  if (src === null) return `![${escapeBrackets(words || cleanLine(alt))}]()`;
  const target = src
    .replace(/[()<>\\\s]/g, encodeURIComponent)
    .replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
  const title =
    words === '' ? '' : ` "${words.replace(/[\\"]/g, '\\$&').replaceAll('&', '&amp;')}"`;
  return `![${escapeBrackets(cleanLine(alt))}](${target}${title})`;
}

/** Text in which Markdown sees nothing: no brackets, emphasis, code, markup or entities. */
function escapeBrackets(text: string): string {
  return text.replace(/[\\[\]*_`<]/g, '\\$&').replace(/&(?=#?\w+;)/g, '&amp;');
}
