// What sites call the words under a picture in their markup, language by language.

const PICTURE = '(?:image|img|photo|foto|picture|pic|media|imagen|bild|bilde|kuva|figure|video)';
const NAMES = [
  `[\\w-]*caption\\w*|cut-?line|legend[ae]?|${PICTURE}[_-]?(?:desc\\w*|legend[ae]?|text|sub-?(?:title|line)|info)`,
  'bild-?(?:unterschrift|beschreibung|legende)\\w*|didascalia|leyenda|epigrafe|pie-?(?:de-?)?(?:foto|imagen)',
  '(?:foto-?)?(?:onder|bij)schrift|billed-?tekst|bilde-?tekst|kuva-?teksti|popisek|podpis',
].join('|');
const CAPTION = new RegExp(`(?:^|[_-])(?:(?:${NAMES})(?:$|[_-])|bu$)`, 'iu');

/** Whether a class or id calls its element a caption. */
export function isCaptionName(names: string): boolean {
  return names
    .split(/\s+/)
    .some((name) => CAPTION.test(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')));
}
