// Bylines: who wrote it and where, from a line such as "By Ada Li in Paris", glued or not.
import { anyCaseOf, capitalsOf, casedPattern, pattern, patternWith } from '../../words/pattern.ts';
import { ofWriters, withoutInnerBrackets } from './byline-hands.ts';
import { BYLINE_LEAD, OTHER_HAND, OWN_REPORTER } from './byline-leads.ts';
import { beginsWithName, isOnlyNames, namesOf, nameWithoutJob, SEPARATOR } from './byline-names.ts';
import { isHouse, isPressJob, NICKNAME, PLACE_NAME } from './names.ts';

/** Each ends the names wherever it begins: `March 18 at 12:22`, `; Fotos: Bo Ek`. */
const TAIL = pattern`(?:
  \s[–—]\s?|\s-\s
  |${'end of names'}
  |\(?[\w.+-]+@[\w-]+\.\w|@\w|https?:|www\.
  |\s\d{1,3}\s?${['minute', 'hour', 'day']}(?!\p{L})
  |\s\d+\s?${['comment', 'sharing']}
  |\s\d{1,2}\.?\s\p{L}{3,12},?\s\d{1,2}[:.]\d\d
  |\s\p{L}{3,9}\.?\s\d{1,2}(?:,|\s${'at'})\s\d
  |\s${'at'}\s\d{1,2}[:.h]\d\d
  |[\s,]${['today', 'yesterday']}[\s,](?:\p{L}+\s)?\d
  |[;,.|•·]?\s${'hand behind'}(?:\s${['by', 'taken by']}|\s?:)\s
  |\s${'reports'}(?:\s${'in place'}\s.*)?$
  ).*$`;
/** `Ada LiPublished on`: the case tells where the name ends. */
const GLUED_TAIL = casedPattern`(?<=\p{Ll})${capitalsOf('glued tail')}.*$`;
/** `Ada Li (dpa)`, `Ada Li (Rome, correspondante)`. */
const BRACKETS = /\s*[(（[]([^()（）[\]]{1,60})[)）\]].*$/u;
/** Behind a picture: `Ada Li Image`, `Ada Li KGO logo`, `Ada Li’s avatar`. */
const PICTURED = casedPattern`
  (?:\s\p{Lu}{2,5}|[’']s)?\s${anyCaseOf('behind portrait')}$`;
/** `Ada Li Account of Ada Li`: the names end where the first comes again. */
const AGAIN = /^(\p{Lu}[\p{L}’'.-]+\s\p{Lu}[\p{Ll}’'-]+)(?=[\p{Lu}\s]).*\s\1$/u;
const DASH = /^\s?[–—-]\s?/u;
const ONE_PLACE = /^\p{Lu}\p{Ll}+$/u;

/** The names of a byline without what follows them; `null` where that shows it is none. */
function withoutTail(text: string, isMarked: boolean): string | null {
  const whole = text.replace(AGAIN, '$1').replace(PICTURED(), '');
  const nickname = NICKNAME.exec(whole);
  const end = nickname === null ? 0 : nickname.index + nickname[0].length;
  const behind = withoutInnerBrackets(whole.slice(end)).replace(BRACKETS, (all, inside: string) =>
    isMarked || isOrigin(inside) ? '' : all,
  );
  const bare = whole.slice(0, end) + behind;
  const tail = TAIL().exec(bare)?.[0] ?? '';
  // Without a `By` a dash stands between a name and anything: `Ada Li – a life at sea`.
  if (!isMarked && DASH.test(tail) && !isOrigin(tail.replace(DASH, ''))) return null;
  return bare
    .slice(0, bare.length - tail.length)
    .replace(GLUED_TAIL(), '')
    .trim();
}

/** Whether words say where a story comes from: a house, a job, a place, a date. */
function isOrigin(text: string): boolean {
  if (/\d/.test(text) || isPressJob(text)) return true;
  const isName = /^\p{Lu}/u.test(text) && !/\s\p{Ll}{4}/u.test(text);
  return isName && (isHouse(text) || PLACE_NAME().test(text) || ONE_PLACE.test(text));
}

/** Who wrote an article, and from where. */
export interface Byline {
  /** Names only, each once. */
  readonly authors: readonly string[];
  readonly place: string | null;
  /** Whether the line says that it is a byline (`By …`), or only looks like one. */
  readonly isMarked: boolean;
}

