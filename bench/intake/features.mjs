// Writes what is plain of each block of labelled pages, or of each line of their copies, for train.py to
// learn which are the story, a JSON object a line; of each line that may be a copy's deck, with
// `--kind deck`:
// `node bench/intake/features.mjs --pages DIR [--kind first|second|pasted|deck] [--labels development]
// [--models DIR] >>BLOCKS`
//
// Blocks are judged twice. What is plain of them at first sight, `--kind first`, teaches first-model.json;
// what is plain at the second, `--kind second`, depends on it. There `--models` gives each page the one that
// its part did not teach, as other pages will find it: score.mjs tells what DIR holds.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { holdsStory, isCaption } from './compare.mjs';
import { loadIntake } from './load-intake.mjs';
import { modelsWithout } from './models.mjs';
import { readLabels } from './read-labels.mjs';
import { bag, f1, words } from './words.mjs';

/** Words that make a part of a block one that is known again. */
const FEWEST = 3;
/** Of a deck's words and a line's, that are shared. */
const DECK = 0.9;
/** Of a block's words: what is more is the story, what is less is none. */
const MOSTLY = 0.7;
const HARDLY = 0.2;
/** Words that a figure counts as, at the least. */
const FIGURE = 9;
/** Blocks of a short story. */
const SHORT = 5;
/** Lines above a story that are copied with it. */
const ABOVE = 6;

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    kind: { type: 'string', default: 'second' },
    labels: { type: 'string', default: 'labels' },
    models: { type: 'string' },
  },
});
const isCopy = values.kind === 'pasted' || values.kind === 'deck';
const intake = await loadIntake();
const intakes = new Map();
for (const page of readLabels(values.labels).pages) {
  const truth = join(values.pages, 'truth', `${page.name}.json`);
  if (existsSync(truth)) await writeBlocks(page, JSON.parse(readFileSync(truth, 'utf8')));
}

async function writeBlocks(page, truth) {
  const isStory = Object.assign(storyTest(truth, isCopy ? [] : page.headline), {
    ofFigure: figureTest(truth),
  });
  if (!isCopy) return writePage(page, await lookerOf(page), isStory);
  const pasted = readFileSync(join(values.pages, 'pasted', `${page.name}.txt`), 'utf8');
  if (holdsStory(truth, pasted)) writeLines(page, truth, pasted, isStory);
}

/** Writes the blocks of a page, and those of one whose story is short: most labelled ones are long. */
function writePage(page, look, isStory) {
  const whole = look();
  write(page, page.name, whole, isStory);
  let paragraphs = 0;
  const short = whole.blocks.filter(({ text, figure }) => {
    const said = words(text);
    const isLong = figure === null && said.length > 0 && isStory(said) === 1;
    return !isLong || paragraphs++ < SHORT;
  });
  write(page, `${page.name} in part`, look(short), isStory);
}

/** Writes the lines of a copy, and those of one in part: some copy the story only, and what is set above. */
function writeLines(page, truth, pasted, isStory) {
  const isDeck = values.kind === 'deck';
  const isOne = isDeck ? deckTest(truth) : isStory;
  const piecesOf = isDeck ? deckPieces : linePieces;
  const lines = linesOf(page, pasted);
  write(page, page.name, piecesOf(lines), isOne);
  const isOfStory = ({ text }) => isStory(words(text)) === 1;
  const from = Math.max(0, lines.findIndex(isOfStory) - ABOVE);
  const part = lines.slice(from, lines.findLastIndex(isOfStory) + 1).map(copied);
  write(page, `${page.name} in part`, piecesOf(linesOf(page, part.join('\n'))), isOne);
}

/** A line as it was copied. */
function copied({ gap, bullet, text }) {
  return (gap ? '\n' : '') + (bullet ? '• ' : '') + text;
}

function write({ collection, part }, page, { blocks, features }, isStory) {
  const stories = blocks.map(({ text, figure }) =>
    figure || words(text).length === 0 ? null : isStory(words(text)),
  );
  for (const [at, { text, figure }] of blocks.entries()) {
    const said = words(text).length;
    if (said === 0 && !figure) continue;
    const rounded = features[at].map((value) => Number(value.toFixed(4)));
    const story = figure ? isStory.ofFigure(figure, stories, at) : stories[at];
    const count = figure ? Math.max(FIGURE, said) : said;
    const known = { page, collection, part, words: count, story };
    console.log(JSON.stringify({ ...known, features: rounded }));
  }
}

/** What tells the blocks of a page, or some of them, with what is plain of each. */
async function lookerOf({ name, url, part }) {
  const bytes = readFileSync(join(values.pages, 'html', `${name}.html`));
  const { surveyPage, firstBlocks, storyBlocks } = await intakeFor(part);
  const survey = surveyPage(intake.decodeText(bytes), { url });
  const look = values.kind === 'first' ? firstBlocks : storyBlocks;
  return (blocks) => look(survey, blocks);
}

/** The intake with the models that a part did not teach. */
async function intakeFor(part) {
  if (values.models === undefined) return intake;
  const models = modelsWithout(values.models, part, values.kind);
  if (!intakes.has(part)) intakes.set(part, await loadIntake(models));
  return intakes.get(part);
}

function linePieces(lines) {
  return { blocks: lines, features: lines.map(intake.lineFeatures(lines).featuresOf) };
}

function deckPieces(lines) {
  const { page, labels } = intake.readAroundDeck(lines, []);
  return intake.deckPieces(page, labels);
}

/** 1 for a copy's deck, 0 for another line, null for one that stands apart from the body, too. */
function deckTest({ deck, summary }) {
  const isOf = (text, said) => f1(words(text), said) >= DECK;
  return (said) => {
    if (summary.some((point) => isOf(point, said))) return null;
    return Number(deck !== null && isOf(deck, said));
  };
}

function linesOf({ fetched }, pasted) {
  const now = fetched === null ? undefined : new Date(`${fetched}Z`);
  return intake.readPasted(pasted, { now }).lines;
}

/** 1 for a block of the story, 0 for another, null for one that may stand in it or not. */
function storyTest(truth, headline) {
  const body = truth.body.map(joined);
  const free = [truth.optional, truth.summary, truth.deck ?? [], truth.captions, truth.credits];
  const others = [...free.flat(), ...headline].map(joined);
  const all = body.join('|');
  return (said) => {
    const text = ` ${said.join(' ')} `;
    if (body.includes(text) || (said.length > FEWEST && all.includes(text))) return 1;
    if (others.some((one) => one === text || (said.length >= FEWEST && one.includes(text)))) {
      return null;
    }
    const parts = body.filter((one) => count(one) >= FEWEST && text.includes(one));
    const share = parts.reduce((sum, one) => sum + count(one), 0) / said.length;
    if (share >= MOSTLY) return 1;
    return share > HARDLY ? null : 0;
  };
}

/** The same for a figure: by its caption, else by the blocks beside it where they agree. */
function figureTest({ captions, credits, optional }) {
  const credit = bag(credits.flatMap(words));
  const free = joined([...optional, ...credits].join(' '));
  return ({ caption, alt }, stories, at) => {
    const said = words(caption || alt);
    if (captions.some((one) => isCaption(words(one), said, credit))) return 1;
    if (caption !== '') return free.includes(joined(caption)) ? null : 0;
    const before = stories.slice(0, at).findLast((story) => story !== null);
    const after = stories.slice(at).find((story) => story !== null);
    return before === after ? (before ?? null) : null;
  };
}

function joined(text) {
  return ` ${words(text).join(' ')} `;
}

function count(text) {
  return text.trim().split(' ').length;
}
