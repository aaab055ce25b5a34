// Quotes: their blocks behind a bar.

import type { Quote } from '../../markdown/document/document.ts';
import type { Row } from '../../text/wrap.ts';
import { barRows, behindBar } from './bar.ts';
import type { Layout } from './layout.ts';

export function quoteRows(quote: Quote, layout: Layout): Row[] {
  return barRows(layout.nested(quote.blocks, behindBar(layout, 'quote'), false), '│', layout);
}
