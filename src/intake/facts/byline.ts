// Bylines: who wrote it and where, from a line such as "By Ada Li in Paris", glued or not.

import { BYLINE_LEAD } from './byline-leads.ts';
import { isHouse, isJob, isPersonName, naturalCase } from './names.ts';

/** Who wrote an article, and from where. */
export interface Byline {
  /** Names only, each once. */
  readonly authors: readonly string[];
  readonly place: string | null;
  /** Whether the line says that it is a byline (`By …`), or only looks like one. */
  readonly isMarked: boolean;
}

/** `ByAda Li`: the word glued to the name; its case counts, for `Bypass` is a word. */
const GLUED_LEAD = /^(?:[Bb]y|BY)(?=\p{Lu}\p{L}+ )/u;
/** What may follow the names: the rest of the line says something else. */
const TAIL =
  /(?:\s[–—-]\s|\bfor (?:the )?\p{Lu}|\b(?:published|updated|posted|last updated|read more|follow|veröffentlicht|aktualisiert|publié|publicado|pubblicato)\b|\(?[\w.]+@[\w-]+\.\w|@\w|https?:|\b(?:lesezeit|lesedauer|reading time|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|lästid|lesetid|læsetid)\b|\bview (?:bio|profile)|\bopens in|\s\d{1,3}\s?(?:min|h\b|hours?|days?|st[du]|minut)|\s\d{1,2}\.?\s\p{L}{3,12},?\s\d{1,2}[:.]\d\d).*$/iu;
const SEPARATOR =
  /\s*(?:[,;|•·]|\s(?:and|&|und|et|y|e|en|i|og|och|и|та|with|mit|avec|con|و)\s|、|・|\s?\/\s?)\s*/iu;
/** `Ada Liin Paris`: the preposition may be glued to the name. */
const PLACE =
  /^(.*?\p{Ll})(?:\s?in| (?:à|aus|en|a|em|из|в)) (\p{Lu}[\p{L}’'.-]+(?:,? \p{Lu}[\p{L}’'.-]+){0,3})$/u;
