// Compares what an intake found in one page with the page's truth.
import { readMarkdown } from './read-markdown.mjs';
import { bag, f1, shared, words } from './words.mjs';

/** A caption counts as found with this share of its words, in a figure mostly of them. */
const CAPTION_RECALL = 0.9;
const CAPTION_PRECISION = 0.6;
/** A copy that holds less of the story cannot be scored: the page hides it without its scripts. */
const COPY_COVERAGE = 0.9;

const quotes = /[‘’‚‛“”„‟«»‹›「」『』`´"']/gu;
const dashes = /[‐‑‒–—―]/gu;

/** One line without the differences that typesetting makes. */
export function flat(text) {
  const plain = text.normalize('NFKC').replace(/[\u00ad\u200b-\u200f\ufeff]/gu, '');
  return plain.replace(quotes, "'").replace(dashes, '-').replace(/\s+/gu, ' ').trim();
}

const person = (name) => flat(name).toLowerCase().replace(/^the /u, '');
const people = (names) => [...new Set(names.map(person))].sort().join('\n');

/**
 * Scores one page; a measure that the page does not state is `null` and not counted.
 * @param {object} page its entry in labels.json
 * @param {object} truth the text of its blocks
 * @param {object} draft what the intake found
 * @param {string | null} pasted the copied text, where that was the source
 */
export function compare(page, truth, draft, pasted) {
  const { text, figures } = readMarkdown(draft.markdown);
  const body = bodyScore(truth, text);
  return {
    ...body,
    headline: headlineScore(page, draft, pasted),
    authors: authorsScore(page, draft, pasted),
    date: dateScore(page, draft, pasted),
    captions: captionScore(shownCaptions(truth, pasted), truth.credits, figures),
    summary: page.summary === null ? null : summaryScore(truth, draft),
    deck:
      truth.deck === null ? null : Number(f1(words(truth.deck), words(draft.deck ?? '')) >= 0.9),
    language: languageScore(page, draft),
  };
}

/** Whether a copy holds the story. */
export function holdsStory(truth, pasted) {
  const story = truth.body.flatMap(words);
  return shared(bag(story), bag(words(pasted))) / story.length >= COPY_COVERAGE;
}

/** Word F1; words of blocks that may stand there or not count neither for nor against. */
function bodyScore(truth, text) {
  const wanted = truth.body.flatMap(words);
  const free = [...truth.optional, ...truth.summary, truth.deck ?? ''].flatMap(words);
  const got = words(text);
  const [wantedBag, gotBag] = [bag(wanted), bag(got)];
  const matched = shared(wantedBag, gotBag);
  const excess = new Map(
    [...gotBag].map(([word, count]) => [word, Math.max(0, count - (wantedBag.get(word) ?? 0))]),
  );
  const counted = got.length - shared(excess, bag(free));
  const precision = counted === 0 ? 0 : matched / counted;
  const recall = matched / wanted.length;
  return { body: harmonic(precision, recall), precision, recall };
}

function harmonic(precision, recall) {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function headlineScore({ headline }, { title }, pasted) {
  const wanted = headline.map(flat);
  if (pasted !== null && !wanted.some((text) => flat(pasted).includes(text))) return null;
  return Number(wanted.includes(flat(title ?? '')));
}

/**
 * Any of the sets that a careful reader might give; of a copy only those whose names it shows.
 * Where an agency or the paper itself stands for the author, naming nobody does not count.
 */
function authorsScore({ authors }, draft, pasted) {
  const shown = pasted === null ? null : person(pasted);
  const isShown = (name) => shown === null || shown.includes(person(name));
  const wanted = authors.filter((set) => set.every(isShown)).map(people);
  const got = people(draft.authors);
  if (wanted.length === 0) return null;
  if (got === '' && wanted.length > 1 && wanted.includes('')) return null;
  return Number(wanted.includes(got));
}

function dateScore({ published, dateShown = true }, draft, pasted) {
  if (published.length === 0 || (pasted !== null && !dateShown)) return null;
  return Number(published.includes((draft.published ?? '').slice(0, 10)));
}

function languageScore({ language }, draft) {
  if (language.length === 0) return null;
  return Number(language.includes((draft.lang ?? '').split('-')[0].toLowerCase()));
}

function shownCaptions({ captions }, pasted) {
  if (pasted === null) return captions;
  const all = bag(words(pasted));
  return captions.filter((text) => shared(bag(words(text)), all) === words(text).length);
}

/** The share of the captions found; each figure serves one caption. */
function captionScore(captions, credits, figures) {
  if (captions.length === 0) return null;
  const left = figures.map(words);
  const credit = bag(credits.flatMap(words));
  const found = captions.filter((caption) => {
    const at = left.findIndex((figure) => isCaption(words(caption), figure, credit));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return found.length / captions.length;
}

/** Whether a figure's words are mostly a caption's. */
export function isCaption(caption, figure, credit) {
  const matched = shared(bag(caption), bag(figure));
  const foreign = figure.length - matched - shared(credit, bag(figure));
  return (
    matched >= CAPTION_RECALL * caption.length &&
    matched >= CAPTION_PRECISION * (matched + Math.max(0, foreign))
  );
}

/** Every point there and no other. */
function summaryScore({ summary }, draft) {
  if (summary.length === 0) return draft.summary.length === 0 ? null : 0;
  const same = (point, at) => f1(words(point), words(draft.summary[at] ?? '')) >= 0.9;
  return Number(summary.length === draft.summary.length && summary.every(same));
}
