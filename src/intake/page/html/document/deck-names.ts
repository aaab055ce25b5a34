// What sites call a deck in their markup, language by language.

const NAMES = [
  'stand-?first|deck|dek|lede?|lead(?:[_-]{0,2}(?:text|in|paragraph))?|strap-?line|tag-?line|sub-?(?:head(?:ing|line|er)?|title|tit|line|deck)|alternative-?headline|summary|excerpt|intro(?:duction|[_-]{0,2}text)?|abstract|teaser[_-]{0,2}text|text-?teaser|description|descp?|preamble|kicker-?text',
  'vorspann|anriss(?:-?text)?|anleser|einleitung|unterzeile|untertitel|vorlauf',
  'chapo|chap[oô]|chapeau|sous-?titre|incipit|accroche',
  'bajada|copete|sumario|entradilla|sub-?t[ií]tulo|volanta|epigrafe|resumen',
  'linha-?fina|gravata|olho|resumo|sutia',
  'sotto-?titolo|occhiello|sommario|catenaccio',
  'ingress|manchet|under-?(?:rubrik|rubrikk|tittel|titel|overskrift)|preambel|inleiding|chapeau|onder-?titel',
  'perex|zajawka|lid|anons|leid|spot|sapo|ozet',
].join('|');
/** The last word of a class name, without the states and tools that follow it. */
const DECK = new RegExp(
  `(?:^|[_-])(?:${NAMES})(?:[_-]+(?:text|small|[a-z]{1,2}|\\d+))*(?:(?:__|--)[\\w-]*)?$`,
  'iu',
);
/** Of a picture, an author, a site or a list: no deck. */
const OTHER =
  /(?:image|img|photo|foto|bild|picture|media|video|audio|caption|credit|author|autor|byline|avatar|site|logo|brand|menu|icon|meta|tag-?list|speakable|share|social|product|list|grid)/i;

/** Whether a class, an id or a property calls its element a deck. */
export function isDeckName(names: string): boolean {
  return names.split(/\s+/).some((name) => {
    const words = name.replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2');
    return DECK.test(words) && !OTHER.test(words);
  });
}
