// What a person's name looks like in a byline, and what a job, a paper or an agency looks like.
import { skeleton } from '../../../core/fold.ts';
import { lazy, lazyFor } from '../../../core/lazy.ts';
import { capitalsOf, casedPattern, pattern, patternWith } from '../../words/pattern.ts';
import { phrasesOf } from '../../words/phrases.ts';
import { wordRuns } from '../word-runs.ts';

/** Work at a paper, and work that others have as well. */
const PRESS_JOBS = lazy(() => new Set(phrasesOf('press job')));
const OTHER_JOBS = lazy(() => new Set(phrasesOf('other job')));
/** The ends of compounds that name a job: `Chefredakteurin`, `Parlamentskorrespondent`. */
const JOB_ENDING = casedPattern`${'compound job'}$`;
/** Papers, agencies, sections, offices, and what else pages say beside names. */
const HOUSES = lazy(() => new Set(phrasesOf('house')));
/** Places of two words that bylines end in. */
export const PLACE_NAME = casedPattern`(?:^|,?\s)${'place of two words'}$`;

/** Small words inside names: `Ursula von der Leyen`, `José y García`, `Mohammed bin Salman`. */
const PARTICLE = pattern`^${['particle', 'loud particle']}$`;
const PROPER = /^(?:\p{Lu}[\p{L}\p{M}’'.-]*|\p{Ll}{1,4}[’'-]\p{Lu}[\p{L}\p{M}’'-]+)$/u;

const SHORTEST_COMPOUND = 8;

/** Two words run into one: `MackenzieLifestyle`, but not `MacKenzie`, `DeVito`, `FitzGerald`. */
const GLUED = casedPattern`
  ^(?!${capitalsOf('glued particle')}\p{Lu})\p{Lu}\p{Ll}+\p{Lu}`;

/** The words of a text in small letters; several questions follow each other about one. */
const smallWordsOf = lazyFor((text: string) => wordRuns(text.toLowerCase()), 1);

/** Whether words name a job: `Senior Writer`, `political correspondent`. */
export function isJob(text: string): boolean {
  return isPressJob(text) || smallWordsOf(text).some((word) => OTHER_JOBS().has(word));
}

/** Whether words name a job at a paper, which nobody has of whom a caption speaks. */
export function isPressJob(text: string): boolean {
  return smallWordsOf(text).some(
    // Most words are too short to be a compound.
    (word) =>
      PRESS_JOBS().has(word) || (word.length >= SHORTEST_COMPOUND && JOB_ENDING().test(word)),
  );
}

/** Whether words name a paper, an agency or a part of a page. */
export function isHouse(text: string): boolean {
  return smallWordsOf(text).some((word) => HOUSES().has(word) || word.startsWith('advert'));
}

/** Names with a word that a paper or an agency may have: `Ada Page`, `Park Min-ho`. */
const HOUSE_NAMED = casedPattern`
  ^(?:\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]*)? ${'named like a house'}
  |${capitalsOf('first name like a house')} \p{Lu}\p{Ll}+(?:-\p{L}\p{Ll}+)?)$`;
const FIRST_NAME = casedPattern`^${capitalsOf('first name like a house')}$`;

/** Whether words are a name only where something says so: its surname is a word of a house. */
export function isHouseNamed(text: string): boolean {
  const [first = ''] = text.split(' ', 1);
  return HOUSE_NAMED().test(text) && (FIRST_NAME().test(first) || !isHouse(first));
}

/** `佐久間志郎`, `渡辺 洋介`. */
const HAN_NAME =
  /^(?:\p{Script=Han}{3,5}|\p{Script=Han}{1,2}\s\p{Script=Han}{1,3}|\p{Script=Han}{3}\s\p{Script=Han}{1,2})$/u;
/** Words of menus as short as names. */
const HAN_MENU = casedPattern`${'menu character'}`;
/** Names of two characters, of kana or Korean, which are only names where a byline says so. */
const EASTERN_NAME =
  /^(?:\p{Script=Han}[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,8}|[\p{Script=Katakana}・ー]{3,16}|\p{Script=Hangul}{2,4})$/u;
/** Scripts without capitals, but those of the east: names in them are known by their number of words. */
const CASELESS =
  /\p{Script=Georgian}|[^\P{Lo}ªº\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** `NTB`, `MSV Duisburg`: capitals without a vowel are no name. */
const UNSAID = /^(?=\p{Lu}{3,}$)[^AEIOUYÄÖÜÅÆØÁÉÍÓÚАЕИОУЫЭЮЯІЇЄ]+$/u;
/** `Ada (Addy) Li`, `Ada “A.J.” Li`. */
export const NICKNAME =
  /(?<=^\p{Lu}[\p{L}.’'-]*)\s[(“"„‘]\p{Lu}[\p{L}.]*[)”"“’]\s(?=\p{Lu}\p{Ll})/u;
/** `谷地晚报`: papers, stations and sites. */
const HAN_HOUSE = /[报報网網社台臺刊]$/u;
const LONGEST = 48;
const NOT_IN_NAME = /[\d@:;!?()[\]“”"|/#]|[’']s(?:\s|$)|^(?:A|An)\s|\p{Ll}{3}\.\s/u;
const NO_NAME = [
  // `The Herald`, `El Faro`: an article and one more word
  casedPattern`^${capitalsOf('article of a paper', 'article of names')}\s?\p{Lu}\S+$`,
  // With any words behind it one of these is no part of a name; `La Toya Li`, `Le Thi Mai` are.
  casedPattern`^${capitalsOf('article of a paper')}\s`,
  // A German adjective with its noun: `Olympische Spiele`, `Letzte Bereinigung`
  casedPattern`^\p{Lu}\p{Ll}*(?:\p{Ll}{3}isch|lich|\p{Ll}{3}(?:end|iert))e[rsnm]?\s
    |(?:ierung|igung|igkeit|schaft)(?:en)?$`,
  casedPattern`^\S+\s${'short and'}\s`,
];

/** Whether a text looks like one person's name. A lone word is one only after a `By`. */
export function isPersonName(name: string, fewestWords = 2): boolean {
  const text = name.replace(NICKNAME, ' ');
  if (text.length > LONGEST || NOT_IN_NAME.test(text)) return false;
  if (HAN_NAME.test(text))
    return !HAN_MENU().test(text) && !HAN_HOUSE.test(text) && !isPressJob(text);
  if (fewestWords === 1 && EASTERN_NAME.test(text)) return !isPressJob(text);
  if (CASELESS.test(text)) return /^[\p{L}\p{M}]+(?: [\p{L}\p{M}]+){1,3}$/u.test(text);
  if (NO_NAME.some((form) => form().test(text)) || PLACE_NAME().test(text)) return false;
  return isOfNameWords(text.split(/\s+/), fewestWords) && !isJob(text) && !isHouse(text);
}

/** Whether words are each as in names: proper ones, with particles between them. */
function isOfNameWords(words: readonly string[], fewest: number): boolean {
  const small = words.filter((word) => !PROPER.test(word));
  if (words.length > 6 || words.length - small.length < fewest) return false;
  if (words.length > 1 && new Set(words).size === 1) return false;
  if (!small.every((word) => PARTICLE().test(word))) return false;
  return !words.some((word) => GLUED().test(word) || UNSAID.test(word));
}

/** Those of them that are written small behind the first word. */
const SMALL = patternWith('giu')`(?<=\s)${'particle'}(?=\s)`;

/** Whether a name is written in capitals, `ADA McKAY` too. */
export function isLoud(name: string): boolean {
  const loud = name.replace(/\bMa?c(?=\p{Lu}{2})/gu, 'MC');
  return loud === loud.toUpperCase() && loud !== loud.toLowerCase();
}

/** `ROBERT O’NEIL-VAN DYK` as a name is written; what is not all capitals stays. */
export function naturalCase(name: string): string {
  if (!isLoud(name) || !name.includes(' ')) return name;
  return name
    .toLowerCase()
    .replace(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/(?<=\bMc)\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(SMALL(), (word) => word.toLowerCase());
}

/** Each name once, in the order they came; `All by Ada Li` is no other name than `Ada Li`. */
export function uniqueNames(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const once = names.filter((name) => !seen.has(skeleton(name)) && seen.add(skeleton(name)));
  return once.filter((name) => !once.some((one) => name.endsWith(` ${one}`) && one.includes(' ')));
}

/** Whether a text speaks of somebody: who writes it stands at one of its ends, set apart. */
export function speaksOf(text: string, name: string): boolean {
  const [before = '', ...behind] = text.split(name);
  const isFirst = before === '' && /^\s?(?:[:.|–—-]|$)/u.test(behind.join(name));
  const isLast = behind.join(name) === '' && /[:.|–—-]\s?$|\bby\s$/iu.test(before);
  return behind.length > 0 && !isFirst && !isLast;
}
