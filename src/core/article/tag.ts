// Tags: one spelling for each, lower case and kebab-case.
import { cleanLine } from '../clean.ts';

/** A tag as it is kept; the full pattern below takes a millisecond to compile. */
const PLAIN = /^[a-z\d+]+(?:-[a-z\d+]+)*$/;

/** `Cyber Security` and `#cyber_security` are `cyber-security`; empty where no letter is left. */
export function normalizeTag(text: string): string {
  if (PLAIN.test(text)) return text;
  const words = cleanLine(text).normalize('NFC').toLowerCase();
  return words.replace(/[^\p{L}\p{M}\p{N}+]+/gu, '-').replace(/^-+|-+$/g, '');
}

/** Each once, without those of which nothing is left. */
export function normalizeTags(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.map(normalizeTag))].filter((tag) => tag !== '');
}