/** `Keith MackenzieLifestyle Writer`, `Keith Mackenzie Writer`: a job glued to a name, or after it. */
const JOB_START = /(?<=\p{Ll})(?=\p{Lu})|(?= \p{L})/gu;
/** Reporters' names with the word for reporter after them: `홍길동·김철수 기자`, `李明记者`. */
const EASTERN =
  /(?:^|[\s[【=·])([\p{Script=Hangul}]{2,4}(?:\s?[·,，/]\s?[\p{Script=Hangul}]{2,4})*|[\p{Script=Han}]{2,6})\s?(?:선임|수습|인턴)?\s?(?:기자|특파원|논설위원|记者|記者)(?=$|[\s\]】=·,/|(<])/gu;
const LONGEST = 160;
const LONGEST_EASTERN = 70;
/** One name with its job. */
const LONGEST_PART = 70;
const LONGEST_UNMARKED = 110;
/** What a line of names begins with, told before anything dearer is tried. */
const TWO_CAPITALS =
  /^(?:dr\.? |prof\.? )?(?:\p{Lu}\S*|al-\S+)\s(?:\p{Ll}\S{0,3}\s){0,3}[\p{Lu}(]|^\p{Script=Han}{1,5}(?:\s\p{Script=Han}{1,5}){0,3}$/u;

/** A name without a job glued to its end; `null` where no name is left. */
function nameOf(part: string, fewestWords: number): string | null {
  const text = once(
    part
      .replace(BEFORE_NAME, '')
      .replace(/(?<!(?<!\p{L})\p{Lu})[.,:]$/u, '')
      .trim(),
  );
  if (isPersonName(text, fewestWords)) return naturalCase(text);
  if (text.length > LONGEST_PART || !/^\p{Lu}/u.test(text) || !canHoldTitle(text)) return null;
  const splits = jobStarts(text)
    .map((at) => ({ name: text.slice(0, at).trim(), rest: text.slice(at).trim() }))
    .filter(({ name, rest }) => isPersonName(name, 2) && isTitle(rest));
  if (ORGANISATION.test(text)) return null;
  const known = splits.find(({ rest }) => isTitle(rest.split(' ', 1)[0] ?? ''));
  const split = known ?? splits.at(-1) ?? null;
  return split === null ? null : naturalCase(split.name);
}

/** What pages put before a name: a title, or what the picture beside it is. */
const BEFORE_NAME =
  /^(?:(?:dr|prof)\.? |(?:avatar|bild|foto|photo|picture|image|portr[aä]i?t|profile (?:picture|image|photo)|headshot)(?: (?:of|av|von|de|di|van|för|for))? (?=\p{Lu}))/iu;

/** One of two copies of a name: its picture's alternative text stands beside it. */
function once(text: string): string {
  const middle = Math.floor(text.length / 2);
  const half = text.slice(0, middle);
  return text === `${half}${half}` || text === `${half} ${half}` ? half : text;
}

/** `European Space Agency` is no person of the Agency. */
const ORGANISATION =
  /^(?!.*\p{Ll}\p{Lu}).*\s(?:Agency|University|Institute|Department|Ministry|Group|Network|Union|Party|Inc|Ltd|LLC|GmbH|AG)$/u;

/** Told before a text is cut in every place: some word is a job or a house, or two are one. */
function canHoldTitle(text: string): boolean {
  return /\p{Ll}\p{Lu}|\p{Lu}{3}/u.test(text) || isJob(text) || isHouse(text);
}

/** Whether words after a name are a job or a house: few, each with a capital. */
function isTitle(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (words.length > 5 || !(isJob(text) || isHouse(text) || /^\p{Lu}{3}/u.test(text))) return false;
  return words.every(
    (word) => /^[\p{Lu}&]/u.test(word) || /^(?:for|of|and|at)$/.test(word) || isJob(word),
  );
}

/** Where a job may begin behind a name. */
function jobStarts(text: string): readonly number[] {
  return Array.from(text.matchAll(JOB_START), (match) => match.index);
}

/** What stands between separators, or beside each other without one. */
function partsOf(text: string): readonly string[] {
  return text.split(SEPARATOR).flatMap(pairs).flatMap(hanNames);
}

/** Six words and more with nothing between them are names of two words each, side by side. */
function pairs(part: string | undefined): readonly string[] {
  const words = (part ?? '').trim().split(' ');
  const isRow = words.length >= 6 && words.length % 2 === 0 && words.every(isNameWord);
  if (!isRow) return [part ?? ''];
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

function namesOf(text: string, fewestWords: number): readonly string[] {
  const names: string[] = [];
  const shouted: string[] = [];
  for (const part of partsOf(text)) {
    const name = part === undefined || part === '' ? null : nameOf(part, fewestWords);
    if (name === null || names.includes(name)) continue;
    names.push(name);
    if (part === part.toUpperCase()) shouted.push(name);
  }
  // Behind a name in small letters a part in capitals is a broadcaster: `Ada Li, MDR THÜRINGEN`.
  const [first] = names;
  if (first === undefined || shouted.includes(first)) return names;
  return names.filter((name) => !shouted.includes(name));
}

/** Whether every part of a line without `By` is a name, a job or a house: prose has other words. */
function isOnlyNames(text: string): boolean {
  const parts = partsOf(text).filter((part) => part !== '');
  return parts.every((part) => nameOf(part, 2) !== null || isTitle(part));
}

/** `本报记者`: the paper's own reporter, whose name follows. */
const OWN_PAPER = /^(?:本.|.{1,3}[社网網报報台])$/u;

function easternNames(line: string): readonly string[] {
  if (!/기자|특파원|논설위원|记者|記者/.test(line)) return [];
  const lists = Array.from(line.matchAll(EASTERN), ([, names]) => names ?? '');
  const names = lists.flatMap((list) => list.split(/\s?[·,，/]\s?/u));
  return [...new Set(names)].filter((name) => !OWN_PAPER.test(name));
}

/** Names between bars; a part with a small word is a place more often: `Ada Li | Palma de Mallorca`. */
function isRowOfNames(text: string): boolean {
  return !/[|•·].*\s\p{Ll}/u.test(text) && isOnlyNames(splitPlace(text).names);
}

/** Names that end in `in`, without it: `Martin Li` is no Mart in Li. */
const CUT_NAME =
  /(?:Mart|Kev|Col|Benjam|Just|Rob|Erw|Edw|Aust|Dust|Cal|Gav|Darw|Frankl|Merl|Jasm|Valent|Quent|Alv|Irw|Godw|Const|Corent|August|Joach|Catr|Kar|Ir|Gris|Larr|Hardw|Rab|Mar|El)$/u;

function isCutName(name: string, text: string): boolean {
  return CUT_NAME.test(name) && text.startsWith('in ', text.indexOf(name) + name.length);
}

function splitPlace(text: string): { names: string; place: string | null } {
  const match = PLACE.exec(text);
  const names = match?.[1] ?? text;
  const last = names.split(SEPARATOR).at(-1) ?? '';
  if (match === null || nameOf(last, 2) === null || isCutName(last, text))
    return { names: text, place: null };
  return { names, place: match[2] ?? null };
}

const PICTURE =
  /^(?:\S.{0,40}\.(?:jpe?g|png|gif|webp)|(\p{Lu}.{3,40})) (?=(?:by|von|par|por|di|door|av|af|oleh) (.+))/iu;

/** `Ada Li By Ada Li`, `ada-li.jpg Von Ada Li`: the author's picture says who it is too. */
function withoutPicture(line: string): string {
  const match = PICTURE.exec(line);
  if (match === null || (match[1] !== undefined && !match[2]?.startsWith(match[1]))) return line;
  return line.slice(match[0].length);
}

/**
 * Reads a byline: `By Ada Li in Paris`, `Ada Liin Paris`, `Von Ada Li`, `Ada Li, Staff Writer`.
 * Dates and times must be cut away before.
 * @returns `null` for a line that names nobody
 */
export function parseByline(written: string): Byline | null {
  if (written.length > LONGEST) return null;
  const line = withoutPicture(written);
  const eastern = line.length <= LONGEST_EASTERN ? easternNames(line) : [];
  if (eastern.length > 0) return { authors: eastern, place: null, isMarked: true };
  const lead = GLUED_LEAD.exec(line) ?? BYLINE_LEAD.exec(line);
  if (lead === null && (line.length > LONGEST_UNMARKED || !TWO_CAPITALS.test(line))) return null;
  const whole = line
    .slice(lead?.[0].length ?? 0)
    .replace(TAIL, '')
    .trim();
  const first = whole.split(/\s*[|•·]\s*/, 1)[0] ?? whole;
  const said =
    isRowOfNames(whole) || (lead !== null && namesOf(first, 2).length === 0) ? whole : first;
  const { names, place } = splitPlace(said);
  if (lead === null && !isOnlyNames(names)) return null;
  const isEastern = lead !== null && /^[\p{Script=Han}\s、，·]+$/u.test(names);
  const full = namesOf(names, isEastern ? 1 : 2);
  // A lone word is a name only where the byline has nothing better: `By Madonna`.
  const authors = full.length > 0 || lead === null ? full : namesOf(names, 1).slice(0, 1);
  return authors.length === 0 ? null : { authors, place, isMarked: lead !== null };
}
