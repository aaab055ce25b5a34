// The names in the words of a byline: split where one ends, without jobs, titles and places.
import { capitalsOf, casedPattern, loudOf, pattern } from '../../words/pattern.ts';
import {
  isHouse,
  isHouseNamed,
  isJob,
  isLoud,
  isPersonName,
  isPressJob,
  naturalCase,
  PLACE_NAME,
} from './names.ts';

/** Between names; a single letter joins only full ones: it may be an initial. */
const JOINT = casedPattern`${['and', 'together with']}|&|${loudOf('loud and')}`;
export const SEPARATOR = casedPattern`
  \s*(?:[,;|•·，／/、]|(?<!\p{Script=Katakana})・)\s*(?:(?:${JOINT}|${'short and'})\s)?
  |\s(?:${JOINT}|(?<=\S\s\S+\s)(?:${'short and'}|[aYE])(?=\s\S+\s\S))\s`;
/** `Ada MackenzieLifestyle Writer`, `Ada Mackenzie Writer`: a job glued to a name, or after it. */
const JOB_START = /(?<=\p{Ll})(?=\p{Lu})|(?= \p{L})/gu;
/** `Ada Li Quillport Today`: the word before these belongs to the paper. */
const PAPER = casedPattern`^${capitalsOf('paper behind name')}(?:\s|$)`;
/** One name with its job. */
const LONGEST_PART = 70;
/** `Chief Politics Correspondent Ada Li`. */
const JOB_BEFORE = /^(\p{Lu}\S*(?:\s\S+){0,3}?)\s(?=\p{Lu}[\p{L}’'.-]+\s\p{Lu}[\p{L}’'-]+$)/u;
/** Titles, and what pages call an author's portrait. */
const BEFORE_NAME = pattern`^(?:(?:${'title'}\.?|${'portrait'}(?: ${'out of'})?) )+(?=\p{Lu})`;
/** `Ada Li in Rome` among other names. */
const OWN_PLACE = casedPattern`
  ,?\s${'in place'}\s\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?$`;
/** `European Space Agency` is no person of the Agency. */
const ORGANISATION = casedPattern`
  ^(?!.*\p{Ll}\p{Lu}).*\s${capitalsOf('organisation')}$`;
const COMPANY = pattern`\s${['company form', 'company word']}(?=[\s-])`;
const ABBREVIATION = /(?:^|\s)\p{Lu}{2,}(?:\s|$)/u;
const LONGEST_TITLE = 7;

/** A name without a job glued to its end; `null` where no name is left. */
export function nameWithoutJob(part: string, fewestWords: number, isMarked = false): string | null {
  const text = once(bare(part, isMarked));
  if (isPersonName(text, fewestWords)) return naturalCase(text);
  if (isMarked && isHouseNamed(text)) return text;
  const place = OWN_PLACE().exec(text) ?? PLACE_NAME().exec(text);
  if (place !== null && place.index > 0)
    return nameWithoutJob(text.slice(0, place.index), 2, isMarked);
  if (text.length > LONGEST_PART || !/^\p{Lu}/u.test(text) || !canHoldTitle(text)) return null;
  return nameBeforeTitle(text);
}

/** Behind a name; the dot of an initial is a part of it, and that of `Jr.` */
const LAST_DOT = casedPattern`
  (?<!(?<!\p{L})(?:\p{Lu}|${capitalsOf('behind surname')}))[.,:]$`;

function bare(part: string, isMarked: boolean): string {
  const named = isMarked
    ? part.replace(JOB_BEFORE, (all, job) => (isPressJob(job) ? '' : all))
    : part;
  const text = named.replace(BEFORE_NAME(), '');
  return text.replace(LAST_DOT(), '').trim();
}

function nameBeforeTitle(text: string): string | null {
  if (ORGANISATION().test(text) || COMPANY().test(text)) return null;
  const splits = [...text.matchAll(JOB_START)]
    .map(({ index: at }) => ({ name: text.slice(0, at).trim(), rest: text.slice(at).trim() }))
    .filter(({ name, rest }) => isPersonName(name) && isTitle(rest))
    .filter(({ name }) => name === name.toUpperCase() || !ABBREVIATION.test(name));
  const known = splits.find(({ rest }) => isTitle(rest.split(' ', 1)[0] ?? ''));
  const split = known ?? splits.at(-1);
  if (split === undefined) return null;
  const shorter = split.name.replace(/\s\S+$/u, '');
  const isPapers = PAPER().test(split.rest) && isPersonName(shorter);
  return naturalCase(isPapers ? shorter : split.name);
}

