// The pane of feeds and tags: what is unread, then the name within its folders.
import type { Line, Span } from '../../text/line.ts';
import { fitSpans, row, span } from '../../text/spans.ts';
import { displayWidth, truncate } from '../../text/width.ts';
import {
  feedsIndex,
  feedsLines,
  feedsRows,
  feedsTop,
  selectedRowOfFeeds,
} from '../state/feeds-state.ts';
import type { State, TreeRow } from '../state/state.ts';
import { PaneBox, type Placed, type PlacedProps } from './pane.tsx';
import { withOffers } from './pane-footer.ts';

/** Columns of the pointer and of the gap after the count. */
const POINTER = 2;
const GAP = 2;
/** The least a count has: no name moves by the first that is read. */
const COUNT = 3;

function countText({ count }: TreeRow): string {
  return count === null || count === 0 ? '' : String(count);
}

/** How a row that has a problem ends, whatever room its name has. */
const PROBLEM = ' !';

/** Columns a folder moves what is in it, at most so many times. */
const STEP = 2;
const DEEPEST = 4;

/** The name within its folders; a folder says whether it is open. */
function nameText({ kind, name, depth, query }: TreeRow, folded: State['folded']): string {
  const indent = ' '.repeat(STEP * Math.min(depth, DEEPEST));
  if (kind !== 'folder') return `${indent}${name}`;
  return `${indent}${folded.has(query) ? '›' : '▾'} ${name}`;
}

/** How a row looks: the selected one in a pane that has the keys, or has not. */
interface RowLook {
  readonly width: number;
  /** Columns of the counts. */
  readonly counts: number;
  readonly isSelected: boolean;
  readonly hasFocus: boolean;
}

function rowSpans(one: TreeRow, state: State, look: RowLook): readonly Span[] {
  const { width, counts, isSelected, hasFocus } = look;
  const end = one.problem === null ? '' : PROBLEM;
  const room = width - POINTER - counts - GAP - end.length;
  const name = truncate(nameText(one, state.folded), room);
  const hasNews = countText(one) !== '' && one.kind !== 'saved';
  const count = `${countText(one).padStart(counts)}${' '.repeat(GAP)}`;
  if (isSelected && hasFocus) {
    return fitSpans([span(`▸ ${count}${name}${end}`, 'selected')], width, 'selected');
  }
  return [
    span(isSelected ? '▹ ' : ' '.repeat(POINTER)),
    span(count, hasNews ? 'unread' : 'meta'),
    hasNews ? span(name, 'strong') : span(name),
    ...(end === '' ? [] : [span(end, 'warning')]),
  ];
}

function feedLines({ state, geometry, strip: { width } }: Placed): readonly Line[] {
  const lines = feedsLines(state, geometry.bodyRows);
  const top = feedsTop(lines, state, geometry.bodyRows);
  const most = feedsRows(state).reduce((all, { count }) => Math.max(all, count ?? 0), 0);
  const counts = Math.max(COUNT, String(most).length);
  const selected = feedsIndex(state);
  return lines.slice(top, top + geometry.bodyRows).map((line) => {
    if (line.kind === 'blank') return row();
    if (line.kind === 'row') {
      const isSelected = line.index === selected;
      const look = { width, counts, isSelected, hasFocus: state.feeds !== null };
      return row(...rowSpans(line.row, state, look));
    }
    const indent = ' '.repeat(POINTER + counts + GAP);
    return row(span(indent), span(line.name.toUpperCase(), 'meta'));
  });
}

export function feedsStatus(state: State, width: number): readonly Span[] {
  const { words, problem } = selectedRowOfFeeds(state);
  if (problem === null) return [span(` ${words}`, 'status')];
  const isRoomy = displayWidth(words) + displayWidth(problem) + 4 <= width;
  return [span(` ${problem}`, 'warning'), span(isRoomy ? ` · ${words}` : '', 'status')];
}

export function FeedsPane(props: PlacedProps) {
  const heading = [span(' '), span('feeds', 'strong')];
  // Beside a list those to choose from stand in that.
  const lines =
    props.geometry.list === null ? withOffers(props, feedLines(props)) : feedLines(props);
  return <PaneBox {...props} heading={heading} lines={lines} />;
}
