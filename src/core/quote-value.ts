// Values in messages: clean, on one line, never long.
import { cleanLine } from './clean.ts';

const LONGEST = 60;

/** `'the value'` on one line without controls, cut with … after 60 characters. */
export function quoteValue(value: string): string {
  const line = cleanLine(value.slice(0, 20 * LONGEST));
  const characters = Array.from(line);
  return characters.length > LONGEST ? `'${characters.slice(0, LONGEST).join('')}…'` : `'${line}'`;
}
