// An article in the list, in one row or two.
import { formatMinutes } from '../../core/article/article.ts';
import type { Words } from '../../core/query/query.ts';
import { findWords, joinHits } from '../../core/query/query-hits.ts';
import type { ArticleRow } from '../../library/finder/finder.ts';
import { withLevels } from '../../text/bidi.ts';
import type { Line, Span } from '../../text/line.ts';
import { fitSpans, row, span, spansWidth, withHits } from '../../text/spans.ts';
import { displayWidth, padTo, truncate } from '../../text/width.ts';
import { spansText, wrapSpans } from '../../text/wrap.ts';
import type { Geometry } from '../state/geometry.ts';
import type { ListColumns } from './list-columns.ts';
import type { Placed, ScreenContext } from './pane.tsx';

/** Most columns of a source's name, in a list of usual width and in a wide one. */
const SOURCE_WIDTHS = [14, 18] as const;
const WIDE_LIST = 100;
const GAP = 2;
/** Least columns; `20 min left` takes more from the title. */
const MINUTES_WIDTH = 8;
/** Least columns of a source's name, which is left out otherwise. */
const SHORTEST_SOURCE = 8;
/** Least columns of a row that has a date beside the title. */
const ROOM_FOR_DATE = 40;

/** Columns that others leave for the title. */
const LEAST_TITLE = 24;
/** Named columns with a place of their own in the first row of two. */
const IN_PLACE = /^(?:marks|title)$/;

interface ItemPlace {
  readonly isSelected: boolean;
  readonly hasFocus: boolean;
}

interface ListedArticle extends ItemPlace {
  readonly row: ArticleRow;
  /** Words of the filter, marked in the title. */
  readonly words: readonly Words[];
  readonly columns: ListColumns;
}

function minutesText({ row: { state, body } }: ListedArticle): string {
  return formatMinutes(body.minutes, state);
}

/** `  +2` */
function othersSpans({ row: { others = 0 } }: ListedArticle): readonly Span[] {
  return others === 0 ? [] : [span(`  +${others}`, 'meta')];
}

/** Whether a row has a column: without named columns it has all that fit. */
function hasColumn({ columns: { named } }: ListedArticle, wanted: string): boolean {
  return named.length === 0 || named.some(({ name }) => name === wanted);
}

function dateSpans(item: ListedArticle, view: ScreenContext): readonly Span[] {
  const date = hasColumn(item, 'date') ? view.listDate(item.row.head) : '';
  return date === '' ? [] : [span(`  ${date}`, 'meta')];
}

/** Always three columns, so that no title moves when a mark comes or goes. */
function markSpan(item: ListedArticle): Span {
  const { state } = item.row;
  if (!hasColumn(item, 'marks')) return span('   ');
  return span(`${state.read ? ' ' : '●'}${state.starred ? '★' : ' '} `, 'unread');
}

function pointer({ isSelected, hasFocus }: ItemPlace): Span {
  if (!isSelected) return span('  ');
  return span(hasFocus ? '▸ ' : '▹ ', 'marker');
}

/** A title, or a part of it, cut to a width, with the filter's words marked; dim when it was read. */
function titleSpans(
  { row: { state }, words }: ListedArticle,
  title: string,
  width: number,
): readonly Span[] {
  const text = truncate(title, width);
  const shown = state.read ? span(text) : span(text, 'strong');
  return withLevels(withHits(shown, joinHits(findWords(text, words))));
}

/** Reverses the whole row where it is selected. */
function selectedSpans(item: ListedArticle, spans: readonly Span[]): readonly Span[] {
  if (!item.isSelected || !item.hasFocus) return spans;
  return spans.map((part) => ({ ...part, roles: ['selected'] }));
}

/** A table cell with the gap after it; '' where no row has the column. */
function cell(text: string, width: number): string {
  return width === 0 ? '' : `${padTo(text, width)}${' '.repeat(GAP)}`;
}

/** One row, in which the title has the room that the rest leaves. */
function titleRow(
  item: ListedArticle,
  width: number,
  before: readonly Span[],
  after: readonly Span[],
): Line {
  const room = width - 5 - spansWidth(before) - spansWidth(after);
  const title = fitSpans(titleSpans(item, item.row.head.title, room), room);
  return row(
    ...selectedSpans(item, [pointer(item), markSpan(item), ...before, ...title, ...after]),
  );
}

function tableRow(item: ListedArticle, width: number, view: ScreenContext): Line {
  const { head } = item.row;
  const widest = SOURCE_WIDTHS[width >= WIDE_LIST ? 1 : 0];
  const date = span(cell(view.listDate(head), item.columns.date), 'meta');
  const source = span(cell(head.source ?? '', Math.min(widest, item.columns.source)));
  const minutes = ` ${minutesText(item)} `.padStart(MINUTES_WIDTH + 1);
  return titleRow(item, width, [date, source], [...othersSpans(item), span(minutes, 'meta')]);
}

