// Where on the screen the reader is: the cursor stands there, for what follows it.
import { clamp } from '../../core/clamp.ts';
import type { ArticlePage } from '../state/article-page.ts';
import { contentsTop, pageHeadings } from '../state/contents.ts';
import { feedsIndex, feedsLines, feedsTop } from '../state/feeds-state.ts';
import { type Geometry, type Strip, screenGeometry } from '../state/geometry.ts';
import { currentPage, linesOnScreen } from '../state/scroll.ts';
import type { State } from '../state/state.ts';
import type { ScreenPlace } from '../terminal/painter.ts';
import { typedWidth } from './prompt-line.ts';

/**
 * Tells the place in each state that is shown: the end of what is typed, the selected row, or the
 * first line of an article that was not on the screen before. Braille displays and magnifiers follow
 * the terminal's cursor, seen or not.
 */
export function createCursor(getState: () => State): () => ScreenPlace {
  let read: Read | null = null;
  return () => {
    const state = getState();
    read = readOn(state, read);
    return placeOf(state, read?.line ?? 0);
  };
}

/** How far an article was read: where its page stood, and the line of the screen that was new then. */
interface Read {
  readonly page: ArticlePage;
  readonly line: number;
}

function readOn(state: State, before: Read | null): Read | null {
  const page = state.focus === 'article' ? currentPage(state) : null;
  if (page === null) return null;
  if (page.id !== before?.page.id) return { page, line: 0 };
  const by = page.top - before.page.top;
  if (by === 0) return before;
  const rows = linesOnScreen(before.page, screenGeometry(state).bodyRows);
  const line = by > 0 && by < rows ? rows - by : 0;
  const isBlank = page.lines[page.top + line]?.spans.length === 0;
  return { page, line: isBlank ? line + 1 : line };
}

/** @param line of the article, where that has the keys */
function placeOf(state: State, line: number): ScreenPlace {
  const geometry = screenGeometry(state);
  const { columns, rows, hasHints, bodyTop, bodyRows } = geometry;
  if (state.prompt !== null) {
    const column = Math.min(columns - 1, typedWidth(state, state.prompt, columns));
    return { row: rows - (hasHints ? 2 : 1), column };
  }
  const [at, strip] = lineOf(state, line, geometry);
  return { row: bodyTop + clamp(at, 0, bodyRows - 1), column: strip?.left ?? 0 };
}

/** The line of the pane that has the keys, and where that is. */
function lineOf(
  state: State,
  ofArticle: number,
  geometry: Geometry,
): readonly [line: number, strip: Strip | null] {
  const { feeds, list, article, bodyRows, itemRows } = geometry;
  if (state.helpTop !== null || state.enlarged !== null) return [0, null];
  if (state.feeds !== null) {
    const lines = feedsLines(state, bodyRows);
    const selected = feedsIndex(state);
    const at = lines.findIndex((line) => line.kind === 'row' && line.index === selected);
    return [at - feedsTop(lines, state, bodyRows), feeds];
  }
  if (state.contents !== null) {
    const top = contentsTop(state.contents, pageHeadings(state).length, bodyRows);
    return [state.contents - top, article];
  }
  return state.focus === 'list'
    ? [(state.selected - state.listTop) * itemRows, list]
    : [ofArticle, article];
}
