// Words that begin a byline, and lines that show the name above them to be one.
import { anyCaseOf, casedPattern, pattern } from '../../words/pattern.ts';
import { isPressJob } from './names.ts';

const AND = pattern`\s?(?:${['and', 'short and']}|&|\+|/)\s?`;

/** `Written by`, `Ein Kommentar von`: the word for "by", and what may stand before it. */
const PREPOSITIONS = pattern`
  (?:${'before by'}(?:(?:,| (?:${['and', 'short and']}|&)) \p{L}+)? )?${'by'}
  |${'by alone'}
  |${'more by the author'}\s${['by', 'taken by']}
  |${'by ours'}(?=\s${'our'}\s)
  |${'two names follow'}(?=\s\S+\s\S+$)`;
/** `Text und Fotos`, `Text und Interview`: the same one did both. */
const LABELS = pattern`
  ${'author label'}(?:${AND}${['pictures', 'other work']})?
  |${'pictures'}${AND}${'text'}(?: by)?`;
const EASTERN = pattern`
  ${'eastern lead'}|글(?=\s)
  |${'writer before name'}(?=\s\p{Script=Hangul}{2,4}(?:\s\S+@|$))`;

/** What a byline begins with, up to its first name. */
export const BYLINE_LEAD = pattern`
  ^(?:(?:${PREPOSITIONS}|${LABELS})(?=[\s:：-])\s*[:：-]?
  |${'text kind'}\s?[:：]
  |${EASTERN}\s*[:：・=＝|｜]?)\s*`;

/** Who took the pictures, drew, translated or edited, and did not write. */
export const OTHER_HAND = pattern`^${'other hand'}(?! of )(?=[\s:：])`;

/** The paper's own reporter before the name: `unserem Korrespondenten in Rom, `. */
export const OWN_REPORTER = casedPattern`
  ^${'our'}\s(?:\p{Ll}\S*\s|\p{L}*${anyCaseOf('own reporter')}\p{L}*\s)+
  (?:\p{Lu}[\p{L}-]+,\s)?(?=\p{Lu})`;

const LONGEST_ALONE = 40;

/** Whether a line is nothing but the beginning of a byline, whose names are the next lines. */
export function isBylineLead(line: string): boolean {
  return line.length <= LONGEST_ALONE && BYLINE_LEAD().exec(`${line} `)?.[0].trim() === line;
}

const LONGEST_OFFICE = 5;
/** `writes from Oslo`, `ada.li@paper.com`. */
const BELOW_NAME = pattern`
  ^(?:${'reports'}(?:\s.{0,40})?|[\w.+-]+@[\w-]+\.[\w.]+(?:\s?[|•·]\s.{1,40})?|${'more by the author'})$`;

/** Whether a line says of the name above it that it is a reporter's: a job, an address. */
export function isOfficeLine(line: string): boolean {
  if (BELOW_NAME().test(line)) return true;
  if (BYLINE_LEAD().test(line)) return false;
  return isPressJob(line) && line.split(' ').length <= LONGEST_OFFICE && !/[.:!?]/u.test(line);
}
