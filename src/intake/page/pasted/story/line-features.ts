// What is plain to see of each line of a paste: how it reads, what it says, what stands around it.
import { groupBy } from '../../../../core/group-by.ts';
import { isCreditAlone } from '../../../facts/credits.ts';
import { type Furniture, LISTS } from '../../../facts/find-furniture.ts';
import { bounded, type Features, log, sharesOf, sumsOf } from '../../../label/measures.ts';
import {
  isApart,
  isDated,
  isProse,
  isSigned,
  type Lines,
  type SeenLine,
} from '../lines/classify-lines.ts';
import { endsSentence } from '../lines/pasted-line.ts';
import { areNearlySame, isBeginning, shareIn, stemsOfAll } from '../lines/repeats.ts';
import { NUMBERED } from './list-parts.ts';

/** Furniture that stands inside stories, too. */
const INSIDE: readonly Furniture[] = ['advertisement', 'share', 'player', 'related', 'newsletter'];

/** Lines within which paragraphs, dates and names count, and within which a heading does. */
const FAR = 30;
const UNDER = 60;
/** Heavier lines are not compared, and what is read of a long one and of a page, in UTF-16 units. */
const HEAVY = 300;
const READ = 1000;
const READ_OF_PAGE = 20_000;
/** Paragraphs below a line whose words its lead has. */
const LEAD = 3;
/** The line itself, and the neighbours of which everything is told that is told of it. */
const NEAR = [0, -2, -1, 1, 2];

/** What tells the features of a page's lines. */
export type LineFeatures = ReturnType<typeof lineFeatures>;

/** Tells the features of each line of a page, in the order in which their models know them. */
export function lineFeatures(lines: Lines) {
  const page = survey(lines);
  const kinds = lines.map(kindOf);
  const none = (kinds[0] ?? []).map(() => -1);
  const shapesOf = (line: SeenLine): Features => {
    const [own = none, ...beside] = NEAR.map((step) => kinds[line.at + step] ?? none);
    // Much faster than spreading all of it into one array.
    return own.concat(...beside, shapeOf(line), copiesOf(line, page));
  };
  return {
    /** How a line looks and where in the page it stands. */
    featuresOf: (line: SeenLine): Features =>
      shapesOf(line).concat(placeOf(line, page), wordsOf(line, page)),
    /** How it looks, which is the same in a page of any size. */
    looksOf: (line: SeenLine): Features => shapesOf(line).concat(wordsOf(line, page)),
    /** How much of it the paragraphs right below it say. */
    leadOf: (line: SeenLine): number => leadOf(line, page),
    /** How often the page has it. */
    timesOf: (line: SeenLine): number => timesOf(line, page),
  };
}

/** What kind of line it is. */
function kindOf(line: SeenLine): Features {
  const { text, weight, shape, furniture, head } = line;
  const isInside = furniture !== null && INSIDE.includes(furniture);
  return [
    log(weight),
    // The judge knows no blocks: beside other lines they are as paragraphs are.
    shape === 'block' ? 2 : ['words', 'sentence', 'paragraph'].indexOf(shape),
    Number(line.gap),
    furniture === null ? 0 : isInside ? 1 : furniture === 'footer' ? 3 : 2,
    head === null ? 0 : 1 + LISTS.indexOf(head),
    line.dates.length + Number(line.isRelative),
    line.caption !== null ? 1 : 2 * Number(isCreditAlone(text)),
    NUMBERED.test(text) ? 2 : Number(/^[\d½¼¾⅓⅔]/.test(text)),
  ];
}

