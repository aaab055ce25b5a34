// The list's pane: the articles that fit the screen, or what to do where there are none.
import { formatCount } from '../../core/count.ts';
import { withKeys } from '../../core/keys/key-texts.ts';
import type { Line, Role, Span } from '../../text/line.ts';
import { messageRows, span, spansWidth, spread } from '../../text/spans.ts';
import { displayWidth, truncate } from '../../text/width.ts';
import { filterWords } from '../state/filter.ts';
import { visibleItems } from '../state/geometry.ts';
import { isForAll } from '../state/listing.ts';
import { rowAt } from '../state/loaded-rows.ts';
import { layoutTabs } from '../state/reduce/tabs.ts';
import type { State } from '../state/state.ts';
import { itemLines, placeholderLines } from './list-item.ts';
import { PaneBox, type Placed, type PlacedProps, ruleLook, sentence } from './pane.tsx';
import { withFooter, withOffers } from './pane-footer.ts';

function emptyLines({ state, strip: { width }, view }: Placed): Line[] {
  const { listed, canAdd, scope, bindings } = state;
  // What this scope has is still asked for.
  if (listed.question.scope !== scope.query) return [];
  const said = (text: string) => sentence(withKeys(bindings, text));
  const { articles } = state.totals;
  if (articles > 0) {
    const all = articles === 1 ? 'the article' : `all ${articles} articles`;
    const { text } = listed.question;
    const place = scope.query === '' ? '' : ` in ${scope.name}`;
    const nothing = text === '' ? `No articles${place}.` : `Nothing fits “${text}”${place}.`;
    const back = text === '' || place === '' ? all : `all there is${place}`;
    const shows = said('`{back}` shows ');
    const looks = said(', `{search}` looks for something else.');
    const ways = [...shows, span(back), ...looks];
    return messageRows([[span(nothing, 'strong')], ways], width);
  }
  const isMuted = view.hasMuted();
  const adding =
    '`{add}` adds one: type its URL, or paste the page. `{fetch}` fetches the feeds you follow. ';
  const files = [
    ...said(isMuted ? '`{search}` and then `is:muted` finds them. ' : ''),
    ...said(canAdd ? adding : ''),
    span('Markdown files in '),
    span(view.root, 'code'),
    span(canAdd ? ' are articles too.' : ' are articles.'),
  ];
  const none = span(isMuted ? 'All articles are muted.' : 'No articles here yet.', 'strong');
  return messageRows([[none], files, said('`{leave}` quits, `{help}` shows the keys.')], width);
}

function listedLines(placed: Placed): readonly Line[] {
  const { state, geometry, view } = placed;
  const { listed, listTop, selected } = state;
  if (listed.length === 0) return emptyLines(placed).slice(0, geometry.bodyRows);
  const look = { words: filterWords(listed.question), columns: view.columns(listed, state.rows) };
  const hasFocus = state.focus === 'list' && state.feeds === null;
  const count = Math.min(visibleItems(geometry), listed.length - listTop);
  return Array.from({ length: count }, (_, at) => listTop + at).flatMap((index) => {
    const place = { isSelected: index === selected, hasFocus };
    const known = rowAt(state, index);
    if (known === undefined) return placeholderLines(place, geometry);
    return itemLines({ row: known, ...look, ...place }, placed);
  });
}

function markText(unread: number): string {
  return unread === 0 ? 'all read' : `${unread} unread`;
}

/** How many articles there are and how many of them are unread, at full length first. */
function countTexts(state: State): readonly string[] {
  const { totals, listed, listedUnread } = state;
  const { articles, unread } = totals;
  const all = formatCount(articles, 'article');
  const { length, question } = listed;
  if (isForAll(question)) {
    if (articles === 0) return [all];
    return [`${all}, ${markText(unread)}`, markText(unread)];
  }
  const isPart = question.scope === '' && length < articles;
  const counts = isPart
    ? [`${length} of ${all}`, `${length} of ${articles}`]
    : [formatCount(length, 'article'), String(length)];
  if (listedUnread === null || length === 0) return counts;
  const marks = markText(listedUnread);
  return [...counts.map((count) => `${count}, ${marks}`), ...counts];
}

/** So much of a name is not given for a count. */
const NAME_FIRST = 16;

/** Its heading: the scope's name, and how many articles there are. */
function listHeading(state: State, width: number): readonly Span[] {
  const name = state.scope.query === '' ? 'newsprint' : state.scope.name;
  const counts = countTexts(state).map((text) => [span(`${text} `, 'meta')]);
  const room = width - Math.min(displayWidth(name), NAME_FIRST) - 3;
  const right = counts.find((spans) => spansWidth(spans) <= room) ?? [];
  const shown = truncate(name, width - spansWidth(right) - 2);
  return spread([span(' '), span(shown, 'strong')], right, width);
}

/** The lines of the pane; the last ones give way to why a filter is bad, or to feeds to choose from. */
export function listLines(placed: Placed): readonly Line[] {
  const { prompt, filter } = placed.state;
  const { problem } = filter;
  const lines = withOffers(placed, listedLines(placed));
  if (prompt?.kind !== 'filter' || problem === null) return lines;
  return withFooter(placed, lines, [span(problem.message, 'warning'), span(problem.wayOut)]);
}

function tabSpans(state: State, width: number, line: string, role: Role): readonly Span[] {
  const tabs = layoutTabs(state, width);
  let at = 0;
  const spans = tabs.flatMap(({ text, left, width: columns, isOn }) => {
    const before = span(line.repeat(left - at), role);
    at = left + columns;
    return [before, isOn ? span(text, 'selected') : span(text)];
  });
  const rest = Math.max(0, width - at);
  const isMore = rest > 0 && (tabs.at(-1)?.index ?? state.saved.length) < state.saved.length - 1;
  const end = isMore ? `${line.repeat(rest - 1)}›` : line.repeat(rest);
  const [first, ...others] = spans;
  const isLess = (tabs[0]?.index ?? -1) > -1 && first !== undefined;
  return [...(isLess ? [{ ...first, text: '‹' }, ...others] : spans), span(end, role)];
}

export function ListPane(props: PlacedProps) {
  const { state, strip, isHeavy } = props;
  const { line, role } = ruleLook(isHeavy);
  return (
    <PaneBox
      {...props}
      heading={listHeading(state, strip.width)}
      {...(state.saved.length > 0 && { rule: tabSpans(state, strip.width, line, role) })}
      lines={listLines(props)}
    />
  );
}
