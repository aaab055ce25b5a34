// What stands in the last lines of a pane while a line is typed: why it is wrong, or what to choose from.
import { cleanLine } from '../../core/clean.ts';
import type { Line, Span } from '../../text/line.ts';
import { row, span } from '../../text/spans.ts';
import { wrapSpans } from '../../text/wrap.ts';
import type { State } from '../state/state.ts';
import type { Placed } from './pane.tsx';

/** In a pane of fewer rows no rule stands above them. */
const ROOM_FOR_RULE = 8;

/** The lines of a pane, the last ones of which give way to these texts. */
export function withLast(
  { strip: { width }, geometry: { bodyRows } }: Placed,
  lines: readonly Line[],
  texts: readonly Span[],
): readonly Line[] {
  const rule = bodyRows < ROOM_FOR_RULE ? [] : [row(span('─'.repeat(width), 'rule'))];
  const said = texts
    .filter(({ text }) => text !== '')
    .flatMap((text) => wrapSpans([text], Math.max(1, width - 2)))
    .map((spans) => row(span(' '), ...spans));
  const last = [...rule, ...said].slice(0, bodyRows);
  const kept = Array.from({ length: bodyRows - last.length }, (_, at) => lines[at] ?? row());
  return [...kept, ...last];
}

/** As many as one key can choose from. */
const MOST_OFFERS = 9;

/** The lines, and below them the feeds to choose from while one is to be chosen. */
export function withOffers(placed: Placed, lines: readonly Line[]): readonly Line[] {
  const texts = offerTexts(placed.state);
  return texts.length === 0
    ? lines
    : withLast(
        placed,
        lines,
        texts.map((text) => span(text)),
      );
}

/** The feeds to choose from while one is to be chosen, each with its key. */
export function offerTexts({ prompt, feedDraft }: State): readonly string[] {
  if (prompt?.kind !== 'offer' || feedDraft === null) return [];
  return feedDraft.offers.slice(0, MOST_OFFERS).map(({ url, title }, at) => {
    return cleanLine(`${at + 1}  ${title === null ? '' : `${title}  `}${url}`);
  });
}
