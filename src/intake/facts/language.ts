// The language of a text, by its script and its commonest words.
import { forEachWord } from './word-runs.ts';

/** Words that a page of the language is full of and a page of the others is not. */
const COMMON: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for with on as it by at from said has have are not be this which but were their',
  de: 'der die und das den von ist mit auf für nicht sich ein eine dem des auch als wird sei haben bei nach einer war',
  fr: 'le la les des et est une dans pour que qui sur pas au avec par plus sont du cette ont ses aux été mais',
  es: 'el la los las de que y en del se por con para una un su al lo como más este está ha fue pero',
  it: 'il di che la è per un non una del della con si sono le gli da nel dei alla anche ha più come ai',
  pt: 'o de que e do da em um para com não uma os no se na por mais as dos como foi ao são também',
  nl: 'de het een van en is dat op te zijn voor met niet aan er om ook als bij naar door die hij maar was',
  sv: 'och att det som en på är av för den till med har inte om ett han men var jag från vi så kan under',
  da: 'og at det er en til på der med for ikke som af har et den de han var jeg om vi kan fra blev',
  no: 'og det er som på en til av med for at har ikke den de et han var om jeg fra vi men kan ble',
  is: 'og að er í á sem það til um með við var ekki en af hann þá hefur eru fyrir segir þetta frá',
  fi: 'ja on ei se että oli hän mutta ovat myös kun joka mukaan tai sen olla kuin ole vain sitä',
  pl: 'i w na z się nie do że to jest o jak po za od przez co ale dla są był ma tym jego',
  cs: 'a se v na je že to s z o do za pro jsou by jako ale po také od který si jeho',
  lt: 'ir kad yra su iš į tai ne bet jis buvo kaip apie jo dėl nuo metų pasak taip gali',
  sk: 'a sa v na je že to s o z do za pre sú ako aj ale by alebo pri od ktorý som si ho už bol',
  hr: 'i je u na da se za su s o od koji to ne kao što ili ali će bio iz po nije kako sam',
  sl: 'in je v na da se za so s o od ki pa ne kot tudi bi ali bo še iz po ni več kako sem',
  lv: 'un ir ar uz par no ka tas arī bet kas tika viņš jau pēc šo kā vai pie būs gada tiek pie',
  et: 'ja on ei et see ka kui mis oli ta oma aga ning või pärast kes tema siis veel juba mille',
  tr: 've bir bu da de için ile olarak çok daha gibi olan kadar sonra ise en her ne dedi',
  id: 'yang dan di ini itu dengan untuk dari pada tidak dalam akan juga ke oleh tersebut ada adalah telah karena',
  ms: 'yang dan di ini itu dengan untuk daripada pada tidak dalam akan juga ke oleh berkata beliau kerana ialah',
  vi: 'và của là có trong cho không được với người một các những này đã khi từ ở để ra',
  zu: 'ukuthi kanye futhi kodwa uma ngoba uthe uthi abantu lapho khona njengoba kuthiwa ngesikhathi emva ukuze bonke yini yena kakhulu',
  xh: 'ukuba kunye kwaye kodwa xa kuba uthe uthi abantu apho njengoko ngexesha emva ukuze bonke yintoni yena kakhulu okanye oku le lo',
  af: 'die en van het in is dat nie vir met op te sy wat hy aan om deur ook was as daar hulle ons word',
  ca: 'el la els les de que i en del es per amb una un al ha com més no són però aquest aquesta també',
  sw: 'na ya wa kwa ni la katika za kuwa hiyo huo hii cha pia amesema kwamba au watu',
  ro: 'și de la în a că este pe cu nu din care pentru au fost mai sunt sau ca un o prin',
  hu: 'a az és hogy nem is egy meg volt de ez csak már mint még el van szerint',
  el: 'και το η να της του ο για με που την από τα στο είναι σε οι στην δεν θα',
  ru: 'и в не на что с по как это он из за о для от к был его но она',
  uk: 'і в не на що з та як це він із за про для від до був його але які',
  bg: 'и на в за се от да с че не е са по като който ще при бе това',
  ar: 'في من على أن إلى التي عن مع هذا هذه الذي ما كان بعد قد بين لا كما',
  fa: 'در و به از که این را با است برای آن یک های می شود کرد',
  he: 'של את על לא הוא עם זה כי גם היא אל אבל כל יותר אחרי',
  hi: 'के में की है और से को का पर ने कि यह था एक',
};

/** The languages of each common word. */
const LANGUAGES: ReadonlyMap<string, readonly string[]> = Object.entries(COMMON).reduce(
  (languages, [language, words]) => {
    for (const word of words.split(' ')) {
      languages.set(word, [...(languages.get(word) ?? []), language]);
    }
    return languages;
  },
  new Map<string, readonly string[]>(),
);

/** Of the common words, in UTF-16 units. */
const LONGEST_COMMON = 8;
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
  const [said, found] = [primary(declared), primary(guess)];
  if (said === found || (!(said in COMMON) && found in COMMON)) return declared;
  if (!(found in COMMON)) return said in COMMON ? guess : declared;
  const hits = hitsOf(text, found);
  return hits >= MANY_HITS && hits > hitsOf(text, said) * MARGIN ? guess : declared;
}

function primary(language: string): string {
  const tag = language.split('-', 1)[0]?.toLowerCase() ?? '';
  return tag === 'nb' || tag === 'nn' ? 'no' : tag;
}

function hitsOf(text: string, language: string): number {
  const words =
    text
      .slice(0, ENOUGH)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  const common = new Set(COMMON[language]?.split(' '));
  return words.filter((word) => common.has(word)).length;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Letters of scripts that decide on the language, and halves of pairs, which may be such. */
const TELLING =
  /[\u0530-\u058f\u0980-\u0dff\u0e80-\u0eff\u1000-\u10ff\u1200-\u137f\u1780-\u17ff\u0e00-\u0e7f\u1100-\u11ff\u2e80-\udfff\uf900-\ufaff\uff00-\uffef]/;

/** Scripts that one language of papers is written in. */
const SCRIPTS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['th', /\p{Script=Thai}/gu],
  ['my', /\p{Script=Myanmar}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['ta', /\p{Script=Tamil}/gu],
  ['te', /\p{Script=Telugu}/gu],
  ['si', /\p{Script=Sinhala}/gu],
  ['km', /\p{Script=Khmer}/gu],
  ['lo', /\p{Script=Lao}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['am', /\p{Script=Ethiopic}/gu],
];

function byScript(text: string): string | null {
  if (!TELLING.test(text)) return null;
  const letters = count(text, /\p{L}/gu);
  if (count(text, /\p{Script=Hangul}/gu) > letters * 0.3) return 'ko';
  if (count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > letters * 0.15) return 'ja';
  if (count(text, /\p{Script=Han}/gu) > letters * 0.4) {
    return count(text, SIMPLIFIED) >= count(text, TRADITIONAL) ? 'zh-Hans' : 'zh-Hant';
  }
  return SCRIPTS.find(([, script]) => count(text, script) > letters * 0.3)?.[0] ?? null;
}

function byWords(text: string): string | null {
  const lower = text.toLowerCase();
  const hits = new Map<string, number>();
  let words = 0;
  forEachWord(lower, (start, end) => {
    words += 1;
    if (end - start > LONGEST_COMMON) return;
    for (const language of LANGUAGES.get(lower.slice(start, end)) ?? []) {
      hits.set(language, (hits.get(language) ?? 0) + 1);
    }
  });
  const [best] = [...hits].sort((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < FEWEST_HITS) return null;
  return best[1] > words * LEAST_SHARE ? best[0] : null;
}
