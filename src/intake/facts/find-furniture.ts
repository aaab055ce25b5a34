// Lines that are no part of a story, and headings of lists and summaries, told by what they say.
import { anyCaseOf, casedPattern, pattern } from '../words/pattern.ts';
import { lineKinds, lineTest, phrasesOf } from '../words/phrases.ts';

/** Marks, bullets and arrows at either end, as in a class of a pattern. */
const MARKS = '\\s•·・|>»›→▶►■□◆◇●○▼▽★☆※\\-–—:*+';
const ENDS = `${MARKS}.…!\\])】》〕<`;
const AT_START = new RegExp(`^[${MARKS}[(【《〔<]+`, 'u');
// Tried once a run of marks, and not at each of them.
const AT_END = new RegExp(`(?<![${ENDS}])[${ENDS}]+$`, 'u');

/** Lower case, a Turkish İ too, straight apostrophes, the marks and arrows at both ends away. */
export function foldLine(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('i̇', 'i')
    .replace(AT_START, '')
    .replace(AT_END, '');
}

const FURNITURE = [
  'trust',
  'advertisement',
  'share',
  'comments',
  'player',
  'newsletter',
  'cookies',
  'account',
  'footer',
  'related',
  'navigation',
] as const;
/** What lists beside a story hold. */
export const LISTS = ['related list', 'comments list', 'about list', 'footer list'] as const;

/** What a piece of a page is when it is no part of the story. */
export type Furniture = (typeof FURNITURE)[number];
/** What stands below the heading of a list. */
export type ListKind = (typeof LISTS)[number];

const FURNITURE_LINES = lineKinds(FURNITURE, foldLine);
const LIST_HEADS = lineKinds(LISTS, foldLine);

/** Longest line that is tried on the patterns, in UTF-16 units. */
const LONGEST = 400;
const LONGEST_HEAD = 70;
const MOST_WORDS = 12;
const LONGEST_WORD = 80;
const BETWEEN_WORDS = /[\s|,·•/>›»]+/u;

/** A line that points to another story, with a mark behind the pointer or without. */
const POINTER = pattern`^(?:[>→►▶•»*[(【]\s*)?${'pointer'}\s*(?:[:：|»→>】\]]|[-–—]\s).+`;
const SURE_POINTER = casedPattern`
  ^${anyCaseOf('sure pointer')}\s+["“«„]?[\p{Lu}\d\p{Lo}]`;
/** A paragraph that calls readers to something, or says who has the rights. */
const CALL = pattern`^[^\p{L}\p{N}]*${['call block', 'rights block']}`;
const CALL_INSIDE = pattern`(?<!\p{L})${'call inside'}`;
/** Names of places to share at, in a row or glued. */
const SHARE_ROW = pattern`^(?:${['network', 'sharing', 'keeping']}[\s,|•·!]*){3,}$`;

/** Words that are each a known line, such as `Facebook Twitter LinkedIn`, in one line. */
function isRowOfWords(folded: string): boolean {
  const known = FURNITURE_LINES.known();
  const first = folded.slice(0, LONGEST_WORD).split(BETWEEN_WORDS, 1)[0];
  if (!known.has(first ?? '')) return false;
  const words = folded.split(BETWEEN_WORDS);
  return words.length > 1 && words.length <= MOST_WORDS && words.every((word) => known.has(word));
}

/** What furniture a line is, `null` where it is none that is known. */
export function findFurniture(text: string, folded = foldLine(text)): Furniture | null {
  const known = FURNITURE_LINES.known().get(folded);
  if (known !== undefined) return known;
  if (isRowOfWords(folded)) return 'navigation';
  if (text.length > LONGEST) return null;
  if (SHARE_ROW().test(text)) return 'share';
  if (POINTER().test(text) || SURE_POINTER().test(text)) return 'related';
  return FURNITURE_LINES.kindOf(text);
}

/** What a heading's list holds, `null` for another line. `folded` is as `foldLine` has it. */
export function listHeadKind(folded: string): ListKind | null {
  if (folded.length > LONGEST_HEAD) return null;
  return LIST_HEADS.known().get(folded) ?? LIST_HEADS.kindOf(folded);
}

/** Whether a paper speaks to its readers in a paragraph, or of its rights. */
export function isCall(text: string): boolean {
  return text.length <= LONGEST && (CALL().test(text) || CALL_INSIDE().test(text));
}

const PICTURE_NAME = /^(?:\S.{0,100}\.(?:jpe?g|png|gif|webp)|\w+(?:[-_]\w+){3,})$/i;

/** Whether a line is the name of a file, such as `old-pier.jpg`. */
export function isPictureName(text: string): boolean {
  return PICTURE_NAME.test(text);
}

const isTitle = lineTest(() => phrasesOf('summary title'));

/** Whether a line is the title of summary points, such as `At a glance`. */
export function isSummaryTitle(line: string): boolean {
  return line.length < 60 && isTitle(foldLine(line));
}
