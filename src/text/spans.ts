// Small tools on spans: fit to a width, set apart, put a sign or a role into.
import type { Line, Picture, PictureRow, Role, Span } from './line.ts';
import type { Range } from './text-ranges.ts';
import { displayWidth, truncate } from './width.ts';
import { sliceRows, wrapSpans } from './wrap.ts';

export function span(text: string, ...roles: readonly Role[]): Span {
  return { text, roles };
}

/** A row of the screen: a line that belongs to no paragraph. */
export function row(...spans: readonly Span[]): Line {
  return { spans, paragraph: -1 };
}

export function spansWidth(spans: readonly Span[]): number {
  return spans.reduce((width, { text }) => width + displayWidth(text), 0);
}

/** Spaces are cut without a sign: nothing is lost. */
function cutText(text: string, width: number): string {
  return text.trim() === '' ? ' '.repeat(Math.max(0, width)) : truncate(text, width);
}

/** A longer part is a flood of marks without width: it is cut, for Ink would be slow with it. */
const MOST_UNITS = 4096;

/** Exactly `width` columns: cut with `…` or filled with spaces in the roles given. */
export function fitSpans(
  spans: readonly Span[],
  width: number,
  ...fill: readonly Role[]
): readonly Span[] {
  const fitted: Span[] = [];
  let room = width;
  for (const part of spans) {
    const columns = part.text.length > MOST_UNITS ? Infinity : displayWidth(part.text);
    if (columns > room) {
      const text = cutText(part.text, room);
      if (text !== '') fitted.push({ ...part, text });
      room -= displayWidth(text);
      break;
    }
    if (part.text !== '') fitted.push(part);
    room -= columns;
  }
  return room > 0 ? [...fitted, { text: ' '.repeat(room), roles: fill }] : fitted;
}

/** `left` at the left and `right` at the right; the right gives way where both do not fit. */
export function spread(
  left: readonly Span[],
  right: readonly Span[],
  width: number,
): readonly Span[] {
  const rightWidth = spansWidth(right);
  if (right.length === 0 || spansWidth(left) + rightWidth + 2 > width) return fitSpans(left, width);
  return [...fitSpans(left, width - rightWidth), ...right];
}

/** Adds a role to the part of the spans between two offsets in UTF-16 units. */
export function withRole(
  spans: readonly Span[],
  start: number,
  end: number,
  role: Role,
): readonly Span[] {
  const ranges = [
    { start: 0, end: start },
    { start, end },
    { start: end, end: Infinity },
  ];
  const [before = [], inside = [], after = []] = sliceRows(spans, ranges);
  const within = inside.map((part) => ({ ...part, roles: [...part.roles, role] }));
  return [...before, ...within, ...after].filter(({ text }) => text !== '');
}

/** The span cut where hits begin and end, each of these in the role `hit`. */
export function withHits(span: Span, hits: readonly Range[]): readonly Span[] {
  let spans: readonly Span[] = [span];
  for (const { start, end } of hits) spans = withRole(spans, start, end, 'hit');
  return spans;
}

/** Hits that a text still shows that may be cut, by so many units further to its start. */
export function shownHits(text: string, hits: readonly Range[], by = 0): readonly Range[] {
  const end = text.endsWith('…') ? text.length - 1 : text.length;
  return hits
    .map((hit) => ({ start: hit.start - by, end: Math.min(hit.end - by, end) }))
    .filter((hit) => hit.start >= 0 && hit.start < hit.end);
}

/** Puts a character of one column in the place of a space; anything else there stays. */
export function replaceSpace(
  spans: readonly Span[],
  at: number,
  character: string,
): readonly Span[] {
  let from = 0;
  return spans.map((part) => {
    const offset = at - from;
    from += part.text.length;
    if (part.text[offset] !== ' ') return part;
    const text = `${part.text.slice(0, offset)}${character}${part.text.slice(offset + 1)}`;
    return { ...part, text };
  });
}

/** Sentences for an empty pane, wrapped, a blank row between them. */
export function messageRows(messages: readonly (readonly Span[])[], width: number): Line[] {
  const inner = Math.max(1, width - 2);
  return messages.flatMap((message) => [
    row(),
    ...wrapSpans(message, inner).map((spans) => row(span(' '), ...spans)),
  ]);
}

/** The cells of pictures where there is room for them, as far as they are there. */
export function withPictureCells(
  spans: readonly Span[],
  cellsOf: (row: PictureRow) => readonly Span[] | null = () => null,
): readonly Span[] {
  return spans.flatMap((part) => {
    const cells = part.picture === undefined ? null : cellsOf(part.picture);
    // Beside words from right to left they stay in their order.
    const bidi = part.bidi && { bidi: { level: 2, base: 1 } };
    return cells?.map((cell) => ({ ...cell, ...bidi })) ?? [part];
  });
}

/** The pictures that lines have room for, each once. */
export function linePictures(lines: readonly Line[]): readonly Picture[] {
  const found = lines.flatMap(({ spans }) => spans.flatMap(({ picture }) => picture?.of ?? []));
  return [...new Set(found)];
}
