// Pasted page text to an article: the passes in their order.

import { type Correction, createCorrector, TAKEN_OUT } from '../../corrections.ts';
import type { Intake, KnownOfPage } from '../../draft.ts';
import { guessLanguage } from '../../facts/language.ts';
import { assembleDraft } from './assemble-draft.ts';
import { readCaptions } from './captions/pasted-captions.ts';
import { readDeck } from './header/deck-line.ts';
import { gatherFacts } from './header/gather-facts.ts';
import { readHeader } from './header/header-lines.ts';
import { classifyLines, type Lines } from './lines/classify-lines.ts';
import { LineLabels } from './lines/line-labels.ts';
import { normalisePaste, readLines } from './lines/pasted-line.ts';
import { unwrapLines } from './lines/unwrap-lines.ts';
import { dropSurroundings, readBody } from './story/story-lines.ts';
import { surveyLines } from './story/survey-page.ts';

/**
 * Reads what select-all and copy in a browser give, hard-wrapped or whole, a page or a part of one.
 * Never throws; a title of `null` says that no headline was found. What is dropped is furniture,
 * known or judged so, a repeat, or outside headline and story.
 */
export function parsePasted(text: string, known: KnownOfPage = {}): Intake {
  const { lines, language } = readPasted(text, known);
  const { page, labels, corrected } = readAroundDeck(lines, known.corrections ?? []);
  readDeck(page, labels);
  readBody(page, labels);
  dropSurroundings(page, labels);
  const draft = assembleDraft(lines, labels, gatherFacts(page));
  return {
    draft: { ...draft, url: known.url ?? null, lang: language },
    dropped: lines.flatMap((line) => {
      const label = labels.get(line);
      return label?.kind === 'dropped' ? { text: line.text, why: label.why } : [];
    }),
    images: [],
    corrected,
  };
}

/** The lines of a paste, each read by itself, and the language it is in. */
export function readPasted(text: string, { now }: KnownOfPage) {
  const clean = normalisePaste(text);
  const language = guessLanguage(clean);
  const found = unwrapLines(readLines(clean));
  return { lines: classifyLines(found, { now, language: language ?? undefined }), language };
}

/** What a page's deck is known by: the parts that are labelled before it. */
export function readAroundDeck(lines: Lines, corrections: readonly Correction[]) {
  const page = surveyLines(lines);
  const labels = new LineLabels();
  const corrected = obeyCorrections(lines, labels, corrections);
  readCaptions(page, labels);
  readHeader(page, labels);
  return { page, labels, corrected };
}

/** The lines that the user put right get their labels before all others. @returns what met one */
function obeyCorrections(
  lines: Lines,
  labels: LineLabels,
  corrections: readonly Correction[],
): readonly Correction[] {
  const corrector = createCorrector(corrections);
  const met = lines.flatMap((line) => {
    const correction = corrector(line.text, '');
    if (correction?.take === 'in') labels.set(line, { kind: 'paragraph' });
    else if (correction?.take === 'out') labels.drop(line, TAKEN_OUT);
    return correction ?? [];
  });
  return [...new Set(met)];
}