function compactRow(item: ListedArticle, width: number, view: ScreenContext): Line {
  const dated = width < ROOM_FOR_DATE ? [] : dateSpans(item, view);
  return titleRow(item, width, [], [...othersSpans(item), ...dated]);
}

/** Source, date and minutes: those without room are left out; a long source is cut. */
function factsText([source, date, minutes]: readonly [string, string, string], width: number) {
  const room = width - 5 - (date === '' ? 0 : displayWidth(date) + 3);
  const name = room < SHORTEST_SOURCE ? '' : truncate(source, room);
  const brief = minutes.replace(/ min(?: left)?$/, 'm');
  const choices = [
    [source, date, minutes],
    [source, date, brief],
    [source, date],
    [name, date],
    [date],
  ];
  const texts = choices.map((facts) => facts.filter((fact) => fact !== '').join(' · '));
  return texts.find((text) => displayWidth(text) + 5 <= width) ?? '';
}

/** A title in two rows with its date in the second; below a short title its facts. */
function tallRows(item: ListedArticle, width: number, view: ScreenContext): Line[] {
  const { title } = item.row.head;
  const isLong = displayWidth(title) > width - 5;
  const [first = ''] = isLong ? wrapSpans([span(title)], width - 5).map(spansText) : [title];
  const second = isLong
    ? titleEnd(item, title.slice(first.length), width, view)
    : facts(item, width, view);
  return [
    [pointer(item), markSpan(item), ...titleSpans(item, first, width - 5)],
    [span('     '), ...second],
  ].map((spans) => row(...selectedSpans(item, fitSpans(spans, width))));
}

/** The rest of a title, and its date or facts. */
function titleEnd(item: ListedArticle, rest: string, width: number, view: ScreenContext) {
  const after = [...othersSpans(item), ...dateSpans(item, view)];
  const room = width - 5 - spansWidth(after);
  return [...fitSpans(titleSpans(item, rest.trim(), room), room), ...after];
}

function facts(item: ListedArticle, width: number, view: ScreenContext) {
  const { head } = item.row;
  const others = othersSpans(item);
  const room = width - spansWidth(others);
  const texts = [head.source ?? '', view.listDate(head), minutesText(item)] as const;
  const text = item.columns.named.length > 0 ? namedText(item, room) : factsText(texts, room);
  return [span(text, 'meta'), ...others];
}

/** The columns that the user named, beside title and marks. */
function namedText({ row, columns }: ListedArticle, width: number): string {
  const cells = columns.named.map(({ name, text }) => (IN_PLACE.test(name) ? '' : text(row)));
  return truncate(cells.filter((text) => text !== '').join(' · '), width - 5);
}

/** The columns that the user named; the last ones are left out where the title would have too few. */
function namedRow(item: ListedArticle, width: number): Line {
  const { named } = item.columns;
  const least = Math.min(LEAST_TITLE, width - 5);
  let rest = width - 2 - (hasColumn(item, 'title') ? least : 0);
  const shown = named.filter(({ name, width: own }) => {
    const taken = name === 'title' ? 0 : name === 'marks' ? 3 : own && own + GAP;
    if (taken > rest) return false;
    rest -= taken;
    return true;
  });
  const others = othersSpans(item);
  const room = rest + least - GAP - spansWidth(others);
  const spans = shown.flatMap(({ name, width: own, text }): readonly Span[] => {
    if (name === 'marks') return [markSpan(item)];
    if (name !== 'title') return [span(cell(text(item.row), own), 'meta')];
    const title = fitSpans(titleSpans(item, item.row.head.title, room), room);
    return [...title, ...others, span(' '.repeat(GAP))];
  });
  return row(...selectedSpans(item, fitSpans([pointer(item), ...spans], width)));
}

export function itemLines(item: ListedArticle, placed: Placed): readonly Line[] {
  const { geometry, strip, view } = placed;
  const { width } = strip;
  if (geometry.itemRows === 2) return tallRows(item, width, view);
  if (item.columns.named.length > 0) return [namedRow(item, width)];
  return [width >= 60 ? tableRow(item, width, view) : compactRow(item, width, view)];
}

/** The lines of an article whose row is not loaded yet. */
export function placeholderLines(place: ItemPlace, { itemRows }: Geometry): readonly Line[] {
  const first = row(pointer(place), span('   '), span('·', 'meta'));
  return itemRows === 2 ? [first, row()] : [first];
}
