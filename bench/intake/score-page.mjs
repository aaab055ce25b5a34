// Reads one labelled page, or its copy, and scores what an intake finds in it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare, holdsStory } from './compare.mjs';
import { pictureScore, readPictures } from './pictures.mjs';

/** Of a page that the intake throws at. */
const NOTHING = {
  ...{ title: null, authors: [], published: null, summary: [], deck: null, lang: null },
  markdown: '',
};

/**
 * @param {string} folder that prepare.mjs made
 * @param {object} page its entry in the labels
 * @param {string} kind `html` or `pasted`
 * @returns {object | null} null where the copy does not hold the story
 */
export function readSource(folder, page, kind) {
  const truth = JSON.parse(readFileSync(join(folder, 'truth', `${page.name}.json`), 'utf8'));
  if (kind === 'html') {
    const bytes = readFileSync(join(folder, 'html', `${page.name}.html`));
    return { page, truth, bytes, pasted: null };
  }
  const pasted = readFileSync(join(folder, 'pasted', `${page.name}.txt`), 'utf8');
  return holdsStory(truth, pasted) ? { page, truth, bytes: null, pasted } : null;
}

/** What the intake finds in a source, and its score; `error` where it throws. */
export function scoreSource(intake, { page, truth, bytes, pasted }) {
  const english = page.language.includes('en');
  const group = pasted === null ? 'html' : english ? 'pasted, English' : 'pasted, other';
  // When the page was fetched, where the collection tells.
  const now = page.fetched === null ? {} : { now: new Date(`${page.fetched}Z`) };
  const html = pasted === null ? intake.decodeText(bytes) : null;
  const { draft, images, error } = attempt(() => {
    if (pasted !== null) return intake.parsePasted(pasted, now);
    return intake.parseHtml(html, { url: page.url, ...now });
  });
  const known = html === null ? null : readPictures(html, page);
  const pictures = known === null ? null : pictureScore(known, images);
  const scores = { ...compare(page, truth, draft, pasted), pictures };
  const clean = Number(isClean(scores, truth, draft));
  return { ...scores, clean, page, truth, draft, error, group };
}

/** Of the body's words: what is missed beside is a line at most. */
const WHOLE = 0.995;
const MEASURES = ['headline', 'authors', 'date', 'captions', 'summary', 'deck', 'pictures'];

/** Whether nothing that the labels know is wrong but the language; a deck where there is none is. */
function isClean(scores, truth, draft) {
  const isRight = MEASURES.every((name) => scores[name] === null || scores[name] === 1);
  const hasFalseDeck = truth.deck === null && draft.deck !== null;
  return isRight && !hasFalseDeck && scores.body >= WHOLE;
}

function attempt(parse) {
  try {
    const read = parse();
    // Where a function of the reader is left out.
    if (typeof read?.draft?.markdown !== 'string') throw new Error('no text');
    return { ...read, error: null };
  } catch (error) {
    return { draft: NOTHING, images: [], error };
  }
}
