// Credits without a label: an agency after a bar, in brackets, or glued to the caption's end.
import { firstValue } from '../../core/first-value.ts';
import { lazyFor } from '../../core/lazy.ts';
import { hasCredit, splitCredit } from '../../markdown/document/figures.ts';
import { casedPattern } from '../words/pattern.ts';
import {
  AGENCY,
  ALONE,
  FORMS,
  HOUSE,
  LABEL,
  MAY_BE_CREDIT,
  NAME_ALONE,
  PERSON,
  PREFIX,
  PROPER,
} from './credit-forms.ts';

/** A caption and the credit behind it, both as the page has them. */
export interface CreditedCaption {
  readonly caption: string;
  readonly credit: string;
}

const LONGEST = 500;
const LONGEST_ALONE = 100;
/** What may stand before a label in a line that is all credit. */
const LONGEST_NAME = 30;

/** Splits a credit that no label names off a caption; `null` where none is seen. */
export function splitGluedCredit(text: string): CreditedCaption | null {
  if (text.length > LONGEST || !MAY_BE_CREDIT().test(text.slice(-LONGEST_ALONE))) return null;
  const found = splitBy(FORMS, text);
  return found && { ...found, caption: found.caption.replace(PREFIX(), '').trim() };
}

function splitBy(forms: readonly (() => RegExp)[], text: string): CreditedCaption | null {
  const match = firstValue(forms, (form) => form().exec(text));
  return match && { caption: match[1] ?? '', credit: match[2]?.trim() ?? '' };
}

/** Each line is asked about for several reasons, its neighbours' too. */
const MOST_ASKED = 1000;
const saysOnlyCredit = lazyFor(saysNothingElse, MOST_ASKED);

/** Whether a line is a credit and nothing else: `Photo: AP`, `Ada Li/Getty Images`. */
export function isCreditAlone(text: string): boolean {
  return text.length <= LONGEST_ALONE && saysOnlyCredit(text);
}

/** Whether a caption has a credit of whatever form, or is one. */
export function isCredited(caption: string): boolean {
  return hasCredit(caption) || isCreditAlone(caption) || splitGluedCredit(caption) !== null;
}

function saysNothingElse(text: string): boolean {
  const { caption, credit } = splitCredit(text);
  if (credit !== null) return caption === '' || isNameBefore(caption, text);
  return !/[.!?…]\s+\(/u.test(text) && ALONE.some((form) => form().test(text));
}

/** `Ada Li | Photo: AP`, but not `The bridge (Photo: AP)`. */
function isNameBefore(caption: string, text: string): boolean {
  return caption.length <= LONGEST_NAME && !/[.!?…。！？]/.test(caption) && !/[([]/.test(text);
}

/** Ways in which captions end in a name that nothing marks. */
const TWO_NAMES = casedPattern`(?=\p{Lu}\S* )${PERSON}`;
const SAID = /[^“"„«].{20,}?/u;
const NAMED = [
  // `… the island. (Christie's)`
  casedPattern`^(.{15,}[.!?…”"])\s+(\(\p{Lu}[^()!?;\d]{3,60}\))\.?$`,
  // `… the island. Ada Li`, `… the island. - Ada Li, Quillport Times`
  casedPattern`^(${SAID}[.!?…]["”’»)]?)\s+(?:[/–—-]\s)?(${TWO_NAMES}(?:[,/|] ?${PROPER})?)(?<!\.)$`,
  // `… of the island - ANSA`
  casedPattern`^(${SAID})\s[–—-]\s(${AGENCY})$`,
  // `… of the island (Ada Li)`
  casedPattern`^(${SAID})\s(\(${TWO_NAMES}\))$`,
];

/** Splits a name that nothing marks off the end of a caption; in a story few sentences end so. */
export function splitNamedCredit(text: string): CreditedCaption | null {
  if (text.length > LONGEST || !/[\p{L})]\.?$/u.test(text)) return null;
  const found = splitBy(NAMED, text);
  return found !== null && isName(found.credit) ? found : null;
}

/** Whether at least half of a few words have a capital: `Christie's`, but not `See more here`. */
function isName(text: string): boolean {
  const words = text.split(' ');
  const capitals = words.filter((word) => /^\(?\p{Lu}/u.test(word)).length;
  return words.length <= 9 && capitals >= words.length / 2;
}

/** Whether a line is a name such as stand below captions: `(Quillport Museum)`. */
export function isNameAlone(text: string): boolean {
  return text.length <= LONGEST_ALONE && NAME_ALONE().test(text);
}

const COPYRIGHT = casedPattern`
  ^©\s?(?!.*(?:\d{4}|${'rights reserved'})).*(?:${HOUSE}|${LABEL}\s?:|\s/\s)`;

/** Whether a copyright sign opens a picture's credit, not the page's last line. */
export function isPictureCopyright(text: string): boolean {
  return text.length <= LONGEST && COPYRIGHT().test(text);
}
