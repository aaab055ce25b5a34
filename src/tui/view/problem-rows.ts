// Says over the end of the list why a filter is none, and the way out.

import type { Line } from '../../text/line.ts';
import { row, span } from '../../text/spans.ts';
import { wrapSpans } from '../../text/wrap.ts';
import type { FilterProblem } from '../state/filter.ts';
import type { Geometry } from '../state/geometry.ts';
import type { State } from '../state/state.ts';

/** A screen of fewer rows has none for a rule. */
const ROOM_FOR_RULE = 8;

function problemRows(
  { message, wayOut }: FilterProblem,
  width: number,
  hasRule: boolean,
): readonly Line[] {
  const texts = [span(message, 'warning'), span(wayOut)].filter(({ text }) => text !== '');
  const rows = texts.flatMap((text) => wrapSpans([text], Math.max(1, width - 2)));
  const rule = hasRule ? [row(span('─'.repeat(width), 'rule'))] : [];
  return [...rule, ...rows.map((spans) => row(span(' '), ...spans))];
}

/** The list's rows; while a bad filter is being typed the last ones give way to the reason. */
export function withFilterProblem(
  rows: readonly Line[],
  { prompt, filter }: State,
  width: number,
  { bodyRows }: Geometry,
): readonly Line[] {
  if (prompt?.kind !== 'filter' || filter.problem === null) return rows;
  const hasRule = bodyRows >= ROOM_FOR_RULE;
  const problem = problemRows(filter.problem, width, hasRule).slice(0, bodyRows);
  const kept = Array.from({ length: bodyRows - problem.length }, (_, at) => rows[at] ?? row());
  return [...kept, ...problem];
}
