// What stands between the paragraphs of a page and is no part of its story.
import type { Draft, Dropped } from '../../../draft.ts';
import { findWrittenDates } from '../../../facts/dates/written-dates.ts';
import { findFurniture } from '../../../facts/find-furniture.ts';
import { foldLine } from '../../../facts/fold-line.ts';
import { aloneTest, beginTest } from '../../../words/phrases.ts';
import { skeleton } from '../document/compare-words.ts';
import { type DomElement, lineOf, linkedLength } from '../document/dom.ts';
import { FIGURE_MARK } from '../document/page-figure.ts';

const isAdvertisement = aloneTest('advertisement block');
const beginsAsPointer = beginTest('pointer block');
const beginsAsCall = beginTest('call block');
const beginsAsRights = beginTest('rights block');
/** A heading that opens what comes after a story. */
const opensAftermath = aloneTest('aftermath');

export type StoryFields = Pick<Draft, 'title' | 'deck' | 'summary' | 'authors' | 'lang' | 'source'>;

/** A block of the body: one that holds no other. */
interface Block {
  readonly element: DomElement;
  readonly text: string;
  /** Characters of it that are links. */
  readonly linked: number;
  /** Whether the story has not begun. */
  readonly isBefore: boolean;
  /** Whether its last paragraph is past. */
  readonly isAfter: boolean;
}

interface Rule {
  readonly why: string;
  readonly isFurniture: (block: Block, known: StoryFields) => boolean;
}

const RULES: readonly Rule[] = [
  { why: 'advertisement', isFurniture: ({ text }) => isAdvertisement(text) },
  {
    why: 'headline again',
    isFurniture: ({ text, isBefore }, { title }) => isBefore && isSame(text, title),
  },
  {
    why: 'deck again',
    isFurniture: ({ text, isBefore }, { deck }) =>
      isBefore &&
      (isSame(text, deck) ||
        (deck !== null && text.length > 30 && skeleton(deck).includes(skeleton(text)))),
  },
  {
    why: 'summary again',
    isFurniture: ({ text, isBefore }, { summary }) =>
      isBefore && summary.some((point) => isSame(text, point)),
  },
  { why: 'byline', isFurniture: isByline },
  { why: 'kicker', isFurniture: isKicker },
  { why: 'link to another article', isFurniture: isPointer },
  { why: 'invitation', isFurniture: ({ text }) => text.length < 320 && beginsAsCall(text) },
  {
    why: 'rights',
    isFurniture: ({ text, isAfter }) => text.length < (isAfter ? 400 : 80) && beginsAsRights(text),
  },
  { why: 'about the author', isFurniture: isBiography },
  { why: 'furniture', isFurniture: isKnownLine },
];

