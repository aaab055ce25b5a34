// The key that fetches, and how far a fetch is, in words.

import { formatCount } from '../../core/count.ts';
import type { Span } from '../../text/line.ts';
import { fitSpans, span, spansWidth } from '../../text/spans.ts';
import type { Fetch } from '../state/fetch-progress.ts';
import type { Note } from '../state/note.ts';
import type { State } from '../state/state.ts';
import type { Step } from '../state/step.ts';

/** What of the status line stays beside the progress; with less room the progress has it all. */
const LEAST_BESIDE = 24;

const START = { type: 'fetching', done: 0, of: 0, added: 0, isWaiting: false } as const;

function say(text: string, tone: Note['tone']): Step {
  return { action: { type: 'note', note: { text, tone } } };
}

/** Begins to fetch, or says why not. */
export function startFetch({ canAdd, fetch }: State): Step {
  if (!canAdd) return say('this library is read-only: nothing can be fetched into it', 'warning');
  if (fetch?.step === 'running') return say(`already ${fetchText(fetch)}`, 'note');
  return { action: START, effect: { type: 'fetch' } };
}

/** `fetching 3 of 12 feeds…` */
function fetchText({ done, of, added, isWaiting }: Extract<Fetch, { step: 'running' }>): string {
  if (isWaiting) return 'waiting for another fetch…';
  if (of === 0) return 'fetching…';
  const news = added === 0 ? '' : ` ${added} new`;
  return `fetching ${done} of ${formatCount(of, 'feed')}…${news}`;
}

/** The status line with how far a fetch is at its right. */
export function withFetch(
  spans: readonly Span[],
  { fetch }: State,
  columns: number,
): readonly Span[] {
  if (fetch?.step !== 'running') return spans;
  const progress = [span(fetchText(fetch), 'key'), span(' ')];
  const left = columns - spansWidth(progress) - 2;
  if (left < LEAST_BESIDE) return fitSpans([span(' '), ...progress], columns);
  return [...fitSpans(spans, left), span('  '), ...progress];
}
