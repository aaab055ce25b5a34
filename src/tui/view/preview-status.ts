// What the status bar says while a page is being added and previewed, and the keys that answer.

import type { Span } from '../../text/line.ts';
import { fitSpans, span, spansWidth, spread } from '../../text/spans.ts';
import type { Adding, Preview, State } from '../state/state.ts';
import { positionText } from './article-pane.tsx';
import { hitText } from './prompt-line.ts';

/** From this many columns on there is room for whole words. */
const ROOMY = 32;

type Answer = readonly [key: string, words: string];

function answerSpans(answers: readonly Answer[]): readonly Span[] {
  const gap = span(' · ', 'status');
  const spans = answers.map(([key, words]) => [gap, span(key, 'key'), span(` ${words}`, 'status')]);
  return spans.flat().slice(1);
}

/** What is going on is cut where it has no room; how to answer is not. */
function withAnswer(text: string, answer: Answer, width: number): readonly Span[] {
  const right = [span(' '), ...answerSpans([answer]), span(' ')];
  return [...fitSpans([span(` ${text}`, 'status')], width - spansWidth(right)), ...right];
}

function previewStatus(state: State, preview: Preview, width: number): readonly Span[] {
  const isRoomy = width >= ROOMY;
  if (preview.isKeeping) {
    return withAnswer(isRoomy ? 'keeping its pictures' : 'keeping', ['Esc', 'stops'], width);
  }
  const { length } = preview.draft.taken.dropped;
  const answers = answerSpans([
    ['Enter', 'keep'],
    ['Esc', isRoomy ? 'discard' : 'no'],
  ]);
  const place = state.find === null ? positionText(state) : hitText(state.find);
  const leftOut = length === 0 || !isRoomy ? '' : ` · ${length} left out`;
  return spread(
    [span(' '), ...answers, span(leftOut, 'status')],
    [span(`${place} `, 'status')],
    width,
  );
}

/** How the page that is being added stands, on a screen of so many columns. */
export function addingSpans(state: State, adding: Adding, width: number): readonly Span[] {
  const isRoomy = width >= ROOMY;
  if (adding.step === 'reading') {
    const verb = state.address === '' ? 'reading' : 'fetching';
    if (!isRoomy) return withAnswer(verb, ['Esc', 'stops'], width);
    return withAnswer(`${verb} ${adding.source}`, ['Esc', 'stops it'], width);
  }
  if (adding.step === 'preview') return previewStatus(state, adding, width);
  const { title } = adding.draft.taken.article;
  if (!isRoomy) return withAnswer('page read', ['a', 'shows'], width);
  return withAnswer(title === '' ? 'the page is read' : `read: ${title}`, ['a', 'shows it'], width);
}
