// The whole screen as an Ink application: the panes side by side, below them the status bar and the keys.
import { Box, type Instance, render, Text } from 'ink';
import { useMemo, useSyncExternalStore } from 'react';
import { withKeys } from '../../core/keys/key-texts.ts';
import { type Paint, paintSpans } from '../../text/palette.ts';
import { row, span, withPictures } from '../../text/spans.ts';
import { themeTints } from '../../text/themes.ts';
import { padTo } from '../../text/width.ts';
import { openHelp } from '../input/help-lines.ts';
import type { ReaderStore } from '../session/store.ts';
import { SMALLEST, type Strip, screenGeometry } from '../state/geometry.ts';
import { shownHead } from '../state/loaded-rows.ts';
import { enlargedPicture } from '../state/page-pictures.ts';
import { asInkOutput, type Painter } from '../terminal/painter.ts';
import { articlePane } from './article-pane.ts';
import { feedsPane } from './feeds-pane.ts';
import { hintSpans } from './key-hints.ts';
import { listPane } from './list-pane.ts';
import { type PaneParts, type Placed, type PlacedPane, paneRows } from './pane.ts';
import { statusBar } from './status-bar.ts';

type Shown = Omit<Placed, 'strip'>;

function helpPane({ state, geometry: { bodyRows } }: Placed): PaneParts {
  // What is sought stands at the top, wherever the help was.
  const top = state.prompt === null ? (state.helpTop ?? 0) : 0;
  const heading = [span(' '), span('Keys', 'strong')];
  return { heading, lines: openHelp(state).slice(top, top + bodyRows) };
}

/** A picture as large as the screen. */
function picturePane({ state, view, geometry: { columns, bodyRows } }: Placed): PaneParts {
  const of = enlargedPicture(state);
  const heading = [span(' '), span(shownHead(state)?.title ?? '', 'strong')];
  if (of === null) return { heading, lines: [] };
  const margin = span(' '.repeat((columns - of.columns) >> 1));
  const room = ' '.repeat(of.columns);
  const lines = Array.from({ length: of.rows }, (_, at) => {
    const cells = withPictures([{ text: room, roles: [], picture: { of, at } }], view.pictureRow);
    return row(margin, ...cells);
  });
  const above = Array.from({ length: (bodyRows - of.rows) >> 1 }, () => row());
  return { heading, lines: [...above, ...lines] };
}

/** The panes on the screen from left to right, each with its rows and how wide they are. */
function shownPanes(shown: Shown) {
  const { state, geometry } = shown;
  const { feeds, list, article, columns } = geometry;
  const rowsOf = (pane: (placed: PlacedPane) => PaneParts, strip: Strip, isHeavy: boolean) => {
    const placed = { ...shown, strip, isHeavy };
    return { width: strip.width, rows: paneRows(placed, pane(placed)) };
  };
  const whole = { left: 0, width: columns };
  if (state.helpTop !== null) return [rowsOf(helpPane, whole, false)];
  if (state.enlarged !== null) return [rowsOf(picturePane, whole, false)];
  const panes = [
    ['feeds', feeds, feedsPane],
    ['list', list, listPane],
    ['article', article, articlePane],
  ] as const;
  const hasTwo = panes.filter(([, strip]) => strip !== null).length > 1;
  const keys = state.feeds === null ? state.focus : 'feeds';
  return panes.flatMap(([name, strip, pane]) =>
    strip === null ? [] : rowsOf(pane, strip, hasTwo && keys === name),
  );
}

/** What a state looks like, row by row, never larger than the terminal. */
function screenText(shown: Shown, paint: Paint): string {
  const { bodyTop, bodyRows, hasRule, hasHints, columns } = shown.geometry;
  const panes = shownPanes(shown);
  const gutter = paintSpans([span(' │ ', 'rule')], paint);
  const crossing = paintSpans([span('─┼─', 'rule')], paint);
  const body = Array.from({ length: bodyTop + bodyRows }, (_, at) => {
    const parts = panes.map(({ width, rows }) => {
      const spans = rows[at];
      return spans === undefined ? ' '.repeat(width) : paintSpans(spans, paint);
    });
    return parts.join(hasRule && at === 1 ? crossing : gutter);
  });
  const below = [statusBar(shown), ...(hasHints ? [hintSpans(shown.state, columns)] : [])];
  return [...body, ...below.map((spans) => paintSpans(spans, paint))].join('\n');
}

/** What there is to say of a screen that is too small, in as much of it as there is. */
function tooSmallText({ state, geometry: { columns, rows } }: Shown): string {
  const needed = `${SMALLEST.columns}×${SMALLEST.rows} needed`;
  const quits = withKeys(state.bindings, '{leave} quits');
  const whole = `${needed}, ${quits}`;
  const words = columns >= whole.length || rows < 2 ? [whole] : [needed, quits];
  return words.map((text) => padTo(text, columns)).join('\n');
}

export function Screen({ state, view }: Pick<Placed, 'state' | 'view'>) {
  const geometry = screenGeometry(state);
  const { columns, rows, tooSmall } = geometry;
  const { color, order, theme, styles } = view;
  const { background } = state;
  const tints = useMemo(() => themeTints(theme, background, styles), [theme, background, styles]);
  if (rows < 1 || columns < 1) return null;
  const shown = { state, view, geometry };
  const paint = { color, hyperlinks: true, order, tints };
  return (
    <Box width={columns}>
      <Text wrap="truncate">{tooSmall ? tooSmallText(shown) : screenText(shown, paint)}</Text>
    </Box>
  );
}

interface ReaderProps {
  readonly store: Pick<ReaderStore, 'subscribe' | 'getState'>;
  readonly view: Placed['view'];
}

function Reader({ store, view }: ReaderProps) {
  return <Screen state={useSyncExternalStore(store.subscribe, store.getState)} view={view} />;
}

/** Starts Ink on the painter, which takes its whole frames. Ink itself hears no keys. */
export function mountReader(props: ReaderProps, painter: Painter): Instance {
  return render(<Reader {...props} />, {
    stdout: asInkOutput(painter.stream),
    debug: true,
    patchConsole: false,
    exitOnCtrlC: false,
  });
}