function shapeOf(line: SeenLine): Features {
  const text = line.text.slice(0, READ);
  return [
    Number(endsSentence(line.text)),
    Number(/[:：]$/u.test(line.text)),
    ...sharesOf(text),
    Number(/[|»›→•]/.test(text)),
    Number(/\b(?:19|20)\d\d\b/.test(text)),
    Number(/^\p{Ll}/u.test(text)),
    Number(/^["“„«–—-]/u.test(text)),
  ];
}

type Page = ReturnType<typeof survey>;

function survey(lines: Lines) {
  const prose = lines.filter(isProse);
  const heavy = prose.map(({ weight }) => weight).sort((a, b) => a - b);
  return {
    lines,
    prose,
    times: groupBy(lines, ({ key }) => key),
    likes: lines.map((line) => likeness(line, line.below)),
    proseOf: sumsOf(lines, (line) => Number(isProse(line))),
    weights: sumsOf(lines, (line) => (isProse(line) ? line.weight : 0)),
    dated: sumsOf(lines, (line) => Number(isDated(line))),
    typical: heavy[Math.floor(heavy.length / 2)] ?? 100,
    said: stemsOfAll(prose, READ_OF_PAGE),
    apart: prose.filter(isApart).length / Math.max(1, prose.length),
    near: [isProse, isDated, isSigned].map((is) => distances(lines, is)),
    gaps: distances(lines, ({ gap }) => gap, lines.length),
    heads: distances(lines, ({ head }) => head !== null, UNDER),
  };
}

/** How far each line is from the last before it of a kind, and from the next. */
function distances(lines: Lines, is: (line: SeenLine) => boolean, far = FAR) {
  return { before: since(lines, is, far), after: since(lines.toReversed(), is, far).reverse() };
}

function since(lines: Lines, is: (line: SeenLine) => boolean, far: number) {
  let next = far;
  return lines.map((line) => {
    const distance = next;
    next = is(line) ? 1 : Math.min(far, next + 1);
    return distance;
  });
}

/** How a line and others near it say the same, and how often the page says it. */
function copiesOf(line: SeenLine, page: Page): Features {
  const above = page.likes[line.at - 1] ?? 0;
  // What the line above begins, or is begun by, is begun by it, or begins it.
  const told = above === 2 || above === 3 ? 5 - above : above;
  return [told, page.likes[line.at] ?? 0, timesOf(line, page)];
}

function timesOf({ key }: SeenLine, { times }: Page): number {
  return times.get(key)?.length ?? 1;
}

/** 4 the whole, 3 the line begins the other, 2 the other begins the line, 1 nearly the same. */
function likeness({ key, stems }: SeenLine, other: SeenLine | undefined): number {
  if (other === undefined || key === '' || other.key === '') return 0;
  if (key === other.key) return 4;
  if (isBeginning(key, other.key)) return 3;
  return isBeginning(other.key, key) ? 2 : Number(areNearlySame(stems(), other.stems()));
}

function placeOf(line: SeenLine, page: Page): Features {
  const { at } = line;
  const { lines, gaps, near, heads, weights } = page;
  const under = heads.before[at] ?? UNDER;
  const head = lines[at - under]?.head ?? null;
  return [
    Math.log((1 + line.weight) / (1 + page.typical)),
    at / lines.length,
    log(lines.length),
    bounded((at - (page.prose[0]?.at ?? 0)) / 50),
    weights(0, at) / Math.max(1, weights(0, lines.length)),
    log(weights(at - 3, at)),
    log(weights(at + 1, at + 4)),
    log(weights(at - 10, at)),
    log(weights(at + 1, at + 11)),
    page.dated(at - 15, at + 16),
    ...near.flatMap(({ before, after }) => [before[at] ?? FAR, after[at] ?? FAR]),
    under,
    head === null ? 0 : 1 + LISTS.indexOf(head),
    Number(isApart(line)),
    page.apart,
    line.gap ? 0 : (gaps.before[at] ?? at),
    Math.min(FAR, lines.length - at, gaps.after[at] ?? FAR),
  ];
}

/** How much of a line the page's paragraphs say, and those right below it. */
function wordsOf(line: SeenLine, page: Page): Features {
  if (line.weight > HEAVY) return [-1, -1];
  return [shareIn(line.stems(), page.said), leadOf(line, page)];
}

function leadOf({ at, stems }: SeenLine, { proseOf, prose }: Page): number {
  const first = proseOf(0, at + 1);
  const lead = prose.slice(first, first + LEAD);
  return shareIn(stems(), ...lead.map((line) => line.stems()));
}
