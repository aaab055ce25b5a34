// Reporters named inside a story: in brackets at its beginning or end, or behind its last sentence.
import { firstValue } from '../../../core/first-value.ts';
import { anyCaseOf, casedPattern } from '../../words/pattern.ts';
import { parseByline } from './byline.ts';
import { OTHER_HAND } from './byline-leads.ts';

const BETWEEN = /\s?[、，,·・]\s?|\s+/u;
const KOREAN = casedPattern`([가-힣]{2,4}(?:${BETWEEN}[가-힣]{2,4})*)\s${'eastern reporter'}`;

/** Where names stand in their paragraph, which are its first group. */
const FORMS = [
  // `新华社北京4月24日电（记者史卫燕、李明）`
  casedPattern`^.{0,40}?[（(][^（()）]{0,8}${'eastern reporter'}[\s:：]?
    ((?:\p{Script=Han}{2,4}${BETWEEN}?)+)[）)]`,
  // `（中央社記者王小明台北24日電）`: the last characters are a place
  casedPattern`^[（(][^（()）]{0,8}${'eastern reporter'}
    ((?:\p{Script=Han}{2,3}、)*\p{Script=Han}{2,3})\p{Script=Han}{2,3}\d{1,2}日[電电][）)]`,
  // `【ワシントン=渡辺洋介】`
  casedPattern`^【[\p{Script=Katakana}ー・\p{Script=Han}]{1,12}[=＝]
    ((?:\p{Script=Han}{2,6}${BETWEEN}?)+)】`,
  // `…と話した。【エルサレム松岡大地】`
  casedPattern`【[\p{Script=Katakana}ー・]*[=＝]?((?:\p{Script=Han}{3,6}${BETWEEN}?)+)】$`,
  // `(서울=연합뉴스) 홍길동 기자 =`
  casedPattern`^[(\[【][^)\]】]{1,10}[=＝][^)\]】]{2,10}[)\]】]\s?${KOREAN}`,
  // `… 밝혔다. 홍길동 기자 hong@paper.kr`
  casedPattern`(?:^|[\s/[(])${KOREAN}\s?[/(<]?\s?[\w.]*@?[\w.]*[)>\]]?$`,
];
/** `… said so. (Ada Li)`, `… sagte er. – Ada Li +++`. */
const BEHIND_LAST =
  /(?:(?:^|[.!?…][”"»“]?)\s*[(（]([^()（）]{4,80})[)）]\.?|[.!?…]\s*[–—]\s?([^–—]{4,60}))\s*\+*$/u;
/** `… said so. By Ada Li`, as some end their decks. */
const BY_BEHIND_LAST = casedPattern`[.!?…][”"»“]?\s((?:${anyCaseOf('by')})\s\p{Lu}[^.!?…]{3,50})$`;
const LONGEST_HEAD = 80;
const LONGEST_TAIL = 60;
/** `QUILLPORT, Calif. (AP) -- `, `Quillport (dpa) - `, `LOWER VENN – `. */
const PLACE =
  /^\p{Lu}[\p{Lu}\s.’'-]{2,30}\s[–—]\s|^[\p{Lu}\p{Lo}][\p{L}\s,،.'’-]{1,40}\([^()]{2,24}\)\s?(?:[–—]|--?)\s/u;

/** Whether a paragraph begins with the place it comes from, as a story's first does. */
export function opensWithPlace(paragraph: string): boolean {
  return PLACE.test(paragraph.slice(0, LONGEST_HEAD));
}

/** The reporters named at the beginning of a story's first paragraph, or at the end of its last. */
export function namesAtEnds(first: string, last: string): readonly string[] {
  const finds = [datelineNames(first), datelineNames(last), signedNames(last)];
  return finds.find((names) => names.length > 0) ?? [];
}

/** Whose name stands behind the last sentence of a story, in brackets, after a dash or a By. */
export function signedNames(paragraph: string): readonly string[] {
  const tail = paragraph.slice(-LONGEST_TAIL * 2);
  const [, bracketed, dashed] = BEHIND_LAST.exec(tail) ?? [];
  const names = bracketed ?? dashed ?? BY_BEHIND_LAST().exec(tail)?.[1] ?? '';
  return OTHER_HAND().test(names) ? [] : (parseByline(names)?.authors ?? []);
}

/** The reporters that a paragraph names at its beginning or its end; empty for most. */
export function datelineNames(paragraph: string): readonly string[] {
  if (!/[\p{Script=Han}가-힣]/u.test(paragraph.slice(0, LONGEST_HEAD))) return [];
  const ends =
    paragraph.length <= LONGEST_HEAD
      ? [paragraph]
      : [paragraph.slice(0, LONGEST_HEAD), paragraph.slice(-LONGEST_TAIL)];
  const found = firstValue(FORMS, (form) => firstValue(ends, (text) => form().exec(text)));
  const names = found?.[1]?.split(BETWEEN) ?? [];
  return [...new Set(names.filter((name) => name.length >= 2))];
}
