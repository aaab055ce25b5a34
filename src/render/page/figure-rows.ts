// Figures: a broken rule for the picture's edge, caption and credit behind a bar.

import type { FigureBlock } from '../../markdown/document/document.ts';
import { type WrappedRow, wrapSpans } from '../../text/wrap.ts';
import { barRows, behindBar } from './bar.ts';
import { type Layout, RULE_WIDTH } from './layout.ts';

export function figureRows(figure: FigureBlock, layout: Layout): WrappedRow[] {
  const { roles, width } = behindBar(layout, 'caption');
  const words = [
    ...wrapSpans([{ text: figure.caption, roles }], width, layout.words),
    ...wrapSpans(
      [{ text: figure.credit ?? '', roles: [...layout.roles, 'credit'] }],
      width,
      layout.words,
    ),
  ];
  const unnamed = wrapSpans([{ text: 'A picture without a caption', roles }], width, layout.words);
  const rows = barRows(words.length > 0 ? words : unnamed, '┆', layout);
  return [[{ text: '╌'.repeat(Math.min(RULE_WIDTH, layout.width)), roles: ['rule'] }], ...rows];
}
