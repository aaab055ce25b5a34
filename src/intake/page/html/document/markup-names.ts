// What sites call decks, captions and summaries in their markup.

import { lazyFor } from '../../../../core/lazy.ts';
import { pattern } from '../../../words/pattern.ts';
import { anyOf, type PhraseRole } from '../../../words/phrases.ts';
import { attribute, isLonger } from '../dom/dom.ts';
import type { DomElement } from '../dom/nodes.ts';
import { HEADINGS, matches } from '../dom/select.ts';

/** A hyphen within a name may be left out, or be a low line. */
export const named = (role: PhraseRole) => () => anyOf(role).replaceAll('-', '[_-]{0,2}');

/** The states and tools that follow the last word of a class name. */
const TAIL = String.raw`(?:[_-]+(?:text|small|[a-z]{1,2}|\d+))*(?:(?:__|--)[\w-]*)?$`;
/** Of a picture, an author, a site or a list: no deck. */
const NO_DECK = pattern`${'no deck name'}`;

/** What is no box, though it is named after one: a tag of its page, a heading's words. */
const NO_BOX = `html,body,article,main,section,${HEADINGS},dt`;
/** UTF-16 units in such a box; what holds more may hold the story. */
export const LONGEST_BOX = 500;

/** Names that are remembered: pages give the same ones to hundreds of elements. */
const MOST_NAMES = 2000;

/** Whether a class or id calls its element a summary of the story. */
export const isSummaryName = someName(pattern`(?:^|[_-])${named('summary name')}(?:$|[_-])`);

/** Whether a class or id calls its element a caption. */
export const isCaptionName =
  someName(pattern`(?:^|[_-])(?:(?:[\w-]*caption\w*|${named('caption name')}
  |${'picture name'}[_-]?${named('caption behind picture')})(?:$|[_-])|bu$)`);

/** Whether a class, an id or a property calls its element a deck. */
export const isDeckName = someName(
  pattern`(?:^|[_-])(?:${named('deck name')}|${named('deck word')})${() => TAIL}`,
  NO_DECK,
);

/** Whether it does so by a word that means nothing else. */
export const isDeckWord = someName(pattern`(?:^|[_-])${named('deck word')}${() => TAIL}`, NO_DECK);

/** Whether a class calls its element the author's name, and no more: `post-author`, `entry__author-name`. */
export const isAuthorName = someName(pattern`
  ^(?:[a-z]{1,3}[_-]+)?(?:(?:article|blog|byline|entry|meta|news|post|story)[_-]+)*
  author(?:[_-]+(?:name|link))?$`);

/** Whether a class or id calls what it holds the picture of the page; in a `hero-bar` stand other stories. */
export const isLeadPictureName = someName(pattern`
  (?:^|[_-])(?:${named('lead picture name')}(?:$|__)
  |(?:${named('lead picture name')}|${'lead name'})[_-]?${'picture name'}(?:$|[_-]))`);

const isBoxName = someName(pattern`^${'box name'}(?:$|[_-])`);

/** Whether an element is a box of buttons, ratings or other posts, by the class that its software gave it. */
export function isSetBox(element: DomElement): boolean {
  if (matches(element, NO_BOX)) return false;
  return isBoxName(attribute(element, 'class')) && !isLonger(element, LONGEST_BOX);
}

/** Whether a class calls its element the first paragraph of a story, by the letter it begins with. */
export const isOpeningName = someName(pattern`(?:^|[_-])${named('opening name')}`);

/** Tells whether one of several classes has what a pattern finds, and not what the other does. */
function someName(is: () => RegExp, isNot?: () => RegExp): (classes: string) => boolean {
  const isOne = (name: string) => is().test(name) && isNot?.().test(name) !== true;
  return lazyFor((classes) => hyphenated(classes).split(/\s+/).some(isOne), MOST_NAMES);
}

/** `photoCaption` as `photo-Caption`. */
export function hyphenated(names: string): string {
  return names.replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2');
}
