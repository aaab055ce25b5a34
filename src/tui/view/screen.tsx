// The whole screen as an Ink application: the panes side by side, below them the status bar and the keys.
import { Box, type Instance, render } from 'ink';
import { useMemo, useSyncExternalStore } from 'react';
import { withKeys } from '../../core/keys/key-texts.ts';
import { fitSpans, row, span, withPictureCells } from '../../text/spans.ts';
import { themeTints } from '../../text/themes.ts';
import { openHelp } from '../input/help-lines.ts';
import type { ReaderStore } from '../session/store.ts';
import { SMALLEST, screenGeometry } from '../state/geometry.ts';
import { shownHead } from '../state/loaded-rows.ts';
import { enlargedPicture } from '../state/page-pictures.ts';
import type { Moved } from '../state/state.ts';
import { asInkOutput, type Painter } from '../terminal/painter.ts';
import { ArticlePane } from './article-pane.tsx';
import { FeedsPane } from './feeds-pane.tsx';
import { KeyHints } from './key-hints.tsx';
import { ListPane } from './list-pane.tsx';
import { Gutter, PaintContext, PaneBox, type Placed, Row } from './pane.tsx';
import { StatusBar } from './status-bar.tsx';

/** Draws what a state looks like, never larger than the terminal. */
export function Screen({ state, view }: Pick<Placed, 'state' | 'view'>) {
  const geometry = screenGeometry(state);
  const { color, order, theme, styles } = view;
  const { background } = state;
  const tints = useMemo(() => themeTints(theme, background, styles), [theme, background, styles]);
  const paint = useMemo(() => ({ color, hyperlinks: true, order, tints }), [color, order, tints]);
  if (geometry.tooSmall) return <TooSmall state={state} geometry={geometry} />;
  const { columns, rows, bodyTop, bodyRows, hasHints } = geometry;
  return (
    <PaintContext value={paint}>
      <Box flexDirection="column" width={columns} height={rows}>
        <Box height={bodyTop + bodyRows} flexShrink={0}>
          <Panes state={state} view={view} geometry={geometry} />
        </Box>
        <StatusBar state={state} geometry={geometry} view={view} />
        {hasHints && <KeyHints state={state} width={columns} />}
      </Box>
    </PaintContext>
  );
}

function HelpPane({ state, geometry }: Pick<Placed, 'state' | 'geometry'>) {
  const { columns, bodyRows } = geometry;
  // What is sought stands at the top, wherever the help was.
  const top = state.prompt === null ? (state.helpTop ?? 0) : 0;
  return (
    <PaneBox
      geometry={geometry}
      strip={{ left: 0, width: columns }}
      heading={[span(' '), span('Keys', 'strong')]}
      lines={openHelp(state).slice(top, top + bodyRows)}
    />
  );
}

/** A picture as large as the screen. */
function PicturePane({ state, view, geometry }: Omit<Placed, 'strip'>) {
  const { columns, bodyRows } = geometry;
  const of = enlargedPicture(state);
  if (of === null) return null;
  const margin = span(' '.repeat((columns - of.columns) >> 1));
  const room = ' '.repeat(of.columns);
  const lines = Array.from({ length: of.rows }, (_, at) => {
    const cells = withPictureCells(
      [{ text: room, roles: [], picture: { of, at } }],
      view.pictureRow,
    );
    return row(margin, ...cells);
  });
  const above = Array.from({ length: (bodyRows - of.rows) >> 1 }, () => row());
  const heading = [span(' '), span(shownHead(state)?.title ?? '', 'strong')];
  const strip = { left: 0, width: columns };
  return (
    <PaneBox geometry={geometry} strip={strip} heading={heading} lines={[...above, ...lines]} />
  );
}

function Panes({ state, view, geometry }: Omit<Placed, 'strip'>) {
  const { feeds, list, article, bodyTop, bodyRows, hasRule } = geometry;
  if (state.helpTop !== null) return <HelpPane state={state} geometry={geometry} />;
  if (state.enlarged !== null) return <PicturePane state={state} view={view} geometry={geometry} />;
  const keys = state.feeds !== null ? 'feeds' : state.focus;
  const hasTwo = [feeds, list, article].filter(Boolean).length > 1;
  const gutter = hasTwo && <Gutter rows={bodyTop + bodyRows} hasRule={hasRule} />;
  const props = (pane: Moved) => ({ state, view, geometry, isHeavy: hasTwo && keys === pane });
  return (
    <>
      {feeds !== null && <FeedsPane {...props('feeds')} strip={feeds} />}
      {feeds !== null && gutter}
      {list !== null && <ListPane {...props('list')} strip={list} />}
      {article !== null && gutter}
      {article !== null && <ArticlePane {...props('article')} strip={article} />}
    </>
  );
}

/** Draws what there is to say of a screen that is too small, in as much of it as there is. */
function TooSmall({ state, geometry: { columns, rows } }: Omit<Placed, 'strip' | 'view'>) {
  const needed = `${SMALLEST.columns}×${SMALLEST.rows} needed`;
  const quits = withKeys(state.bindings, '{leave} quits');
  const whole = `${needed}, ${quits}`;
  const words = columns >= whole.length || rows < 2 ? [whole] : [needed, quits];
  if (rows < 1 || columns < 1) return null;
  return (
    <Box flexDirection="column" width={columns}>
      {words.map((text) => (
        <Row key={text} spans={fitSpans([span(text)], columns)} />
      ))}
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
