// Tags: one spelling for each, lower case and kebab-case.
import { cleanLine } from './clean.ts';

/** `Cyber Security` and `#cyber_security` are `cyber-security`; empty where no letter is left. */
export function normalizeTag(text: string): string {
  return cleanLine(text)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}+]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
