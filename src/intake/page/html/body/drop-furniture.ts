// What stands between the paragraphs of a page and is no part of its story.
import { skeleton } from '../../../../core/fold.ts';
import type { Draft, Dropped } from '../../../draft.ts';
import { findWrittenDates } from '../../../facts/dates/written-dates.ts';
import { type Furniture, findFurniture } from '../../../facts/find-furniture.ts';
import { foldLine } from '../../../facts/fold-line.ts';
import { aloneTest, beginTest } from '../../../words/phrases.ts';
import { type DomElement, lineOf, linkedLength } from '../document/dom.ts';
import { FIGURE_MARK } from '../document/page-figure.ts';

const isLeadAlone = aloneTest('pointer');
const beginsAsCall = beginTest('call block');
const beginsAsRights = beginTest('rights block');

export type StoryFields = Pick<Draft, 'title' | 'deck' | 'summary' | 'authors' | 'lang' | 'source'>;

/** A block of the body: one that holds no other. */
interface Block {
  readonly element: DomElement;
  readonly text: string;
  /** Characters of it that are links. */
  readonly linked: number;
  /** Whether the story has not begun. */
  readonly isBefore: boolean;
  /** Whether it stands in the body's last part. */
  readonly isAfter: boolean;
}

interface Rule {
  readonly why: string;
  readonly isFurniture: (block: Block, known: StoryFields) => boolean;
}

const RULES: readonly Rule[] = [
  { why: 'headline again', isFurniture: isAgain(({ title }) => [title]) },
  { why: 'deck again', isFurniture: isAgain(({ deck }) => [deck]) },
  { why: 'summary again', isFurniture: isAgain(({ summary }) => summary) },
  { why: 'byline', isFurniture: isByline },
  { why: 'kicker', isFurniture: isKicker },
  { why: 'link to another article', isFurniture: isPointer },
  { why: 'invitation', isFurniture: ({ text }) => text.length < 320 && beginsAsCall(text) },
  { why: 'rights', isFurniture: ({ text }) => text.length < 400 && beginsAsRights(text) },
  { why: 'rights', isFurniture: isKnown('footer') },
  { why: 'advertisement', isFurniture: isKnown('advertisement') },
  {
    why: 'furniture',
    isFurniture: isKnown('newsletter', 'share', 'cookies', 'account', 'comments'),
  },
];

/** UTF-16 units from which a part of a line is known to be one. */
const SHORTEST_PART = 30;

/** Tells blocks above the story that say what a field says, or a part of it. */
function isAgain(toldIn: (known: StoryFields) => readonly (string | null)[]): Rule['isFurniture'] {
  return ({ text, isBefore }, known) => {
    const bare = isBefore ? skeleton(text) : '';
    const told = bare === '' ? [] : toldIn(known).map((one) => skeleton(one ?? ''));
    return told.some((one) => one === bare || (text.length > SHORTEST_PART && one.includes(bare)));
  };
}

