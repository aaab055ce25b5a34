// A paste before anything is read into it: clean text with plain spaces.
import { cleanText } from '../../../../core/clean.ts';

/** Spaces that are not U+0020; a tab separates cells and labels as a space does. */
const SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f]/g;
/**
 * What is there for a browser only: soft hyphens, zero-width spaces and joiners of words, object
 * replacement marks, and the private use area, where icon fonts keep their pictures.
 */
const UNSEEN = /[\u00ad\u200b\u2060\ufffc\ue000-\uf8ff]/g;

/** Cleans a paste of controls, odd spaces and invisible characters; lines stay as they are. */
export function normalisePaste(text: string): string {
  return cleanText(text).replace(SPACES, ' ').replace(UNSEEN, '');
}
