// Scores what the intake makes of the invented pages, and prints the scores as a table.
import { compare } from '../../../bench/intake/compare.mjs';
import { readMarkdown } from '../../../bench/intake/read-markdown.mjs';
import { words } from '../../../bench/intake/words.mjs';
import type { Draft } from '../../../src/intake/draft.ts';
import type { Page, Truth } from './read-pages.ts';

export const MEASURES = [
  'body',
  'must stay',
  'must not stay',
  'headline',
  'authors',
  'date',
  'deck',
  'captions',
] as const;
export type Measure = (typeof MEASURES)[number];

/** From 0 to 1; `null` where the page has nothing to measure. */
export type Score = Readonly<Record<Measure, number | null>>;
export type Means = Readonly<Record<Measure, number>>;

/** @param pasted the copy that the draft was made of; `null` for the page itself */
export function scorePage({ truth }: Page, draft: Draft, pasted: string | null): Score {
  const labels = {
    headline: [truth.headline],
    authors: [truth.authors],
    published: [truth.published],
    language: [truth.language],
    dateShown: truth.dateShown,
  };
  const { body, headline, authors, date, deck, captions } = compare(labels, truth, draft, pasted);
  const { text, figures } = readMarkdown(draft.markdown);
  const told = wordsOf(text);
  const said = wordsOf([draft.title, draft.deck, ...draft.authors, text, ...figures].join('\n'));
  return {
    body,
    'must stay': share(truth.body, (block) => told.includes(wordsOf(block))),
    'must not stay': share(strangers(truth), (line) => !said.includes(wordsOf(line))),
    headline,
    authors,
    date,
    deck,
    captions,
  };
}

/** The strings that the story does not say too. */
function strangers({ strangers: all, headline, body }: Truth): readonly string[] {
  const story = wordsOf([headline, ...body].join('\n'));
  return all.filter((text) => wordsOf(text).trim() !== '' && !story.includes(wordsOf(text)));
}

function wordsOf(text: string): string {
  return ` ${words(text).join(' ')} `;
}

function share(texts: readonly string[], holds: (text: string) => boolean): number | null {
  return texts.length === 0 ? null : texts.filter(holds).length / texts.length;
}

export function meansOf(scores: readonly Score[]): Means {
  const mean = (measure: Measure): number => {
    const counted = scores.flatMap((score) => score[measure] ?? []);
    return counted.reduce((sum, value) => sum + value, 0) / counted.length;
  };
  return Object.fromEntries(MEASURES.map((measure) => [measure, mean(measure)])) as Means;
}

/** A row a measure, a column a kind of source. */
export function formatMeans(means: Readonly<Record<string, Means>>): string {
  const rows = MEASURES.map((measure) =>
    Object.values(means).map((of) => of[measure].toFixed(3)),
  ).map((cells, at) => [MEASURES[at] ?? '', ...cells]);
  return [['', ...Object.keys(means)], ...rows]
    .map(([name = '', ...cells]) => name.padEnd(14) + cells.map((c) => c.padStart(8)).join(''))
    .join('\n');
}
