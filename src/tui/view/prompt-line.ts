// The line being typed, with its cursor and its result.
import type { Span } from '../../text/line.ts';
import { fitSpans, span, spansWidth, spread } from '../../text/spans.ts';
import { displayWidth, graphemes, truncate, unitsAtEnd } from '../../text/width.ts';
import type { Find } from '../state/article-page.ts';
import { isAsking } from '../state/listing.ts';
import { pageLinks } from '../state/page-links.ts';
import { PROMPTS } from '../state/prompts.ts';
import type { Prompt, State } from '../state/state.ts';
import type { ScreenContext } from './pane.tsx';

/** The label of a prompt, with an example while nothing is typed. */
export function promptLabel({ kind, text }: Prompt): string {
  const { label, placeholder } = PROMPTS[kind];
  return `${label}${text === '' && placeholder !== undefined ? ` (${placeholder})` : ''}: `;
}

export function hitText({ hits, current }: Find): string {
  return hits.length === 0 ? 'no hit' : `hit ${current + 1} of ${hits.length}`;
}

/** The number of matching articles; empty while it is unknown for this line. */
function fitText(state: State): string {
  const { prompt, filter, listed, totals, scope } = state;
  if (filter.problem !== null) return 'no query';
  if (isAsking(state) || (prompt?.text !== '' && filter.text !== filter.wanted)) return '…';
  const isPart = scope.query === '' && listed.length <= totals.articles;
  return isPart ? `${listed.length} of ${totals.articles}` : String(listed.length);
}

const ASIDES: Partial<Record<Prompt['kind'], (state: State) => string>> = {
  filter: fitText,
  offer: ({ feedDraft }) => `1 to ${feedDraft?.offers.length ?? 0}`,
  folder: ({ feedDraft }) => feedDraft?.offers[0]?.title ?? '',
  terms: ({ feedDraft }) => feedDraft?.offers[0]?.title ?? '',
  find: ({ find }) => (find === null ? '' : hitText(find)),
  link: ({ page }) => `1 to ${pageLinks(page?.lines ?? []).length}`,
};

/** The part of the line around the cursor that fits. */
function lineSpans({ text, cursor }: Prompt, room: number, hasColor: boolean): readonly Span[] {
  const before = text.slice(cursor - unitsAtEnd(text.slice(0, cursor), room), cursor);
  const after = truncate(text.slice(cursor), room - displayWidth(before));
  const [under = '', ...rest] = graphemes(after);
  if (under === '' || !hasColor) return [span(before), span('▏', 'key'), span(after)];
  return [span(before), span(under, 'selected'), span(rest.join(''))];
}

/** The scope that is filtered, in a third of the line at most. */
function scopeLabel({ scope }: State, { kind }: Prompt, width: number): string {
  if (kind !== 'filter' || scope.query === '' || width < ROOM_FOR_SCOPE) return '';
  return `${truncate(scope.name, Math.floor(width / 3))} · `;
}

const ROOM_FOR_SCOPE = 40;

function labelText(state: State, prompt: Prompt, width: number): string {
  return ` ${scopeLabel(state, prompt, width)}${PROMPTS[prompt.kind].label}: `;
}

/** Columns of the label and of the text up to the cursor, on a screen of that width. */
export function typedWidth(state: State, prompt: Prompt, width: number): number {
  return (
    displayWidth(labelText(state, prompt, width)) +
    displayWidth(prompt.text.slice(0, prompt.cursor))
  );
}

/** Columns that a note beside the line leaves for it. */
const LEAST_LINE = 8;

export function promptSpans(
  state: State,
  prompt: Prompt,
  width: number,
  view: ScreenContext,
): readonly Span[] {
  const label = span(labelText(state, prompt, width), 'key');
  const room = width - spansWidth([label]) - 1;
  if (state.note === null) {
    const { placeholder = '' } = PROMPTS[prompt.kind];
    const typed = lineSpans(prompt, room, view.color);
    const line = [label, ...typed, span(prompt.text === '' ? placeholder : '', 'meta')];
    const aside = ASIDES[prompt.kind]?.(state) ?? '';
    return spread(line, [span(`${aside} `, 'status')], width);
  }
  // A warning takes its columns from the line.
  const note = span(`${state.note.text} `, 'warning');
  const left = room - spansWidth([note]) - 2;
  if (left < LEAST_LINE) return fitSpans([span(' '), note], width);
  return spread([label, ...lineSpans(prompt, left, view.color)], [note], width);
}