function isSame(text: string, other: string | null): boolean {
  return other !== null && skeleton(text) === skeleton(other);
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

function isPointer({ element, text, linked }: Block): boolean {
  if (text.length > 300 || element.closest('table') !== null) return false;
  const isLink = linked >= text.length * 0.9;
  if (beginsAsPointer(text) && (linked > text.length * 0.3 || /:$/.test(text) || text.length < 30))
    return true;
  return isLink && text.length >= 20 && element.localName !== 'li';
}

/** The author in a sentence after the last paragraph. */
function isBiography({ text, isAfter }: Block, { authors }: StoryFields): boolean {
  if (!isAfter || text.length > 600) return false;
  return authors.some(
    (name) =>
      text.startsWith(name) &&
      /^\W*(?:is|was|are|covers?|writes?|joined|reports?|has|ist|est|es|è|é)\b/.test(
        text.slice(name.length),
      ),
  );
}

const LONGEST_KNOWN = 120;
/** What a line between paragraphs may be that is no part of a story, whatever story it is. */
const KNOWN: readonly string[] = ['newsletter', 'share', 'advertisement', 'cookies', 'account'];

/** A short line by itself that papers have everywhere. */
function isKnownLine({ element, text, isAfter }: Block): boolean {
  if (text.length > LONGEST_KNOWN || /^(?:pre|td|th|li|dt|dd)$/.test(element.localName))
    return false;
  const kind = findFurniture(text, foldLine(text)) ?? '';
  return KNOWN.includes(kind) || (isAfter && /^(?:comments|footer|related)$/.test(kind));
}

const STORY_PARAGRAPH = 90;

function blocksOf(body: DomElement): readonly Block[] {
  const blocks = [
    ...body.querySelectorAll(
      'p,li,h1,h2,h3,h4,h5,h6,div,blockquote,td,dd,dt,section,span,strong,time,a,pre',
    ),
  ];
  const leaves = blocks.filter(
    (element) => isLeaf(element) && lineOf(element) !== '' && !element.hasAttribute(FIGURE_MARK),
  );
  const texts = leaves.map(lineOf);
  const linked = leaves.map(linkedLength);
  const isStory = (at: number): boolean =>
    (texts[at]?.length ?? 0) >= STORY_PARAGRAPH &&
    (linked[at] ?? 0) < (texts[at]?.length ?? 0) * 0.5;
  const all = leaves.map((_, at) => at);
  const first =
    all.find((at) => isStory(at) && /^(?:p|div|section|td)$/.test(leaves[at]?.localName ?? '')) ??
    -1;
  const last = all.length * 0.6;
  return leaves.map((element, at) => ({
    element,
    text: texts[at] ?? '',
    linked: linked[at] ?? 0,
    isBefore: at < first || (at === first && at < 3),
    isAfter: at >= last,
  }));
}

const INLINE = /^(?:span|strong|time|a)$/;

function isLeaf(element: DomElement): boolean {
  if (INLINE.test(element.localName))
    return /^(?:div|section|article|header|main)$/.test(element.parentElement?.localName ?? '');
  return (
    element.querySelector('p,li,h1,h2,h3,h4,h5,h6,div,blockquote,td,dd,dt,section,pre') === null
  );
}

/** Takes furniture out of the body. @returns what was taken, for those who want to see it */
export function dropFurniture(body: DomElement, known: StoryFields): readonly Dropped[] {
  const dropped: Dropped[] = [];
  const drop = (element: DomElement, why: string): void => {
    const text = lineOf(element);
    if (text !== '') dropped.push({ text, why });
    element.remove();
  };
  for (const list of [...body.querySelectorAll('ul,ol')]) {
    if (isLinkList(list)) drop(list, 'links to other articles');
  }
  dropAftermath(body, drop);
  const blocks = blocksOf(body);
  for (const block of blocks) {
    const rule = RULES.find(({ isFurniture }) => isFurniture(block, known));
    if (rule !== undefined) drop(block.element, rule.why);
  }
  dropLastHeadings(body, drop);
  return dropped;
}

/** Headings at the end, of what was left out. */
function dropLastHeadings(
  body: DomElement,
  drop: (element: DomElement, why: string) => void,
): void {
  for (const element of blocksOf(body)
    .toReversed()
    .map((block) => block.element)) {
    if (!/^h[1-6]$/.test(element.localName)) return;
    drop(element, 'heading of nothing');
  }
}

/** Two items or more that are links and nothing else. */
function isLinkList(list: DomElement): boolean {
  const items = [...list.children].filter(({ localName }) => localName === 'li');
  const texts = items.map(lineOf).filter((text) => text !== '');
  if (texts.length === 0) return false;
  const length = texts.join('').length;
  return linkedLength(list) >= length * 0.9 && (texts.length > 1 || length > 20);
}

/**
 * Headings of what comes after a story, and what stands under each: in the second half of the body
 * only, and never more than a fifth of it in all.
 */
function dropAftermath(body: DomElement, drop: (element: DomElement, why: string) => void): void {
  let left = (body.textContent ?? '').length * LARGEST_AFTERMATH;
  const blocks = [...body.querySelectorAll('h1,h2,h3,h4,h5,h6,p')];
  for (const heading of blocks.slice(Math.floor(blocks.length / 2))) {
    const text = lineOf(heading);
    if (text.length > 60 || !opensAftermath(text) || !body.contains(heading)) continue;
    const under = followers(heading);
    left -= under.reduce((sum, element) => sum + lineOf(element).length, 0);
    if (left < 0) break;
    for (const element of [heading, ...under]) drop(element, 'after the story');
  }
}

const LARGEST_AFTERMATH = 0.2;

/** What stands after a heading up to the next one of its rank. */
function followers(heading: DomElement): readonly DomElement[] {
  const found: DomElement[] = [];
  if (heading.localName === 'p') return found;
  for (let at = heading.nextElementSibling; at !== null; at = at.nextElementSibling) {
    if (/^h[1-6]$/.test(at.localName) && at.localName <= heading.localName) break;
    found.push(at);
  }
  return found;
}