const SENTENCE = /[.!?。！？…]["”»’')\]]*$/u;

/** Names of the authors and a date, and little else. */
function isByline(
  { text, isBefore, isAfter }: Block,
  { authors, lang, source }: StoryFields,
): boolean {
  if (text.length > 250 || !(isBefore || isAfter)) return false;
  let rest = text;
  for (const name of [...authors, ...(source === null ? [] : [source])])
    rest = rest.replaceAll(name, ' ');
  const isNamed = rest !== text && authors.some((name) => text.includes(name));
  const dates = isBefore ? findWrittenDates(text, { language: lang ?? 'en' }) : [];
  for (const { start, end } of dates) rest = rest.replace(text.slice(start, end), ' ');
  const words = rest.match(/\p{L}{2,}/gu) ?? [];
  if (dates.length > 0) return words.length <= 8;
  return isNamed && words.length <= (SENTENCE.test(text) ? 2 : 6);
}

const LETTERS_AND_DIGITS = /\p{L}.*\d|\d.*\p{L}/u;

/** The name of a section or a label above the first paragraph. */
function isKicker({ element, text, isBefore }: Block): boolean {
  return (
    isBefore &&
    text.length <= 40 &&
    !LETTERS_AND_DIGITS.test(text) &&
    !SENTENCE.test(text) &&
    !/^(?:h[2-6]|pre|td|th|li)$/.test(element.localName)
  );
}

/** A link that is all of its block, or words that lead to links. */
function isPointer({ element, text, linked }: Block): boolean {
  if (isLeadAlone(text)) return true;
  const isLink = linked >= text.length * 0.9 && text.length >= 20 && text.length <= 300;
  return isLink && element.localName !== 'li' && element.closest('table') === null;
}

const LONGEST_KNOWN = 120;

/** Tells short lines by themselves that papers have everywhere, whatever the story is. */
function isKnown(...kinds: readonly Furniture[]): Rule['isFurniture'] {
  return ({ element, text }) => {
    if (text.length > LONGEST_KNOWN || /^(?:pre|td|th|li|dt|dd)$/.test(element.localName))
      return false;
    const kind = findFurniture(text, foldLine(text));
    return kind !== null && kinds.includes(kind);
  };
}

const STORY_PARAGRAPH = 90;
const BLOCKS = 'p,li,h1,h2,h3,h4,h5,h6,div,blockquote,td,dd,dt,section,pre';
const INLINE = /^(?:span|strong|time|a)$/;

function blocksOf(body: DomElement): readonly Block[] {
  const leaves = [...body.querySelectorAll(`${BLOCKS},span,strong,time,a`)].filter(isLeaf);
  const told = leaves
    .map((element) => ({ element, text: lineOf(element), linked: linkedLength(element) }))
    .filter(({ element, text }) => text !== '' && !element.hasAttribute(FIGURE_MARK));
  const first = told.findIndex(
    ({ element, text, linked }) =>
      text.length >= STORY_PARAGRAPH &&
      linked < text.length / 2 &&
      /^(?:p|div|section|td)$/.test(element.localName),
  );
  return told.map((block, at) => ({
    ...block,
    isBefore: at < first || (at === first && at < 3),
    isAfter: at >= told.length * 0.6,
  }));
}

function isLeaf(element: DomElement): boolean {
  if (!INLINE.test(element.localName)) return element.querySelector(BLOCKS) === null;
  return /^(?:div|section|article|header|main)$/.test(element.parentElement?.localName ?? '');
}

/**
 * Takes furniture out of the body.
 * @param wanted lines that the user took in: they stay
 * @returns what was taken, for those who want to see it
 */
export function dropFurniture(
  body: DomElement,
  known: StoryFields,
  wanted: ReadonlySet<string> = new Set(),
): readonly Dropped[] {
  const dropped: Dropped[] = [];
  const drop = (element: DomElement, why: string): void => {
    const text = lineOf(element);
    if (wanted.has(text)) return;
    if (text !== '') dropped.push({ text, why });
    element.remove();
  };
  for (const list of [...body.querySelectorAll('ul,ol')]) {
    if (isLinkList(list)) drop(list, 'links to other articles');
  }
  for (const block of blocksOf(body)) {
    const rule = RULES.find(({ isFurniture }) => isFurniture(block, known));
    if (rule !== undefined) drop(block.element, rule.why);
  }
  for (const { element } of blocksOf(body).toReversed()) {
    if (!/^h[1-6]$/.test(element.localName)) break;
    drop(element, 'heading of nothing');
  }
  return dropped;
}

/** A list whose items are links and nothing else. */
function isLinkList(list: DomElement): boolean {
  const items = [...list.children].filter(({ localName }) => localName === 'li');
  const length = items.reduce((sum, item) => sum + lineOf(item).length, 0);
  return length > 20 && linkedLength(list) >= length * 0.9;
}
