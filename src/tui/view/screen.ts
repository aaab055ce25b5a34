// The whole screen as lines: what a state looks like. Pure, and never larger than the terminal.

import type { Line, Span } from '../../text/line.ts';
import { fitSpans, row, span } from '../../text/spans.ts';
import { helpLines } from '../input/help-lines.ts';
import { type Geometry, SMALLEST, screenGeometry } from '../state/geometry.ts';
import { tabSpans } from '../state/reduce/tabs.ts';
import type { State } from '../state/state.ts';
import { articleHeading, articleRows } from './article-rows.ts';
import { listHeading, listRows } from './list-pane.ts';
import { withFilterProblem } from './problem-rows.ts';
import { sidePaneRows } from './side-pane.ts';
import { statusRows } from './status-rows.ts';
import type { View } from './view.ts';

/** A pane: its heading and its rows, to be fitted to its width. */
interface PaneRows {
  readonly width: number;
  readonly hasFocus: boolean;
  readonly heading: readonly Span[];
  /** What stands in the rule under the heading, over a line of some look. */
  readonly rule?: (line: string, role: 'rule' | 'marker') => readonly Span[];
  readonly rows: readonly Line[];
}

function sidePane(state: State, geometry: Geometry): PaneRows[] {
  const { side } = state;
  if (geometry.side === null || side === null) return [];
  const { width } = geometry.side;
  const heading = [span(' '), span('feeds and tags', 'headline')];
  return [{ width, hasFocus: true, heading, rows: sidePaneRows(state, side, width, geometry) }];
}

function listPane(state: State, geometry: Geometry, view: View): PaneRows[] {
  if (geometry.list === null) return [];
  const { width } = geometry.list;
  return [
    {
      width,
      hasFocus: state.focus === 'list' && state.side === null,
      heading: listHeading(state, width),
      rule: (line, role) => tabSpans(state, width, line, role),
      rows: withFilterProblem(listRows(state, width, geometry, view), state, width, geometry),
    },
  ];
}

function articlePane(state: State, geometry: Geometry, view: View): PaneRows[] {
  const { article } = geometry;
  if (article === null) return [];
  return [
    {
      width: article.width,
      hasFocus: state.focus === 'article',
      heading: articleHeading(state, article.width),
      rows: articleRows(state, article, geometry, view),
    },
  ];
}

function helpPane(state: State, geometry: Geometry): PaneRows[] {
  const top = state.helpTop ?? 0;
  return [
    {
      width: geometry.columns,
      hasFocus: true,
      heading: [span(' '), span('Keys', 'headline')],
      rows: helpLines(geometry.columns).slice(top, top + geometry.bodyRows),
    },
  ];
}

/** The rule under a heading: heavy under the pane that has the keys. */
function ruleSpans({ width, hasFocus, rule }: PaneRows, isAlone: boolean): readonly Span[] {
  const isHeavy = hasFocus && !isAlone;
  const [line, role] = isHeavy ? (['━', 'marker'] as const) : (['─', 'rule'] as const);
  return rule?.(line, role) ?? [span(line.repeat(width), role)];
}

/** One row across the panes, a quiet upright rule between them. */
function across(
  panes: readonly PaneRows[],
  spans: (pane: PaneRows) => readonly Span[],
  rule: string,
): Line {
  return row(
    ...panes.flatMap((pane, index) => [
      ...(index === 0 ? [] : [span(rule, 'rule')]),
      ...fitSpans(spans(pane), pane.width),
    ]),
  );
}

function paneLines(panes: readonly PaneRows[], { bodyRows, hasRule }: Geometry): Line[] {
  const isAlone = panes.length === 1;
  const body = Array.from({ length: bodyRows }, (_, index) =>
    across(panes, ({ rows }) => rows[index]?.spans ?? [], ' │ '),
  );
  return [
    across(panes, ({ heading }) => heading, ' │ '),
    ...(hasRule ? [across(panes, (pane) => ruleSpans(pane, isAlone), '─┼─')] : []),
    ...body,
  ];
}

/** What there is to say of a screen that is too small, in as much of it as there is. */
function tooSmallLines({ columns, rows }: Geometry): readonly Line[] {
  const needed = `${SMALLEST.columns}×${SMALLEST.rows} needed`;
  const whole = `${needed}, q quits`;
  const words = columns >= whole.length || rows < 2 ? [whole] : [needed, 'q quits'];
  if (rows < 1 || columns < 1) return [];
  return words.map((text) => row(...fitSpans([span(text)], columns)));
}

/** Every row of the screen, from the top; each exactly as wide as the terminal. */
export function screenLines(state: State, view: View): readonly Line[] {
  const geometry = screenGeometry(state);
  if (geometry.tooSmall) return tooSmallLines(geometry);
  const panes =
    state.helpTop === null
      ? [
          ...sidePane(state, geometry),
          ...listPane(state, geometry, view),
          ...articlePane(state, geometry, view),
        ]
      : helpPane(state, geometry);
  return [...paneLines(panes, geometry), ...statusRows(state, geometry, view)];
}
