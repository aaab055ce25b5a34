// Words that begin a byline.
import { lazy } from '../../../core/lazy.ts';
import { anyCaseOf, anyOf } from '../../words/phrases.ts';

const AND = lazy(() => `\\s?(?:${anyOf('and')}|y|e|&|\\+|/)\\s?`);

/** `Written by`, `Ein Kommentar von`: the word for "by", and what may stand before it. */
const PREPOSITIONS = lazy(() =>
  [
    `(?:(?:${anyOf('before by')})(?:(?:,| (?:${anyOf('and')}|y|e|&)) \\p{L}+)? )?(?:${anyOf('by')})`,
    anyOf('by alone'),
    `(?:${anyOf('by ours')})(?=\\s(?:${anyOf('our')})\\s)`,
    `(?:${anyOf('two names follow')})(?=\\s\\S+\\s\\S+$)`,
  ].join('|'),
);
/** `Text und Fotos`, `Text und Interview`: the same one did both. */
const AND_PICTURES = lazy(
  () => `(?:${AND()}(?:${anyOf('pictures')}|interviews?|video|recherche))?`,
);

/** What a byline begins with, up to its first name. */
export const BYLINE_LEAD = lazy(() => {
  const labels = `(?:${anyOf('author label')})${AND_PICTURES()}`;
  const pictures = `(?:${anyOf('pictures')})${AND()}(?:${anyOf('text')})(?: by)?`;
  const eastern = `${anyOf('eastern lead')}|글(?=\\s)|(?:${anyOf('writer before name')})(?=\\s\\p{Script=Hangul}{2,4}(?:\\s\\S+@|$))`;
  return new RegExp(
    `^(?:(?:${PREPOSITIONS()}|${labels}|${pictures})(?=[\\s:：-])\\s*[:：-]?|(?:${anyOf('text kind')})\\s?[:：]|(?:${eastern})\\s*[:：・=＝|｜]?)\\s*`,
    'iu',
  );
});

/** Who took the pictures, drew, translated or edited, and did not write. */
export const OTHER_HAND = lazy(
  () => new RegExp(`^(?:${anyOf('other hand')})(?! of )(?=[\\s:：])`, 'iu'),
);

/** The paper's own reporter before the name: `unserem Korrespondenten in Rom, `. */
export const OWN_REPORTER = lazy(
  () =>
    new RegExp(
      `^(?:${anyOf('our')})\\s(?:\\p{Ll}\\S*\\s|\\p{L}*(?:${anyCaseOf('own reporter')})\\p{L}*\\s)+(?:\\p{Lu}[\\p{L}-]+,\\s)?(?=\\p{Lu})`,
      'u',
    ),
);

const LONGEST_ALONE = 40;

/** Whether a line is nothing but the beginning of a byline, whose names are the next lines. */
export function isBylineLead(line: string): boolean {
  if (line.length > LONGEST_ALONE) return false;
  return BYLINE_LEAD().exec(`${line} `)?.[0].trim() === line;
}
