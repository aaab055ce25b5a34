// The last lines of a pane while a line is typed: why that is wrong, or what to choose from.
import { cleanLine } from '../../core/clean.ts';
import type { Line, Span } from '../../text/line.ts';
import { row, span } from '../../text/spans.ts';
import { wrapSpans } from '../../text/wrap.ts';
import type { State } from '../state/state.ts';
import type { Placed } from './pane.tsx';

/** Least rows of a pane for a rule above them. */
const ROOM_FOR_RULE = 8;

/** The lines of a pane, the last ones replaced by these texts. */
export function withFooter(
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

/** A key from 1 to 9 chooses one. */
const MOST_OFFERS = 9;

/** With a footer of the feeds to choose from, while one is to be chosen. */
export function withOffers(placed: Placed, lines: readonly Line[]): readonly Line[] {
  const texts = offerTexts(placed.state);
  return texts.length === 0
    ? lines
    : withFooter(
        placed,
        lines,
        texts.map((text) => span(text)),
      );
}

/** Each feed to choose from, after its key. */
export function offerTexts({ prompt, feedDraft }: State): readonly string[] {
  if (prompt?.kind !== 'offer' || feedDraft === null) return [];
  return feedDraft.offers.slice(0, MOST_OFFERS).map(({ url, title }, at) => {
    return cleanLine(`${at + 1}  ${title === null ? '' : `${title}  `}${url}`);
  });
}