/** `ByAda Li`, `Geschrieben vonAda Li`: the word glued to the name; case tells it from `Bypass`. */
const GLUED_LEAD = casedPattern`
  ^(?:[\p{Lu}\p{Ll}]\p{Ll}+ )?${anyCaseOf('glued by')}(?=\p{Lu}[\p{L}.]+ \p{Lu})`;
/** `Ada Liin Paris`: the preposition may be glued to the name. */
const TOWN = /\p{Lu}[\p{L}’'.-]+(?:,? \p{Lu}[\p{L}’'.-]+){0,3}/u;
const PLACE = casedPattern`^(.*?\p{Ll})(?:in|,? ${'in place'}) (${TOWN})$`;
const REPORTER = casedPattern`${'eastern reporter'}`;
/** Reporters' names with the word for reporter after them: `홍길동·김철수 기자`, `李明记者`. */
const EASTERN_LIST =
  /\p{Script=Hangul}{2,4}(?:\s?[·,，/]\s?\p{Script=Hangul}{2,4})*|\p{Script=Han}{2,6}/u;
const EASTERN = patternWith('gu')`
  (?:^|[\s[【=·])(${EASTERN_LIST})\s?[（(]?${'eastern rank'}?\s?${'eastern reporter'}
  (?=$|[\s\]】=·,/|()）<])`;
const LONGEST = 160;
const LONGEST_EASTERN = 70;
const LONGEST_UNMARKED = 110;
/** What a line of names begins with; tried before slower patterns. */
const TWO_CAPITALS = casedPattern`
  ^(?:${'title'}\.? ){0,2}(?:\p{Lu}\S*|al-\S+)\s(?:\p{Ll}\S{0,3}\s){0,3}
  (?:\p{Ll}{1,4}[’'-])?[\p{Lu}(]`;
const HAN_WORDS = /^\p{Script=Han}{1,5}(?:\s\p{Script=Han}{1,5}){0,3}$/u;
/** `本报记者`: the paper's own reporter, whose name follows. */
const OWN_PAPER = /^(?:本.|.{1,3}[社网網报報台])$/u;
/** Leads that a lone word may follow: `By Madonna`, `文：小明`; after `From` it is a place. */
const SURE_LEAD = /(?:\bby|[:：=＝|｜/／●]|\p{Script=Han})\s*$/iu;

function easternNames(line: string): readonly string[] {
  if (!REPORTER().test(line)) return [];
  const lists = Array.from(line.matchAll(EASTERN()), ([, names]) => names ?? '');
  const names = lists.flatMap((list) => list.split(/\s?[·,，/]\s?/u));
  return [...new Set(names)].filter((name) => !OWN_PAPER.test(name));
}

/** Names between bars; a part with a small word is rather a place: `Ada Li | Palma de Mallorca`. */
function isRowOfNames(text: string): boolean {
  return !/[|•·].*\s\p{Ll}/u.test(text) && isOnlyNames(splitPlace(text).names);
}

/** Names that end in `in`, without it: `Martin Li` is no Mart in Li, `Goldstein` no Goldste. */
const CUT_NAME = casedPattern`(?:${capitalsOf('cut name')}|\p{Ll}ste)$`;

function isGlued(name: string, text: string): boolean {
  const rest = text.slice(name.length);
  return /^in /.test(rest) && !CUT_NAME().test(name) && !isHouse(rest.slice(3));
}

function splitPlace(text: string): { names: string; place: string | null } {
  const match = PLACE().exec(text);
  const names = match?.[1] ?? text;
  const last = names.split(SEPARATOR()).at(-1) ?? '';
  const isSet = match !== null && (!text.startsWith('in', names.length) || isGlued(names, text));
  if (!isSet || nameWithoutJob(last, 2, true) === null) return { names: text, place: null };
  return { names, place: match[2] ?? null };
}

/** `TownMar 28Written By Ada Li`: what the words for a By are glued to. */
const GLUED_BEFORE = casedPattern`
  ^.{1,40}?[\p{Ll}\d.](?=${capitalsOf('before by')}\s[Bb]y\s\p{Lu})`;
