// Who did what, in brackets behind the names of a byline: `Ada Li (Text), Bo Ek (Fotos)`.
import { pattern, patternWith } from '../../words/pattern.ts';

/** Names and the brackets behind them. */
const BRACKETED = /([^()（）]+)[(（]([^()（）]*)[)）]/gu;
const WRITING = pattern`^${'text'}(?!\p{L})`;
/** What stands between names, or before the first. */
const BEFORE_NAMES = pattern`^(?:[^:：]{2,20}[:：]|[,;/|&+\s]|(?:${'and'}|${'by'})\s)+`;
/** The last name before brackets that tell of other work. */
const OTHER = patternWith('giu')`
  (?:[,;/&]|\s(?:${'and'})\s)(?:(?!\s(?:${'and'})\s)[^,;/&()（）:]){3,40}
  [(（](?:${'other hand'}|${'pictures'})(?!\p{L})[^()（）]*[)）]`;
/** `Ada Li (Reuters) and Bo Ek`: the names go on behind what is in brackets. */
const INNER = patternWith('giu')`
  \s?[(（][^()（）]{1,40}[)）](?=\s?[,;/&]\s?\p{L}|\s(?:${'and'})\s)`;

/** A byline whose brackets tell who wrote as one of writers only; any other line as it is. */
export function ofWriters(line: string): string {
  if (!/[(（]/u.test(line)) return line;
  const writers = Array.from(line.matchAll(BRACKETED), ([, names = '', work = '']) =>
    WRITING().test(work) ? names.replace(BEFORE_NAMES(), '').trim() : '',
  ).filter(Boolean);
  return writers.length > 0 ? `By ${writers.join(', ')}` : line.replace(OTHER(), '');
}

/** The names of a byline without what is in brackets between them. */
export function withoutInnerBrackets(names: string): string {
  return names.replace(INNER(), '');
}
