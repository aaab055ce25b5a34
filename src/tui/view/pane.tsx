// A part of the screen of its own: a heading, a rule under it, and rows; and what stands between two.
import { Box, Text } from 'ink';
import { createContext, memo, useContext } from 'react';
import type { ArticleHead } from '../../core/article/article.ts';
import type { ArticleRow } from '../../library/finder/finder.ts';
import type { TextOrder } from '../../text/bidi.ts';
import type { Line, PictureRow, Role, Span } from '../../text/line.ts';
import { type Paint, paintSpans } from '../../text/palette.ts';
import { fitSpans, span } from '../../text/spans.ts';
import type { OwnStyles } from '../../text/themes.ts';
import { type Geometry, GUTTER, type Strip } from '../state/geometry.ts';
import type { Listing, State } from '../state/state.ts';
import type { ListColumns } from './list-columns.ts';

/** The rule under a heading: heavy under the pane that has the keys, where there are several. */
export function ruleLook(isHeavy: boolean): { readonly line: string; readonly role: Role } {
  return isHeavy ? { line: '━', role: 'marker' } : { line: '─', role: 'rule' };
}

/** A sentence for a pane, its keys in backticks. */
export function sentence(text: string): readonly Span[] {
  return text.split('`').map((part, at) => (at % 2 === 1 ? span(part, 'key') : span(part)));
}

/** What the screen needs beside the state: it reads neither files nor the clock. */
export interface ScreenContext {
  /** The library's folder, for the words that say where articles go. */
  readonly root: string;
  /** False where hits and selection must show without any attribute. */
  readonly color: boolean;
  /** The order in which the terminal gets its text. */
  readonly order: TextOrder;
  readonly theme: string;
  /** By default none. */
  readonly styles?: OwnStyles;
  /** Whether the library holds what no list shows. */
  readonly hasMuted: () => boolean;
  /** The date as the list shows it; '' where there is none. */
  readonly listDate: (head: ArticleHead) => string;
  /** The cells of a row of a picture; none while they are not there. By default none ever are. */
  readonly pictureRow?: (row: PictureRow) => readonly Span[] | null;
  /** Columns the cells of a list need. */
  readonly columns: (listed: Listing, loaded: ReadonlyMap<number, ArticleRow>) => ListColumns;
}

export interface Placed {
  readonly state: State;
  readonly geometry: Geometry;
  readonly strip: Strip;
  readonly view: ScreenContext;
}

export interface PlacedProps extends Placed {
  /** Whether it has the keys while the pane beside it has not. */
  readonly isHeavy: boolean;
}

/** How texts are painted: without colour there is no attribute either. By default with it, as read. */
export const PaintContext = createContext<Paint>({ color: true, hyperlinks: true });

/** What is wider than the box that the rows stand in is cut. */
function Rows({ rows }: { readonly rows: readonly (readonly Span[])[] }) {
  const paint = useContext(PaintContext);
  const text = rows.map((spans) => paintSpans(spans, paint)).join('\n');
  // A text without a character would take no row at all.
  return <Text wrap="truncate">{text === '' ? ' ' : text}</Text>;
}

export function Row({ spans }: { readonly spans: readonly Span[] }) {
  return <Rows rows={[spans]} />;
}

interface PaneProps extends Pick<Placed, 'geometry' | 'strip'> {
  readonly heading: readonly Span[];
  /** Whether it has the keys while others have not. By default it is alone on the screen. */
  readonly isHeavy?: boolean;
  /** What the rule is made of. By default of its line alone. */
  readonly rule?: readonly Span[];
  /** No more than the geometry has rows for. */
  readonly lines: readonly Line[];
}

export function PaneBox(props: PaneProps) {
  const { geometry, strip, heading, isHeavy = false, rule, lines } = props;
  const { width } = strip;
  const { line, role } = ruleLook(isHeavy);
  return (
    <Box flexDirection="column" flexShrink={0} width={width}>
      <Row spans={fitSpans(heading, width)} />
      {geometry.hasRule && <Row spans={rule ?? [span(line.repeat(width), role)]} />}
      {lines.length > 0 && <Rows rows={lines.map(({ spans }) => fitSpans(spans, width))} />}
    </Box>
  );
}

type GutterProps = Pick<Geometry, 'hasRule'> & { readonly rows: number };

/** Draws the quiet upright rule between two panes. */
export const Gutter = memo(function Gutter({ rows, hasRule }: GutterProps) {
  const piece = (_: unknown, at: number) => [span(hasRule && at === 1 ? '─┼─' : ' │ ', 'rule')];
  return (
    <Box flexShrink={0} width={GUTTER}>
      <Rows rows={Array.from({ length: rows }, piece)} />
    </Box>
  );
});
