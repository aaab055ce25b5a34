// The pane of feeds and tags: what is unread, then the name, under the names of their sections.

import type { Line, Span } from '../../text/line.ts';
import { fitSpans, row, span } from '../../text/spans.ts';
import { displayWidth, truncate } from '../../text/width.ts';
import type { Geometry } from '../state/geometry.ts';
import { type SideLine, sideLines, sideRows, sideTop } from '../state/side.ts';
import type { Side, SideRow, State } from '../state/state.ts';
import { Pane, type PlacedProps } from './pane.tsx';

/** Columns of the pointer and of the gap after the count. */
const POINTER = 2;
const GAP = 2;
/** The least a count has: no name moves by the first that is read. */
const COUNT = 3;

function countText({ count }: SideRow): string {
  return count === null || count === 0 ? '' : String(count);
}

function countWidth(state: State): number {
  return Math.max(COUNT, ...sideRows(state).map((one) => countText(one).length));
}

/** How a row that has a problem ends, whatever room its name has. */
const PROBLEM = ' !';

interface Columns {
  readonly width: number;
  readonly counts: number;
}

function rowSpans(one: SideRow, { width, counts }: Columns, isSelected: boolean): readonly Span[] {
  const { problem } = one;
  const end = problem === null ? '' : PROBLEM;
  const name = truncate(one.name, width - POINTER - counts - GAP - end.length);
  const hasNews = countText(one) !== '' && one.kind !== 'saved';
  const count = `${countText(one).padStart(counts)}${' '.repeat(GAP)}`;
  if (isSelected) return [span(`▸ ${count}${name}${end}`, 'selected')];
  return [
    span(' '.repeat(POINTER)),
    span(count, hasNews ? 'unread' : 'meta'),
    span(name, ...(hasNews ? (['strong'] as const) : [])),
    ...(end === '' ? [] : [span(end, 'warning')]),
  ];
}

function lineSpans(line: SideLine, columns: Columns, selected: number): readonly Span[] {
  switch (line.kind) {
    case 'blank':
      return [];
    case 'section':
      return [
        span(' '.repeat(POINTER + columns.counts + GAP)),
        span(line.name.toUpperCase(), 'meta'),
      ];
    case 'row':
      return rowSpans(line.row, columns, line.index === selected);
    default:
      return line satisfies never;
  }
}

/** The lines of the pane. */
export function feedLines(
  state: State,
  side: Side,
  width: number,
  geometry: Geometry,
): readonly Line[] {
  const lines = sideLines(state, geometry.bodyRows);
  const top = sideTop(lines, side, geometry);
  const columns = { width, counts: countWidth(state) };
  return lines.slice(top, top + geometry.bodyRows).map((line) => {
    const isSelected = line.kind === 'row' && line.index === side.selected;
    const spans = lineSpans(line, columns, side.selected);
    return row(...fitSpans(spans, width, ...(isSelected ? (['selected'] as const) : [])));
  });
}

/** What there is to say of the selected row. */
export function sideStatus(state: State, { selected }: Side, width: number): readonly Span[] {
  const one = sideRows(state)[selected];
  if (one === undefined) return fitSpans([], width);
  const { words, problem } = one;
  if (problem === null) return fitSpans([span(` ${words}`, 'status')], width);
  const isRoomy = displayWidth(words) + displayWidth(problem) + 4 <= width;
  return fitSpans(
    [span(` ${problem}`, 'warning'), span(isRoomy ? ` · ${words}` : '', 'status')],
    width,
  );
}

export interface FeedsPaneProps extends Omit<PlacedProps, 'view'> {
  readonly side: Side;
}

/** Draws feeds, tags and saved queries; while they are on the screen they have the keys. */
export function FeedsPane({ state, side, geometry, strip: { width }, isHeavy }: FeedsPaneProps) {
  return (
    <Pane
      geometry={geometry}
      width={width}
      heading={[span(' '), span('feeds and tags', 'headline')]}
      isHeavy={isHeavy}
      lines={feedLines(state, side, width, geometry)}
    />
  );
}
