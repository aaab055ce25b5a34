// The line being typed, with its cursor and what it comes to.

import type { Span } from '../../text/line.ts';
import { fitSpans, span, spread } from '../../text/spans.ts';
import { displayWidth, graphemes, truncate } from '../../text/width.ts';
import { pageLinks } from '../state/page-links.ts';
import type { Find, Prompt, State } from '../state/state.ts';
import { Row } from './row.tsx';
import type { ScreenContext } from './screen-context.ts';

const LABELS: Readonly<Record<Prompt['kind'], string>> = {
  filter: 'Filter: ',
  find: 'Find: ',
  link: 'Link number: ',
  add: 'Add: ',
  headline: 'Headline: ',
};

/** What stands in a line that is empty. */
const PLACEHOLDERS: Partial<Record<Prompt['kind'], string>> = {
  add: 'a URL, or paste a page',
  headline: 'none was found: type one',
};

/** Which of the hits the reader is at. */
export function hitText({ hits, current }: Find): string {
  return hits.length === 0 ? 'no hit' : `hit ${current + 1} of ${hits.length}`;
}

/** What stands at the right of the line being typed. */
function asideText(state: State, prompt: Prompt): string {
  switch (prompt.kind) {
    case 'filter':
      return `${state.listed.length} of ${state.totals.articles}`;
    case 'find':
      return state.find === null ? '' : hitText(state.find);
    case 'link':
      return `1 to ${pageLinks(state.page?.lines ?? []).length}`;
    case 'add':
    case 'headline':
      return '';
    default:
      return prompt satisfies never;
  }
}

/** The end of a text that has no room: what is being typed stays on the screen. */
function tail(text: string, width: number): string {
  let room = width;
  let kept = '';
  for (const grapheme of graphemes(text).reverse()) {
    room -= displayWidth(grapheme);
    if (room < 0) break;
    kept = grapheme + kept;
  }
  return kept;
}

/** The part of the line there is room for, the cursor in it. */
function lineSpans(
  { text, cursor }: Prompt,
  room: number,
  { color }: ScreenContext,
): readonly Span[] {
  const before = tail(text.slice(0, cursor), room);
  const after = truncate(text.slice(cursor), room - displayWidth(before));
  const [under = '', ...rest] = graphemes(after);
  if (under === '' || !color) return [span(before), span('▏', 'key'), span(after)];
  return [span(before), span(under, 'selected'), span(rest.join(''))];
}

function placeholderSpans({ kind, text }: Prompt): readonly Span[] {
  return text === '' ? [span(PLACEHOLDERS[kind] ?? '', 'meta')] : [];
}

/** Columns of the line that a note beside it leaves. */
const LEAST_LINE = 8;

function promptSpans(
  state: State,
  prompt: Prompt,
  width: number,
  view: ScreenContext,
): readonly Span[] {
  const { note } = state;
  const label = LABELS[prompt.kind];
  const aside =
    note === null
      ? span(`${asideText(state, prompt)} `, 'status')
      : span(`${note.text} `, 'warning');
  const room = width - displayWidth(label) - 2;
  if (note === null) {
    const line = [...lineSpans(prompt, room, view), ...placeholderSpans(prompt)];
    return spread([span(` ${label}`, 'key'), ...line], [aside], width);
  }
  // What is wrong with the line is said at the cost of the line.
  const left = room - displayWidth(aside.text) - 2;
  if (left < LEAST_LINE) return fitSpans([span(' '), aside], width);
  return spread([span(` ${label}`, 'key'), ...lineSpans(prompt, left, view)], [aside], width);
}

export interface PromptLineProps {
  readonly state: State;
  readonly prompt: Prompt;
  readonly view: ScreenContext;
  readonly columns: number;
}

/** Draws the line being typed. */
export function PromptLine({ state, prompt, view, columns }: PromptLineProps) {
  return <Row spans={promptSpans(state, prompt, columns, view)} />;
}
