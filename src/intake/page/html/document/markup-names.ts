// What sites call decks, captions and summaries in their markup.

import { lazyFor } from '../../../../core/lazy.ts';
import { pattern } from '../../../words/pattern.ts';
import { anyOf, type PhraseRole } from '../../../words/phrases.ts';
import { attribute, isLonger } from '../dom/dom.ts';
import type { DomElement } from '../dom/nodes.ts';
import { HEADINGS, matches } from '../dom/select.ts';

/** A hyphen within a name may be left out, or be a low line. */
export const named = (role: PhraseRole) => () => anyOf(role).replaceAll('-', '[_-]{0,2}');

const CAPTION = pattern`(?:^|[_-])(?:(?:[\w-]*caption\w*|${named('caption name')}
  |${'picture name'}[_-]?${named('caption behind picture')})(?:$|[_-])|bu$)`;
/** The states and tools that follow the last word of a class name. */
const TAIL = String.raw`(?:[_-]+(?:text|small|[a-z]{1,2}|\d+))*(?:(?:__|--)[\w-]*)?$`;
const DECK = pattern`(?:^|[_-])(?:${named('deck name')}|${named('deck word')})${() => TAIL}`;
const DECK_WORD = pattern`(?:^|[_-])${named('deck word')}${() => TAIL}`;
/** Of a picture, an author, a site or a list: no deck. */
const NO_DECK = pattern`${'no deck name'}`;
const SUMMARY = pattern`(?:^|[_-])${named('summary name')}(?:$|[_-])`;

/** In a `hero-bar` stand other stories. */
const LEAD = pattern`(?:^|[_-])(?:${named('lead picture name')}(?:$|__)
  |(?:${named('lead picture name')}|${'lead name'})[_-]?${'picture name'}(?:$|[_-]))`;

const BOX = pattern`^${'box name'}(?:$|[_-])`;
/** What is no box, though it is named after one: a tag of its page, a heading's words. */
const NO_BOX = `html,body,article,main,section,${HEADINGS},dt`;
/** UTF-16 units in such a box; what holds more may hold the story. */
export const LONGEST_BOX = 500;

/** Names that are remembered: pages give the same ones to hundreds of elements. */
const MOST_NAMES = 2000;

/** Whether a class or id calls its element a summary of the story. */
export const isSummaryName = someName((name) => SUMMARY().test(name));

/** Whether a class or id calls its element a caption. */
export const isCaptionName = someName((name) => CAPTION().test(name));

/** Whether a class, an id or a property calls its element a deck. */
export const isDeckName = someName((name) => DECK().test(name) && !NO_DECK().test(name));

/** Whether it does so by a word that means nothing else. */
export const isDeckWord = someName((name) => DECK_WORD().test(name) && !NO_DECK().test(name));

/** `post-author`, `entry__author-name`: what holds the name of a story's author, and no more. */
const AUTHOR =
  /^(?:[a-z]{1,3}[_-]+)?(?:(?:article|blog|byline|entry|meta|news|post|story)[_-]+)*author(?:[_-]+(?:name|link))?$/i;

/** Whether a class calls its element the author's name. */
export const isAuthorName = someName((name) => AUTHOR.test(name));

/** Whether a class or id calls what it holds the picture of the page. */
export const isLeadPictureName = someName((name) => LEAD().test(name));

const isBoxName = someName((name) => BOX().test(name));

/** Whether an element is a box of buttons, ratings or other posts, by the class that its software gave it. */
export function isSetBox(element: DomElement): boolean {
  if (matches(element, NO_BOX)) return false;
  return isBoxName(attribute(element, 'class')) && !isLonger(element, LONGEST_BOX);
}

const OPENING = pattern`(?:^|[_-])${named('opening name')}`;

/** Whether a class calls its element the first paragraph of a story, by the letter it begins with. */
export const isOpeningName = someName((name) => OPENING().test(name));

/** Tells whether one of several classes is of a kind. */
function someName(isOne: (name: string) => boolean): (classes: string) => boolean {
  return lazyFor((classes) => hyphenated(classes).split(/\s+/).some(isOne), MOST_NAMES);
}

/** `photoCaption` as `photo-Caption`. */
export function hyphenated(names: string): string {
  return names.replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2');
}