/** `Ada LiAda Li`, `Ada Li Ada Li`: a portrait's alternative text before the name, and what follows. */
const TWICE = /^(\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,3})\s?\1(?=$|[\p{Lu}\s,|])/u;

/** A file or a name, up to a `By` with the same name behind it. */
const PICTURE = pattern`
  ^(?:\S.{0,40}\.(?:jpe?g|png|gif|webp) |(\p{Lu}.{3,40}?)\s?(?=${'by'}\s?\1))(?=${'by'})`;
const LEAD_GLUED_TO_NAME = pattern`^(${'by'})(?=\p{Lu}\p{Ll})`;

/** `Ada Li By Ada Li`, `ada-li.jpg Von Ada Li`: a portrait's alternative text before the byline. */
function withoutPicture(line: string): string {
  const [picture] = PICTURE().exec(line) ?? [];
  if (picture !== undefined) return line.slice(picture.length).replace(LEAD_GLUED_TO_NAME(), '$1 ');
  // Most have nothing glued before the words for a By, which costs less to tell.
  const bare = /\S\s[Bb]y\s/.test(line) ? line.replace(GLUED_BEFORE(), '') : line;
  return bare.replace(TWICE, '$1');
}

/** What stands before a `By` on its line: few words. */
const BEFORE_LEAD = casedPattern`^(\S.{1,28}?)(?:\s(?=${'by'}\s)|\s?(?=By\s))`;
const PORTRAIT = pattern`^${'portrait'}(?:\s|$)`;

/** `Avatar photo by Ada Li`, `APBy Ada Li`: a portrait or an agency before the `By`. */
function withoutPrefix(line: string): string {
  const [all = '', prefix = ''] = BEFORE_LEAD().exec(line) ?? [];
  if (all === '' || OTHER_HAND().test(line)) return line;
  const isPortrait = PORTRAIT().test(prefix) || line.endsWith(` ${prefix}`);
  const isPapers = prefix === prefix.toUpperCase() && isHouse(prefix);
  return isPortrait || isPapers ? line.slice(all.length) : line;
}

/** `Home | Par Ada Li | 3 mai`: the part of a row that begins with a `By`, and what follows it. */
function fromLead(line: string): string {
  const bars = Array.from(line.matchAll(/[|•·]\s*/gu), ({ index, 0: bar }) => index + bar.length);
  const start = bars.find((at) => BYLINE_LEAD().test(line.slice(at)));
  return start === undefined || BYLINE_LEAD().test(line) ? line : line.slice(start);
}

/** `Ada Li and`: the next name stands on the next line. */
const OPEN_END = casedPattern`(?:,|\s(?:${['and', 'together with']}|&))$`;

/** `Ada Li (with Bo Ek)`, but not `Ada Li (with photos by Bo Ek)`. */
const WITH_OTHERS = casedPattern`\s\((${'together with'} (?!.*\s${'by'}\s)\p{Lu}[^()]+)\)$`;
/** `[Ada Li, Reuters]`: a name and for whom it writes. */
const WITH_HOUSE = /^[〔［[]([^,，、\]]{2,40})[,，、]\s?([^\]]{2,40})[〕］\]]$/u;
/** `Ada Li@adali7Bo Ek`: an account's name between two names. */
const HANDLE_BETWEEN = /@[\p{Ll}\d_]+(?=\p{Lu}\p{Ll}+\s\p{Lu})/gu;

const BEFORE_SUFFIX = casedPattern`,\s(?=${capitalsOf('behind surname')}\b)`;

/** A line without what frames it: `– Ada Li`, `〔記者李明〕`. */
function unframed(line: string): string {
  return line
    .replace(/^[|•·–—-]{1,2}\s*|\s*[→»›]$/gu, '')
    .replace(OPEN_END(), '')
    .replace(WITH_OTHERS(), ' $1')
    .replace(/^[〔[(（](.*)[)）〕\]]$/u, (all, inside: string) =>
      BYLINE_LEAD().test(inside) ? inside : all,
    )
    .replace(WITH_HOUSE, (all, name: string, house: string) =>
      isHouse(house) || (HAN_WORDS.test(name) && !HAN_WORDS.test(house)) ? `By ${name}` : all,
    )
    .replace(HANDLE_BETWEEN, ', ')
    .replace(BEFORE_SUFFIX(), ' ');
}

