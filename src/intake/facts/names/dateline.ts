// Reporters named inside a story: in brackets at its beginning or end, or behind its last sentence.
import { parseByline } from './byline.ts';
import { OTHER_HAND } from './byline-leads.ts';
import { isPersonName } from './names.ts';

const HAN = '\\p{Script=Han}';
const HANGUL = '[가-힣]{2,4}';
const BETWEEN = '\\s?[、，,·・]\\s?|\\s+';

/** Each with where it stands in its paragraph, and its names as its first group. */
const FORMS: readonly (readonly [language: string, pattern: RegExp])[] = [
  // `新华社北京4月24日电（记者史卫燕、李明）`
  [
    'Chinese',
    new RegExp(
      `^.{0,40}?[（(][^（()）]{0,8}(?:记者|記者)[\\s:：]?((?:${HAN}{2,4}(?:${BETWEEN})?)+)[）)]`,
      'u',
    ),
  ],
  // `（中央社記者王小明台北4日電）`, `〔記者王小明、李大同／台北報導〕`
  [
    'Chinese',
    new RegExp(
      `^[（(〔【［][^（()）]{0,6}記者((?:${HAN}{2,4}[、，])*${HAN}{2,3})(?:[／/][^）〕】］]{2,14}|${HAN}{2,4}\\d[^）〕】］]{1,8})[）)〕】］]`,
      'u',
    ),
  ],
  // `【ワシントン=渡辺洋介】`, `【エルサレム松岡大地】`
  [
    'Japanese',
    new RegExp(
      `^【[\\p{Script=Katakana}ー・${'\\p{Script=Han}'}]{1,12}[=＝]((?:${HAN}{2,6}(?:${BETWEEN})?)+)】`,
      'u',
    ),
  ],
  [
    'Japanese',
    new RegExp(`【[\\p{Script=Katakana}ー・]*[=＝]?((?:${HAN}{3,6}(?:${BETWEEN})?)+)】$`, 'u'),
  ],
  // `…と話した。（渡辺洋介）`
  ['Japanese', new RegExp(`。[（(]((?:${HAN}{3,6}(?:${BETWEEN})?)+)[）)]$`, 'u')],
  // `(서울=연합뉴스) 홍길동 기자 =`
  [
    'Korean',
    new RegExp(
      `^[(\\[【][^)\\]】]{1,10}[=＝][^)\\]】]{2,10}[)\\]】]\\s?(${HANGUL}(?:(?:${BETWEEN})${HANGUL})*)\\s(?:기자|특파원)`,
      'u',
    ),
  ],
  // `… 밝혔다. 홍길동 기자 hong@paper.kr`
  [
    'Korean',
    new RegExp(
      `(?:^|[\\s/[(])(${HANGUL}(?:\\s?[·,]\\s?${HANGUL})*)\\s(?:기자|특파원)\\s?[/(<]?\\s?[\\w.]*@?[\\w.]*[)>\\]]?$`,
      'u',
    ),
  ],
];
/** `… said so. (Ada Li)`, `… sagte er. – Ada Li +++`. */
const BEHIND_LAST =
  /(?:[.!?…][”"»“]?\s*[(（]([^()（）]{4,80})[)）]\.?|[.!?…]\s*[–—]\s?([^–—]{4,60}))\s*\+*$/u;
const LONGEST_HEAD = 80;
const LONGEST_TAIL = 60;

/** Whose name stands behind the last sentence of a story, in brackets or after a dash. */
export function signedNames(paragraph: string): readonly string[] {
  const [, bracketed, dashed] = BEHIND_LAST.exec(paragraph.slice(-LONGEST_TAIL * 2)) ?? [];
  const names = bracketed ?? dashed ?? '';
  return OTHER_HAND().test(names) ? [] : (parseByline(names)?.authors ?? []);
}

/** The reporters that a paragraph names at its beginning or its end; empty for most. */
export function datelineNames(paragraph: string): readonly string[] {
  if (!/[\p{Script=Han}가-힣]/u.test(paragraph.slice(0, LONGEST_HEAD))) return [];
  const ends =
    paragraph.length <= LONGEST_HEAD
      ? [paragraph]
      : [paragraph.slice(0, LONGEST_HEAD), paragraph.slice(-LONGEST_TAIL)];
  for (const [, pattern] of FORMS) {
    for (const text of ends) {
      const names = pattern.exec(text)?.[1];
      if (names !== undefined) return splitNames(names).filter((name) => !isHouseOf(name));
    }
  }
  return [];
}

/** `共同通信`, `編集部`: who names nobody. */
function isHouseOf(name: string): boolean {
  const isLong = /^\p{Script=Han}{3,}$/u.test(name);
  return (isLong && !isPersonName(name)) || /通信|新聞|新闻|[社部市県都省内中前後同]$/u.test(name);
}

function splitNames(names: string): readonly string[] {
  return [...new Set(names.split(new RegExp(BETWEEN, 'u')).filter((name) => name.length >= 2))];
}
