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
  return answers.flatMap(([key, words], index) => [
    ...(index === 0 ? [] : [span(' · ', 'status')]),
    span(key, 'key'),
    span(` ${words}`, 'status'),
  ]);
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
  switch (adding.step) {
    case 'reading': {
      const verb = state.address === '' ? 'reading' : 'fetching';
      return isRoomy
        ? withAnswer(`${verb} ${adding.source}`, ['Esc', 'stops it'], width)
        : withAnswer(verb, ['Esc', 'stops'], width);
    }
    case 'ready': {
      const title = adding.draft.taken.article.title;
      if (!isRoomy) return withAnswer('page read', ['a', 'shows'], width);
      const text = title === '' ? 'the page is read' : `read: ${title}`;
      return withAnswer(text, ['a', 'shows it'], width);
    }
    case 'preview':
      return previewStatus(state, adding, width);
    default:
      return adding satisfies never;
  }
}
