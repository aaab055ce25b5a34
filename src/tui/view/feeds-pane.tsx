// The pane of feeds and tags: what is unread, then the name, under the names of their sections.
import type { Line, Span } from '../../text/line.ts';
import { fitSpans, row, span } from '../../text/spans.ts';
import { displayWidth, truncate } from '../../text/width.ts';
import { feedsLines, feedsRows, feedsTop } from '../state/feeds-state.ts';
import type { Feeds, FeedsRow, State } from '../state/state.ts';
import { Pane, type Placed, type PlacedProps } from './pane.tsx';

/** Columns of the pointer and of the gap after the count. */
const POINTER = 2;
const GAP = 2;
/** The least a count has: no name moves by the first that is read. */
const COUNT = 3;

function countText({ count }: FeedsRow): string {
  return count === null || count === 0 ? '' : String(count);
}

/** How a row that has a problem ends, whatever room its name has. */
const PROBLEM = ' !';

/** @param counts columns of the counts */
function rowSpans(
  one: FeedsRow,
  width: number,
  counts: number,
  isSelected: boolean,
): readonly Span[] {
  const end = one.problem === null ? '' : PROBLEM;
  const name = truncate(one.name, width - POINTER - counts - GAP - end.length);
  const hasNews = countText(one) !== '' && one.kind !== 'saved';
  const count = `${countText(one).padStart(counts)}${' '.repeat(GAP)}`;
  if (isSelected) return fitSpans([span(`▸ ${count}${name}${end}`, 'selected')], width, 'selected');
  return [
    span(' '.repeat(POINTER)),
    span(count, hasNews ? 'unread' : 'meta'),
    hasNews ? span(name, 'strong') : span(name),
    ...(end === '' ? [] : [span(end, 'warning')]),
  ];
}

/** The lines of the pane. */
function feedLines({ state, geometry, strip: { width } }: Placed): readonly Line[] {
  const { feeds } = state;
  if (feeds === null) return [];
  const lines = feedsLines(state, geometry.bodyRows);
  const top = feedsTop(lines, feeds, geometry.bodyRows);
  const counts = Math.max(COUNT, ...feedsRows(state).map((one) => countText(one).length));
  return lines.slice(top, top + geometry.bodyRows).map((line) => {
    if (line.kind === 'blank') return row();
    if (line.kind === 'row') {
      return row(...rowSpans(line.row, width, counts, line.index === feeds.selected));
    }
    const indent = ' '.repeat(POINTER + counts + GAP);
    return row(span(indent), span(line.name.toUpperCase(), 'meta'));
  });
}

/** What there is to say of the selected row. */
export function feedsStatus(state: State, { selected }: Feeds, width: number): readonly Span[] {
  const one = feedsRows(state)[selected];
  if (one === undefined) return [];
  const { words, problem } = one;
  if (problem === null) return [span(` ${words}`, 'status')];
  const isRoomy = displayWidth(words) + displayWidth(problem) + 4 <= width;
  return [span(` ${problem}`, 'warning'), span(isRoomy ? ` · ${words}` : '', 'status')];
}

/** Draws feeds, tags and saved queries; while they are on the screen they have the keys. */
export function FeedsPane(props: PlacedProps) {
  const heading = [span(' '), span('feeds and tags', 'headline')];
  return <Pane {...props} heading={heading} lines={feedLines(props)} />;
}
