// The words under a picture: caption and credit as the page shows them, once, without its buttons.

import { cleanLine } from '../../../../core/clean.ts';
import { skeleton } from '../../../../core/fold.ts';
import { hasCredit, splitCredit } from '../../../../markdown/document/figures.ts';
import { isCredited } from '../../../facts/credits.ts';
import { pattern, patternWith } from '../../../words/pattern.ts';
import { foldedWords } from '../document/compare-words.ts';
import { hyphenated, isCaptionName } from '../document/markup-names.ts';
import { lineOf, nameOf, upward } from '../dom/dom.ts';
import { type DomDocument, type DomElement, isElement } from '../dom/nodes.ts';
import { closest, matches, selectAll, selectFirst } from '../dom/select.ts';
import { PICTURE } from './pictures.ts';

const CREDIT = pattern`(?:^|[\s_-])${'picture name'}?[_-]?${'credit name'}(?:$|[\s_-])`;

/** What pages put beside a caption for those who do not see the picture, or for their buttons. */
const FURNITURE = patternWith('giu')`
  ^(?:${'numbered picture'} \d+ ?(?:${'out of'}|/) ?\d+ ?:?|${'before caption'}(?!\s?:))\s*
  |\s*${'behind caption'}$`;

/** What plays, shares or shows code beside a caption. */
const BUTTONS = 'button,[class~="button"],[class~="btn"]';
/** What is called one, and says so few words. */
const CALLED_BUTTON = '[class$="-button"],[class*="-button "]';
const MOST_WORDS = 3;

function isButton(element: DomElement): boolean {
  if (matches(element, BUTTONS)) return true;
  return matches(element, CALLED_BUTTON) && foldedWords(lineOf(element)).length <= MOST_WORDS;
}

/** Takes buttons and fields out of captions: their words are none. */
export function dropButtons(document: DomDocument): void {
  for (const button of selectAll(document.body, `${BUTTONS},${CALLED_BUTTON}`).filter(isButton)) {
    const holder = closest(button, 'figcaption,[class*="caption"]');
    if (holder === null || !isCaption(holder) || selectFirst(button, PICTURE) !== null) continue;
    const words = lineOf(button);
    if (words !== lineOf(holder) && !hasCredit(words)) button.remove();
  }
}

const LABEL = pattern`^(${['credit label', 'source label']})(?:\.{3}|…)?$`;

/** Sets labels in elements of their own apart from the names behind them; of two in a row one goes. */
export function setLabelsApart(document: DomDocument): void {
  const parts = selectAll(document, 'figure figcaption :is(span,b,strong,i,em,small)').filter(
    (part) => part.firstElementChild === null && lineOf(part) !== '',
  );
  for (const [at, part] of parts.entries()) {
    const label = LABEL().exec(lineOf(part))?.[1];
    const next = parts[at + 1] ?? null;
    if (label === undefined || goesOn(part)) continue;
    if (closest(part, 'figcaption') !== closest(next, 'figcaption')) continue;
    if (LABEL().test(lineOf(next))) part.remove();
    else if (/^[\p{L}\d]/u.test(lineOf(next))) part.textContent = ` ${label}: `;
  }
}

/** Whether words stand right behind a part, which are no part themselves. */
function goesOn(part: DomElement): boolean {
  const next = part.nextSibling;
  return next !== null && !isElement(next) && next.textContent.trim() !== '';
}

/** Letters and digits that stand twice in a caption by no chance. */
const SHORTEST_SURE = 12;

/** A figure's caption and, after it, its credit; `''` where it has neither. */
export function captionOf(figure: DomElement): string {
  const named = outermostIn(figure, isCaption);
  const isAll = isCaption(figure) && named.every(isCredit);
  const credits = linesOf(outermostIn(figure, isCredit));
  const bare = [...(isAll ? [figure] : []), ...named].map((element) => {
    const line = withoutFurniture(lineOf(element));
    // All that is called a caption may be a story, which says things again.
    return withoutCredit(element === figure ? line : once(line), credits, element);
  });
  const parts = new Map<string, string>();
  for (const part of [...bare, ...credits]) {
    const words = skeleton(part);
    const isTold = words === '' || [...parts.keys()].some((one) => holds(one, words));
    if (isTold) continue;
    // The whole may stand behind what is cut off of it.
    for (const [one, before] of parts) if (isCutOff(one, before, words, part)) parts.delete(one);
    parts.set(words, tidied(part));
  }
  return joinSentences([...parts.values()]);
}

