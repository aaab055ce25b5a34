// Folding: what counts as the same letter when people search.
import { lazyFor } from './lazy.ts';

/**
 * Accents, niqqud and harakat. Vowel signs of other scripts and the voicing marks of kana tell
 * words apart and stay.
 */
const ACCENTS = new RegExp(
  [
    '[\\u0300-\\u036f\\u1ab0-\\u1ace\\u1dc0-\\u1dff\\u20d0-\\u20f0\\ufe20-\\ufe2f]',
    '[\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7]',
    '[\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed]',
  ].join('|'),
  'g',
);
const ASCII = /^[\0-\x7f]*$/;

/**
 * Text as searches compare it: lower case, without accents, compatibility forms as their plain
 * ones (`ﬁ` is `fi`, a full-width `Ａ` is `a`: UAX #15, NFKD). Folding twice changes nothing.
 */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const bare = text.normalize('NFKD').replace(ACCENTS, '').toLowerCase();
  if (ASCII.test(bare)) return bare;
  // Lower case may bring accents of its own; what is left composed compares as one character.
  // A sigma at the end of a Greek word is a sigma.
  const lower = bare.normalize('NFKD').replace(ACCENTS, '');
  return lower.replaceAll('\u03c2', '\u03c3').normalize('NFC');
}

/** Texts whose skeletons are kept: each part of a page is compared with the same few. */
const KEPT = 64;

/** Letters and digits only, folded: two texts that differ in signs and case are the same. */
export const skeleton = lazyFor((text: string): string => {
  const folded = foldText(text);
  return folded.replace(ASCII.test(folded) ? /[^a-z0-9]+/g : /[^\p{L}\p{N}]+/gu, '');
}, KEPT);
