// The language of a text, by its script and its commonest words.
import { countMatches } from '../../core/count.ts';
import { groupBy } from '../../core/group-by.ts';
import { lazy } from '../../core/lazy.ts';
import { tryOr } from '../../core/try-or.ts';
import { LANGUAGES } from '../words/phrases.ts';
import scripts from './scripts.json' with { type: 'json' };
import { wordRuns } from './word-runs.ts';

/** The languages of each common word: a page of the language is full of them, a page of others is not. */
const COMMON = lazy(() => {
  const pairs = Object.entries(LANGUAGES).flatMap(([language, { common = [] }]) =>
    common.flatMap((words) => words.split(' ')).map((word) => ({ word, language })),
  );
  return groupBy(pairs, ({ word }) => word);
});

/** Letters looked at, in UTF-16 units. */
const ENOUGH = 8000;
const FEWEST_HITS = 8;
const LEAST_SHARE = 0.04;
/** Characters that only one way of writing Chinese has. */
const SIMPLIFIED = /[这们来对说国时为会个]/gu;
const TRADITIONAL = /[這們來對說國時為會個]/gu;

/** BCP 47 of the language a text is written in; `null` where there is too little evidence. */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, ENOUGH);
  return byScript(sample) ?? byWords(sample);
}

/** `en_us` as `en-US`, the first of several; `null` for what is no tag. */
export function languageTag(text: string): string | null {
  const tag = text.split(/[,;]/)[0]?.trim().replaceAll('_', '-') ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,4}$/i.test(tag)) return null;
  return tryOr(() => Intl.getCanonicalLocales(tag)[0] ?? null, null);
}

/** How many times more common words another language needs to replace the declared one. */
const MARGIN = 3;
const MANY_HITS = 20;

/**
 * The language of a text that declares one: what it declares, but where it is written in another
 * beyond doubt, or declares none.
 */
export function settleLanguage(declared: string | null, text: string): string | null {
  const guess = guessLanguage(text);
  if (declared === null || guess === null) return declared ?? guess;
  const said = primary(declared);
  const found = primary(guess);
  if (said === found || !isKnown(said)) return declared;
  const { hitsOf } = commonHits(text.slice(0, ENOUGH));
  // A lesson in a language is not in it.
  if (!isKnown(found)) return hitsOf(said) >= MANY_HITS ? declared : guess;
  const isSure = hitsOf(found) >= MANY_HITS && hitsOf(found) > hitsOf(said) * MARGIN;
  return isSure ? guess : declared;
}

const isKnown = (language: string): boolean => LANGUAGES[language]?.['common'] !== undefined;

function primary(language: string): string {
  const tag = language.split('-', 1)[0]?.toLowerCase() ?? '';
  return tag === 'nb' || tag === 'nn' ? 'no' : tag;
}

/** Letters of scripts that decide on the language, and halves of pairs, which may be such. */
const TELLING =
  /[\u0530-\u058f\u0980-\u0dff\u0e00-\u0eff\u1000-\u137f\u1780-\u17ff\u2e80-\udfff\uf900-\ufaff\uff00-\uffef]/;

/** Languages that are known by their scripts. */
const SCRIPTS = Object.entries(scripts).map(([language, names]) => {
  const letters = names.map((name) => `\\p{Script=${name}}`);
  return { language, letters: new RegExp(`[${letters.join('')}]`, 'gu') };
});
/** The share of letters in a language's script; the other signs of Japanese are Chinese. */
const LEAST_IN_SCRIPT = 0.3;
const LEAST_IN_KANA = 0.15;

function byScript(text: string): string | null {
  if (!TELLING.test(text)) return null;
  const all = countMatches(text, /\p{L}/gu);
  const found = SCRIPTS.find(({ language, letters }) => {
    const least = language === 'ja' ? LEAST_IN_KANA : LEAST_IN_SCRIPT;
    return countMatches(text, letters) > all * least;
  });
  if (found?.language !== 'zh') return found?.language ?? null;
  const isSimplified = countMatches(text, SIMPLIFIED) >= countMatches(text, TRADITIONAL);
  return isSimplified ? 'zh-Hans' : 'zh-Hant';
}

/** Of languages with as many hits the first of these, then the one that is met first. */
const PREFERRED = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'];

function byWords(text: string): string | null {
  const { words, hits } = commonHits(text);
  const [best] = [...hits].sort((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < FEWEST_HITS) return null;
  return best[1] > words * LEAST_SHARE ? best[0] : null;
}

/** How many words a text has, and how many of them are common ones, by language. */
function commonHits(text: string) {
  const words = wordRuns(text.toLowerCase());
  const hits = new Map(PREFERRED.map((language) => [language, 0]));
  const hitsOf = (language: string): number => hits.get(language) ?? 0;
  for (const word of words) {
    for (const { language } of COMMON().get(word) ?? []) hits.set(language, hitsOf(language) + 1);
  }
  return { words: words.length, hits, hitsOf };
}