/** Whether the start of a part, as words or as a sentence, is what stands before it. */
function isCutOff(before: string, line: string, words: string, part: string): boolean {
  if (before.length >= SHORTEST_SURE) return words.startsWith(before);
  return /[.!?]$/.test(line) && part.startsWith(line);
}

/** Whether a part contains the other: a short one, perhaps a name, only at its end. */
function holds(all: string, words: string): boolean {
  if (words.length >= SHORTEST_SURE) return all.includes(words);
  return all === words || all.endsWith(words);
}

/** What stands behind a credit and is none: four words and more, since fewer may be its own. */
const SENTENCE = /^[\p{L}\p{N}"“„«‘']\S*(?:\s\S+){3}/u;

/** A credit inside the caption's element stands there without a sign between the two; one before it goes behind. */
function withoutCredit(caption: string, credits: readonly string[], element: DomElement): string {
  const behind = credits.find((one) => one !== '' && caption.endsWith(one));
  if (behind !== undefined) return caption.slice(0, -behind.length).trim();
  const inside = linesOf(outermostIn(element, isCredit));
  const before = inside.find((one) => one !== '' && caption.startsWith(one)) ?? '';
  const rest = caption.slice(before.length).trim();
  return before !== '' && SENTENCE.test(rest) ? joinSentences([rest, before]) : caption;
}

function linesOf(elements: readonly DomElement[]): readonly string[] {
  return elements.map(lineOf).map(withoutFurniture);
}

/** The elements inside that match and stand in no other that does. */
function outermostIn(figure: DomElement, isMeant: typeof isCaption): readonly DomElement[] {
  const found = selectAll(figure, '*').filter(
    (element) => isMeant(element) && selectFirst(element, 'img,picture,video') === null,
  );
  const all = new Set(found);
  return found.filter((element) => ![...upward(element.parentElement)].some((one) => all.has(one)));
}

/** Whether an element is a caption by its name. */
export function isCalledCaption(element: DomElement): boolean {
  if (element.localName !== 'figcaption' && isButton(element)) return false;
  return matches(element, 'figcaption,[itemprop~="caption"]') || isCaptionName(nameOf(element));
}

function isCaption(element: DomElement): boolean {
  return isCalledCaption(element) || matches(element, '[itemprop~="description"]');
}

function isCredit(element: DomElement): boolean {
  const isNamed = CREDIT().test(hyphenated(nameOf(element)));
  return isNamed || matches(element, 'cite,[itemprop~="copyrightHolder"]');
}

/** A caption without the labels of its buttons. */
export function withoutFurniture(text: string): string {
  const shorter = cleanLine(text.replace(FURNITURE(), ''));
  return shorter === text ? text : withoutFurniture(shorter);
}

/** Units of a caption's start that stand in it twice where it is there cut off and whole. */
const START = 40;
const FOLD_BUTTON = pattern`\s+${'fold button'}$`;

function once(caption: string): string {
  const at = caption.indexOf(caption.slice(0, START), START);
  if (at <= 0) return caption;
  const first = caption.slice(0, at);
  const second = caption.slice(at);
  const whole = first.length >= second.length ? first : second;
  return once(whole.trim().replace(FOLD_BUTTON(), ''));
}

/** Sentences that only a style sheet parts. */
const GLUED = /(?<=\p{Ll}{2}[.!?])(?=\p{Lu}\p{Ll})/gu;

/** Without brackets and bars that its elements leave behind: `( Image: AP)` is `(Image: AP)`. */
function tidied(text: string): string {
  const open = text
    .replace(/([([]) +/g, '$1')
    .replace(GLUED, ' ')
    .replace(/ ?[([][)\]]/g, '');
  return open.replace(/^[|/–-]\s+|\s+[|/–-]$/g, '');
}

/** A caption without a credit, with that of an alternative text that says the same. */
export function withCredit(caption: string, alt: string): string {
  const { caption: said, credit } = splitCredit(alt);
  if (caption === '' || credit === null || isCredited(caption)) return caption;
  return skeleton(said) === skeleton(caption) ? joinSentences([caption, credit]) : caption;
}

/** Parts as sentences of one line, so that a credit can be told from the caption before it. */
export function joinSentences(parts: readonly string[]): string {
  return parts
    .map((part, at) => (at < parts.length - 1 && /[\p{L}\p{N}]$/u.test(part) ? `${part}.` : part))
    .join(' ');
}
