// Which line below a headline is the deck, by decision trees trained on the copies of labelled pages.
import { opensWithPlace } from '../../../facts/names/dateline.ts';
import { createJudge } from '../../../label/decision-trees.ts';
import { bounded, type Features } from '../../../label/measures.ts';
import { isApart, type SeenLine } from '../lines/classify-lines.ts';
import type { LineLabels } from '../lines/line-labels.ts';
import { shareIn } from '../lines/repeats.ts';
import { isFact, LIGHTEST_DECK } from '../story/header-end.ts';
import { isSmallPage } from '../story/story-chances.ts';
import { isBelowHeadline, type PageSurvey } from '../story/survey-page.ts';
import model from './deck-model.json' with { type: 'json' };

/** From this chance on the likeliest line is a deck; in a small page it is never the first paragraph. */
const LIKELY = 0.35;
const LIKELY_IN_SMALL = 0.22;
const HEAVIEST_DECK = 600;
/** How far below the headline a deck may stand, in lines. */
const REACH = 60;
/** How far into the story. */
const INTO = 6;
/** How far apart places are told, in lines. */
const FAR = 40;

const judge = createJudge(model);

/** Labels the deck, if the page has one. */
export function readDeck(page: PageSurvey, labels: LineLabels): void {
  const { blocks, features } = deckPieces(page, labels);
  const small = isSmallPage(page.lines);
  const chances = blocks.map(({ shape, at }, place) => {
    const isFirst = shape === 'paragraph' && at >= page.headerEnd;
    return small && isFirst ? 0 : judge(features[place] ?? []);
  });
  const most = Math.max(...chances);
  const likely =
    most < (small ? LIKELY_IN_SMALL : LIKELY) ? undefined : blocks[chances.indexOf(most)];
  const deck = likely ?? blocks.find((line) => isSetAsDeck(line, page));
  if (deck !== undefined) labels.set(deck, { kind: 'deck' });
}

/**
 * What is a deck in any page, also in small ones, of which the judge knows little: a line between
 * headline and byline, or one that no blank line parts from the first paragraph that has one below it.
 */
function isSetAsDeck(line: SeenLine, page: PageSurvey): boolean {
  if (isBelowHeadline(line, page) && isFact(line.below)) return true;
  if (!page.isSetApart || line.shape === 'words' || line.at > page.story.start) return false;
  return !isApart(line) && line.below?.shape === 'paragraph' && isApart(line.below);
}

/** The lines that may be the deck, and what is plain of each. */
export function deckPieces({ headline, lines, ...page }: PageSurvey, labels: LineLabels) {
  if (headline === undefined) return { blocks: [], features: [] };
  const below = lines.slice(page.top + 1, Math.min(page.top + REACH, page.story.start + INTO));
  const blocks = below.filter((line) => !labels.has(line) && canBeDeck(line));
  const features = blocks.map((line, place): Features => {
    const kinds = below.filter(({ at }) => at < line.at).map((above) => labels.get(above)?.kind);
    return page.features.looksOf(line).concat(
      [page.top, page.story.start, page.headerEnd].map((at) => bounded((line.at - at) / FAR)),
      Number(page.isSetApart),
      shareIn(line.stems(), headline.stems()),
      shareIn(headline.stems(), line.stems()),
      place,
      kinds.filter((kind) => kind === 'fact').length,
      kinds.filter((kind) => kind === 'caption').length,
      below.filter((other) => labels.get(other)?.kind === 'fact').length,
    );
  });
  return { blocks, features };
}

function canBeDeck(line: SeenLine): boolean {
  const { text, weight, furniture, head, caption, block, doubled, bullet } = line;
  if ((furniture ?? head ?? caption ?? block) !== null || doubled || bullet) return false;
  return !opensWithPlace(text) && weight >= LIGHTEST_DECK && weight <= HEAVIEST_DECK;
}
