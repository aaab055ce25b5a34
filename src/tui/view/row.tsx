// Rows of the screen as one text: painted they cost a frame far less than an element for each span.
import { Text } from 'ink';
import { createContext, useContext } from 'react';
import type { Span } from '../../text/line.ts';
import { paintSpans } from '../../text/palette.ts';

/** Whether texts have looks; without colour there is no attribute either. By default they have. */
export const ColorContext = createContext(true);

export interface RowsProps {
  /** What is wider than the box that the rows stand in is cut. */
  readonly rows: readonly (readonly Span[])[];
}

/** Draws rows below each other. */
export function Rows({ rows }: RowsProps) {
  const color = useContext(ColorContext);
  const text = rows.map((spans) => paintSpans(spans, { color, hyperlinks: true })).join('\n');
  // A text without a character would take no row at all.
  return <Text wrap="truncate">{text === '' ? ' ' : text}</Text>;
}

/** Draws one row. */
export function Row({ spans }: { readonly spans: readonly Span[] }) {
  return <Rows rows={[spans]} />;
}
