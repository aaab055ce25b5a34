// The line being typed, with its cursor and what it comes to.

import type { Span } from '../text/line.ts';
import { displayWidth, graphemes, truncate } from '../text/width.ts';
import { pageLinks } from './page-links.ts';
import { span, spread } from './spans.ts';
import type { Find, Prompt, State } from './state.ts';
import type { View } from './view.ts';

const LABELS: Readonly<Record<Prompt['kind'], string>> = {
  filter: 'Filter: ',
  find: 'Find: ',
  link: 'Link number: ',
};

/** Which of the hits the reader is at. */
export function hitText({ hits, current }: Find): string {
  return hits.length === 0 ? 'no hit' : `hit ${current + 1} of ${hits.length}`;
}

/** What stands at the right of the line being typed. */
function asideText(state: State, prompt: Prompt): string {
  switch (prompt.kind) {
    case 'filter':
      return `${state.listed.length} of ${state.articles.length}`;
    case 'find':
      return state.find === null ? '' : hitText(state.find);
    case 'link':
      return `1 to ${pageLinks(state.page?.lines ?? []).length}`;
    default:
      return prompt satisfies never;
  }
}

/** The end of a text that has no room: what is being typed stays in sight. */
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
function lineSpans({ text, cursor }: Prompt, room: number, { color }: View): readonly Span[] {
  const before = tail(text.slice(0, cursor), room);
  const after = truncate(text.slice(cursor), room - displayWidth(before));
  const [under = '', ...rest] = graphemes(after);
  if (under === '' || !color) return [span(before), span('▏', 'key'), span(after)];
  return [span(before), span(under, 'selected'), span(rest.join(''))];
}

/** The row of a prompt. */
export function promptSpans(
  state: State,
  prompt: Prompt,
  width: number,
  view: View,
): readonly Span[] {
  const label = LABELS[prompt.kind];
  const line = lineSpans(prompt, width - displayWidth(label) - 2, view);
  const aside =
    state.note === null
      ? span(`${asideText(state, prompt)} `, 'status')
      : span(`${state.note.text} `, 'warning');
  return spread([span(` ${label}`, 'key'), ...line], [aside], width);
}
