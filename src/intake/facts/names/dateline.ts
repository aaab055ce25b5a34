// Reporters named inside a story: in brackets at its beginning or end, or behind its last sentence.
import { lazy } from '../../../core/lazy.ts';
import { anyOf } from '../../words/phrases.ts';
import { parseByline } from './byline.ts';
import { OTHER_HAND } from './byline-leads.ts';

const HAN = '\\p{Script=Han}';
const HANGUL = '[가-힣]{2,4}';
const BETWEEN = '\\s?[、，,·・]\\s?|\\s+';

/** Where names stand in their paragraph, which are its first group. */
const FORMS = lazy((): readonly RegExp[] => {
  const reporter = `(?:${anyOf('eastern reporter')})`;
  const listOf = (name: string): string => `((?:${name}(?:${BETWEEN})?)+)`;
  const korean = `(${HANGUL}(?:(?:${BETWEEN})${HANGUL})*)\\s${reporter}`;
  return [
    // `新华社北京4月24日电（记者史卫燕、李明）`
    `^.{0,40}?[（(][^（()）]{0,8}${reporter}[\\s:：]?${listOf(`${HAN}{2,4}`)}[）)]`,
    // `【ワシントン=渡辺洋介】`
    `^【[\\p{Script=Katakana}ー・${HAN}]{1,12}[=＝]${listOf(`${HAN}{2,6}`)}】`,
    // `…と話した。【エルサレム松岡大地】`
    `【[\\p{Script=Katakana}ー・]*[=＝]?${listOf(`${HAN}{3,6}`)}】$`,
    // `(서울=연합뉴스) 홍길동 기자 =`
    `^[(\\[【][^)\\]】]{1,10}[=＝][^)\\]】]{2,10}[)\\]】]\\s?${korean}`,
    // `… 밝혔다. 홍길동 기자 hong@paper.kr`
    `(?:^|[\\s/[(])${korean}\\s?[/(<]?\\s?[\\w.]*@?[\\w.]*[)>\\]]?$`,
  ].map((source) => new RegExp(source, 'u'));
});
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
  for (const pattern of FORMS()) {
    for (const text of ends) {
      const names = pattern.exec(text)?.[1];
      if (names !== undefined) return splitNames(names);
    }
  }
  return [];
}

function splitNames(names: string): readonly string[] {
  return [...new Set(names.split(new RegExp(BETWEEN, 'u')).filter((name) => name.length >= 2))];
}