/** One of two copies of a name: its picture's alternative text stands beside it. */
function once(text: string): string {
  const middle = Math.floor(text.length / 2);
  const half = text.slice(0, middle);
  return text === `${half}${half}` || text === `${half} ${half}` ? half : text;
}

/** Whether a text may hold a job or an agency: only then is it cut at every word. */
function canHoldTitle(text: string): boolean {
  return /\p{Ll}\p{Lu}|\p{Lu}{3}/u.test(text) || isJob(text) || isHouse(text);
}

const IN_JOB = casedPattern`^${'in job'}$`;
/** `North coast correspondent`. */
const FIELD_AND_JOB = /^\p{Lu}.*\s(\p{Ll}+)$/u;

/** Whether words after a name are a job or a house: few, each with a capital, or a field and a job. */
function isTitle(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (words.length > 5 || !(isJob(text) || isHouse(text) || /^\p{Lu}{3}/u.test(text))) return false;
  if (isPressJob(FIELD_AND_JOB.exec(text)?.[1] ?? '')) return true;
  return words.every((word) => /^[\p{Lu}&]/u.test(word) || IN_JOB().test(word) || isJob(word));
}

/** Whether a part of a byline says what somebody does there, or where. */
function isOffice(part: string): boolean {
  const isPress = isPressJob(part) && part.split(' ').length <= LONGEST_TITLE;
  return isPress || isTitle(part) || PLACE_NAME().exec(part)?.index === 0;
}

/** What stands between separators, or beside each other without one. */
function partsOf(text: string): readonly string[] {
  const parts = text.split(SEPARATOR()).flatMap(pairs).flatMap(hanNames);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Six words and more with nothing between them are names of two words each, side by side. */
function pairs(part: string): readonly string[] {
  const words = part.trim().split(' ');
  const isRow = words.length >= 6 && words.length % 2 === 0 && words.every(isNameWord);
  if (!isRow) return [part];
  return words.flatMap((word, at) => (at % 2 === 0 ? [`${word} ${words[at + 1]}`] : []));
}

/**
 * Chinese and Japanese names beside each other: of three characters and more they are whole ones,
 * and where there are five in all but the first is short: `李明 王小红`, not `佐久間 志郎`.
 */
function hanNames(part: string): readonly string[] {
  const names = part.trim().split(/\s+/);
  const areNames = names.length > 1 && names.every((name) => /^\p{Script=Han}{2,5}$/u.test(name));
  if (!areNames) return [part];
  const areWhole = names.length > 2 || (names.at(-1)?.length ?? 0) >= 3;
  return areWhole ? names : [part];
}

function isNameWord(word: string): boolean {
  return /^\p{Lu}[\p{Ll}\p{M}’'-]+$/u.test(word) && !isHouse(word) && !isJob(word);
}

/** The names among the parts of a text, each once. */
export function namesOf(text: string, fewestWords: number, isMarked = false): readonly string[] {
  const names: string[] = [];
  const shouted: string[] = [];
  for (const part of partsOf(text)) {
    const name = nameWithoutJob(part, fewestWords, isMarked);
    if (name === null || names.includes(name)) continue;
    names.push(name);
    if (isLoud(part)) shouted.push(name);
  }
  // Behind a name in small letters a part in capitals is a broadcaster: `Ada Li, MDR THÜRINGEN`.
  const [first] = names;
  if (first === undefined || shouted.includes(first)) return names;
  return names.filter((name) => !shouted.includes(name));
}

/** Whether every part of a text is a name, a job or a house: prose has other words. */
export function isOnlyNames(text: string): boolean {
  return partsOf(text).every((part) => nameWithoutJob(part, 2) !== null || isOffice(part));
}

/** Whether what follows a lead begins with a name, or with whose name follows. */
export function beginsWithName(text: string): boolean {
  const [first] = partsOf(text);
  return first !== undefined && (nameWithoutJob(first, 1, true) !== null || isOffice(first));
}
