// Quotes: their blocks behind a bar.

import type { Quote } from '../../markdown/document/document.ts';
import type { WrappedRow } from '../../text/wrap.ts';
import { barRows, behindBar } from './bar.ts';
import type { Layout } from './layout.ts';

export function quoteRows(quote: Quote, layout: Layout): WrappedRow[] {
  return barRows(layout.nested(quote.blocks, behindBar(layout, 'quote'), false), '│', layout);
}
