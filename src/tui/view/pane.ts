// A part of the screen of its own: a heading, a rule under it, and rows.
import type { ArticleHead } from '../../core/article/article.ts';
import type { ArticleRow } from '../../library/finder/finder.ts';
import type { TextOrder } from '../../text/bidi.ts';
import type { Line, PictureRow, Role, Span } from '../../text/line.ts';
import { fitSpans, span } from '../../text/spans.ts';
import type { OwnStyles } from '../../text/themes.ts';
import type { Geometry, Strip } from '../state/geometry.ts';
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

export interface PlacedPane extends Placed {
  /** Whether it has the keys while the pane beside it has not. */
  readonly isHeavy: boolean;
}

/** What stands in a pane. */
export interface PaneParts {
  readonly heading: readonly Span[];
  /** What the rule under it is made of. By default of its line alone. */
  readonly rule?: readonly Span[];
  /** No more than the geometry has rows for. */
  readonly lines: readonly Line[];
}

/** The rows of a pane from the top of the screen, each as wide as its strip. */
export function paneRows(placed: PlacedPane, pane: PaneParts): readonly (readonly Span[])[] {
  const { geometry, strip, isHeavy } = placed;
  const { width } = strip;
  const { line, role } = ruleLook(isHeavy);
  const { heading, rule = [span(line.repeat(width), role)], lines } = pane;
  const rows = lines.map(({ spans }) => fitSpans(spans, width));
  return [fitSpans(heading, width), ...(geometry.hasRule ? [rule] : []), ...rows];
}