/**
 * Reads a byline: `By Ada Li in Paris`, `Ada Liin Paris`, `Von Ada Li`, `Ada Li, Staff Writer`.
 * Dates and times must be cut away before.
 * @returns `null` for a line that names nobody
 */
export function parseByline(written: string): Byline | null {
  if (written.length > LONGEST) return null;
  const line = fromLead(withoutPrefix(withoutPicture(unframed(ofWriters(written)))));
  const eastern = line.length <= LONGEST_EASTERN ? easternNames(line) : [];
  if (eastern.length > 0) return { authors: eastern, place: null, isMarked: true };
  const lead = (GLUED_LEAD().exec(line) ?? BYLINE_LEAD().exec(line))?.[0] ?? null;
  if (lead === null && !isLikeNames(line)) return null;
  const rest = withoutAnswerer(line.slice(lead?.length ?? 0), lead).replace(OWN_REPORTER(), '');
  const names = withoutTail(rest, lead !== null);
  if (names === null) return null;
  const named = lead === null ? namedAlone(names) : namedBehind(lead, names);
  return named.authors.length === 0 ? null : { ...named, isMarked: lead !== null };
}

const TOGETHER = pattern`\s${'together with'}\s`;
const SITE_BEHIND_SLASH = /\/\s?\S+\.\p{Ll}{2,4}(?:\s|$)/u;
const INTERVIEW = pattern`${'interview'}`;

/** `Interview by Ada Li with Bo Ek`: who was asked is no author. */
function withoutAnswerer(names: string, lead: string | null): string {
  const behind = lead !== null && INTERVIEW().test(lead) ? TOGETHER().exec(names) : null;
  return behind === null ? names : names.slice(0, behind.index);
}

/** Whether a line without a `By` may be one of names. */
function isLikeNames(line: string): boolean {
  if (line.length > LONGEST_UNMARKED) return false;
  if ((!TWO_CAPITALS().test(line) && !HAN_WORDS.test(line)) || /[:：]$/u.test(line)) return false;
  // A picture shows somebody with something; and `Bo Ek/picture-service.com` took one.
  return ![OTHER_HAND(), TOGETHER(), SITE_BEHIND_SLASH].some((form) => form.test(line));
}

const BEHIND_BAR = /\s*[|•·].*$/su;

/** Names without a `By`, and nothing beside them: all of a row, else what stands before a bar. */
function namedAlone(whole: string) {
  const { names, place } = splitPlace(isRowOfNames(whole) ? whole : whole.replace(BEHIND_BAR, ''));
  return { authors: isOnlyNames(names) ? namesOf(names, 2) : [], place };
}

/** A degree or a language: `MS`, `EN`. */
const SIGN = /^\p{Lu}{1,3}$/u;
const EASTERN_SCRIPTS =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー\s、，,·／/]+$/u;

/** `More stories by Ada`: a paper may stand there. */
const MORE = pattern`^${'more by the author'}\s`;
/** Names that are no others than words are: `記者コラム` is a column. */
const KANA = /^\p{Script=Katakana}/u;
const SIGNED_LEAD = /[^\p{L}\s]\s*$/u;

/** Whether Chinese or Japanese words are a clause of a sentence: what a lead is for stands at once. */
function isInProse(name: string, text: string): boolean {
  return EASTERN_SCRIPTS.test(name) && !text.startsWith(name);
}

function namedBehind(lead: string, whole: string) {
  const first = whole.replace(BEHIND_BAR, '');
  if (KANA.test(first) && !SIGNED_LEAD.test(lead)) return { authors: [], place: null };
  const isOne = namesOf(first, EASTERN_SCRIPTS.test(first) ? 1 : 2, true).length > 0;
  const isWhole = isRowOfNames(whole) || !isOne;
  const { names, place } = splitPlace(isWhole ? whole : first);
  const fewest = EASTERN_SCRIPTS.test(names) ? 1 : 2;
  const full = beginsWithName(names) ? namesOf(names, fewest, true) : [];
  if (full.length > 0 || !SURE_LEAD.test(lead) || MORE().test(lead))
    return { authors: full, place };
  // A lone word is a name only where the byline has nothing better: `By Madonna`.
  const lone = namesOf(names, 1).find((name) => !SIGN.test(name) && !isInProse(name, names));
  return { authors: lone === undefined ? [] : [lone], place };
}
