// Credits without a label: an agency after a bar, in brackets, or glued to the caption's end.
import { firstValue } from '../../core/first-value.ts';
import { lazyFor } from '../../core/lazy.ts';
import { hasCredit, splitCredit } from '../../markdown/document/figures.ts';
import { anyCaseOf, capitalsOf, casedPattern, pattern } from '../words/pattern.ts';

/** A caption and the credit behind it, both as the page has them. */
export interface CreditedCaption {
  readonly caption: string;
  readonly credit: string;
}

/**
 * A house that sells or lends pictures, as it writes itself, or in capitals; a sentence of a story
 * rarely ends in one. Agencies may have their country's name before or behind them.
 */
const AGENCY = casedPattern`
  ${anyCaseOf('agency')}|${capitalsOf('agency before name')} \p{Lu}\w+`;
/** The same as words of their own. */
const HOUSE = casedPattern`(?<!\p{L})${AGENCY}(?!\p{L})`;
/** What labels a credit or a source. */
const LABEL = casedPattern`${anyCaseOf('credit label', 'source label')}`;
/** Before who took the picture. */
const BY = casedPattern`${anyCaseOf('taken by')}`;
/** What stands between a label and the name. */
const COLON = /\s?[:：=]\s?/u;
/** Labels that need no colon: `Foto ANP`, `Photo by Ada Li`, `fot. Bo Ek`. */
const PICTURE = pattern`${'picture by'}`;

/** Up to six words with a capital each: people, papers, libraries, museums. */
const PROPER = casedPattern`
  \p{Lu}[\p{L}\d.’'&-]*(?: (?:(?:${'inside proper name'}|The|&) )?
  (?:the |The )?\p{Lu}[\p{L}\d.’'&-]*){0,5}`;
/** A name as bylines have it. */
const PERSON = /\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){0,3}/u;
/** Whatever names are made of. */
const NAMES = /[\p{L}\p{M}\d .,’'&@-]{0,40}/u;

/** A caption, and one that ends as a sentence does. */
const CAPTION = /^(.{15,}?)/u;
const SENTENCE = /^(.{15,}?[.!?…”"»)])/u;
/** A bracket that opens a credit, and one that closes it. */
const OPEN = /[([（［【]\s?/u;
const CLOSE = /\s?[)\]）］】]\.?$/u;
const INSIDE = /[^()[\]（）【】]/u;
/** Who lent the picture. */
const LENT = casedPattern`${capitalsOf('lent by')} ${PROPER}`;
/** `新华社记者 海明 摄` */
const SHOT = /(?:\p{Script=Han}{2,10}\s?){1,3}[摄攝]/u;

/** Ways a credit is set apart from its caption, each with where the caption ends. */
const FORMS = [
  // `… der Kräne Foto: Jost Wiegand/imago`: a label behind a caption that ends in no dot
  casedPattern`${CAPTION}(?:\s|\s?/)(${LABEL}${COLON}[\p{L}\p{M}].{1,80})$`,
  // `… junto a las grúas EFE/ Ada Li`
  casedPattern`${CAPTION}\s(${AGENCY}\s?/\s?[\p{L} ./-]{2,40})$`,
  // `… in Quillport. HANDOUT / AFP`, `… | Reuters`, `… – Getty Images`
  casedPattern`${SENTENCE}\s+(${NAMES}\s?[/|]\s?${NAMES}${HOUSE}${NAMES})$`,
  casedPattern`
    ${CAPTION}\s*[|/–—]\s*(?=[\p{Lu}\d(]|via |dpa|picture )(${NAMES}${HOUSE}${NAMES})(?<!\.)$`,
  // `… in 2022. (Jane Doe/Pool via AP)`, `… (Reuters)`
  casedPattern`${CAPTION}\s*${OPEN}(${INSIDE}{0,60}${HOUSE}${INSIDE}{0,40})${CLOSE}`,
  pattern`^(.{8,}?)\s*${OPEN}(${AGENCY})${CLOSE}`,
  // `… of plague. ( ADA LI/SCIENCE PHOTO LIBRARY)`, `… (NASA/Ada Li)`
  casedPattern`${CAPTION}\s*${OPEN}(\p{Lu}[\p{L}’'.-]* ${PROPER}\s?/\s?${PROPER}
    |${PROPER}(?:/${PROPER})?/${PROPER} ${PROPER})${CLOSE}`,
  // `… (photo credit: NASA)`, `… （图／…）`, `… (foto Bo Ek)`
  pattern`
    ^(.{8,}?)\s*${OPEN}((?:photo |image )?${LABEL}\s?[:：=／・]${INSIDE}{2,80})${CLOSE}`,
  casedPattern`${CAPTION}\s*${OPEN}(${PICTURE} (?:${BY} )?${PROPER})${CLOSE}`,
  // `… in Quillport. Ada Li for The Quillport Times`, `… the gulls. Courtesy Quillport Museum`
  casedPattern`${SENTENCE}\s*(${LENT}|${PERSON} for (?:The )?${PROPER})$`,
  // `… in the harbour. Ada Li / Forum`
  casedPattern`${SENTENCE}\s*(${PROPER}\s?/\s?${PROPER})$`,
  // `… the gulls. PHOTO BY ADA LI`, `… / fot. Ada Li`, `… oude haven Beeld ANP`
  casedPattern`${SENTENCE}\s*[/–—-]?\s?((?:\p{Lu}{2,3} )?
    ${PICTURE}(?:\s?:|\s${BY})? ${PROPER})$`,
  // `… in 2022. Getty Images`, `… a treeBBC`
  casedPattern`${SENTENCE}\s*(?:[-–—]\s)?(${AGENCY})$`,
  casedPattern`^(.{13,}?\p{L}{2}\p{Ll})(${AGENCY})$`,
  // `… 港口的海鸥。新华社记者 海明 摄`
  casedPattern`^(.{6,}[。！？”」\s]\s?)(${SHOT})$`,
];

/**
 * What every form has near its end; most lines have none of it. Looking for a hundred agencies at
 * every letter takes long: their names begin with few.
 */
const MAY_BE_CREDIT = casedPattern`
  (?=[^a-z\s.,]|(?<![a-z])[adeips])${AGENCY}|[\p{L}\p{M}]${COLON}|[/／・摄攝]|${LENT}
  | for \p{Lu}|${PICTURE}|[)\]）］】]\.?$`;

/** A house glued before a caption, as alternative texts have it: `Getty Images Heads of …`. */
const PREFIX = casedPattern`^${AGENCY}\s(?=\p{Lu})`;

/** A name, and where its picture was found: `Ada Li on Unsplash`. */
const FOUND = casedPattern`
  ${PROPER}(?: ${'found at'} ${PROPER}| ${['found on', 'found at']} ${AGENCY})?`;

/** Lines that are a credit and nothing else, each as pages have them. */
const ALONE = [
  // `(Bild: Ada Li/dpa)`, `Quelle: dpa`, `Quelle: Ada L. Li/dpa`
  pattern`^[([（]?${LABEL}\s?[:：=／]\s?
    (?:[^.!?]|(?<=(?<!\p{L})\p{L})\.(?!\S)|\.(?=\S)){2,80}[)\]）]?$`,
  // `Image copyright Getty Images`, `Image source, Reuters`
  pattern`^${'loose credit label'},? [^.!?]{2,60}$`,
  // `Courtesy of Quillport Museum`, `新华社记者 海明 摄`
  casedPattern`^(?:${LENT}|${PERSON} for ${PROPER} ${PROPER}|${SHOT}|\p{Script=Han}{2,6}[发發])$`,
  // `Beeld ANP`, `fot. Ada Li / Quillport`, but not `Photo Gallery`
  casedPattern`^\(?${PICTURE} (?!${capitalsOf('behind picture')})
    ${PROPER}(?:\s?[/,]\s?${PROPER})?\)?$`,
  // `Photos by Ada Li, Bo Ek`, `Featured image by Ada Li/The Quill.`, `Titelbild: Ada Li`
  casedPattern`^\(?(?:${PICTURE}|${anyCaseOf('lead picture')})(?:\s${BY}|\s?[:：])\s
    ${FOUND}(?:\s?[/,]\s?${FOUND})*\)?$`,
  // `Bild von Ada Li auf Pixabay`, `Photo de Ada Li sur Unsplash`
  casedPattern`^\(?${LABEL} ${'taken by'} ${PROPER} ${['found on', 'found at']} ${AGENCY}\.?\)?$`,
  // `via Reuters`, `Ada Li via Flickr`, `Ada Li, CC BY 2.0`
  casedPattern`^(?:${PERSON} )?(?:via ${PROPER}|[^.!?]{0,40}CC[ -]BY[-\w .]{0,12})$`,
  casedPattern`^[([]?(?!Twitter|Facebook|Instagram|YouTube)${AGENCY}[)\]]?$`,
  // `Ada Li/Getty Images`, `Imago/Hafenbild.example`, `Bo Ek (dpa/via Getty)`
  casedPattern`^[([]?${NAMES}\s?[/|(]\s?[^.!?]{0,30}${HOUSE}[^.!?]{0,30}$`,
  pattern`^(?:${PROPER}, )?${AGENCY}\s?/\s?[\p{L}\d .&-]{2,40}$`,
];

/** What only stands below captions: `Ada Li / Quillport Times`, `(Museum of Quillport)`. */
const NAME_ALONE = casedPattern`
  ^(?:(?=\p{Lu}\S* \p{Lu})${PERSON}\s?/\s?${PROPER}
  |\(\p{Lu}[^()!?;:\d ]+ [^()!?;:\d]{2,58}\))$`;

const LONGEST = 500;
const LONGEST_ALONE = 100;
/** What may stand before a label in a line that is all credit. */
const LONGEST_NAME = 30;

/** Splits a credit that no label names off a caption; `null` where none is seen. */
export function splitGluedCredit(text: string): CreditedCaption | null {
  if (text.length > LONGEST || !MAY_BE_CREDIT().test(text.slice(-LONGEST_ALONE))) return null;
  const found = splitBy(FORMS, text);
  return found && { ...found, caption: found.caption.replace(PREFIX(), '').trim() };
}

function splitBy(forms: readonly (() => RegExp)[], text: string): CreditedCaption | null {
  const match = firstValue(forms, (form) => form().exec(text));
  return match && { caption: match[1] ?? '', credit: match[2]?.trim() ?? '' };
}

/** Each line is asked about for several reasons, its neighbours' too. */
const MOST_ASKED = 1000;
const saysOnlyCredit = lazyFor(saysNothingElse, MOST_ASKED);

/** Whether a line is a credit and nothing else: `Photo: AP`, `Ada Li/Getty Images`. */
export function isCreditAlone(text: string): boolean {
  return text.length <= LONGEST_ALONE && saysOnlyCredit(text);
}

/** Whether a caption has a credit of whatever form, or is one. */
export function isCredited(caption: string): boolean {
  return hasCredit(caption) || isCreditAlone(caption) || splitGluedCredit(caption) !== null;
}

function saysNothingElse(text: string): boolean {
  const { caption, credit } = splitCredit(text);
  if (credit !== null) return caption === '' || isNameBefore(caption, text);
  return !/[.!?…]\s+\(/u.test(text) && ALONE.some((form) => form().test(text));
}

/** `Ada Li | Photo: AP`, but not `The bridge (Photo: AP)`. */
function isNameBefore(caption: string, text: string): boolean {
  return caption.length <= LONGEST_NAME && !/[.!?…。！？]/.test(caption) && !/[([]/.test(text);
}

/** Ways in which captions end in a name that nothing marks. */
const TWO_NAMES = casedPattern`(?=\p{Lu}\S* )${PERSON}`;
const SAID = /[^“"„«].{20,}?/u;
const NAMED = [
  // `… the island. (Christie's)`
  casedPattern`^(.{15,}[.!?…”"])\s+(\(\p{Lu}[^()!?;\d]{3,60}\))\.?$`,
  // `… the island. Ada Li`, `… the island. - Ada Li, Quillport Times`
  casedPattern`^(${SAID}[.!?…]["”’»)]?)\s+(?:[/–—-]\s)?(${TWO_NAMES}(?:[,/|] ?${PROPER})?)(?<!\.)$`,
  // `… of the island - ANSA`
  casedPattern`^(${SAID})\s[–—-]\s(${AGENCY})$`,
  // `… of the island (Ada Li)`
  casedPattern`^(${SAID})\s(\(${TWO_NAMES}\))$`,
];

/** Splits a name that nothing marks off the end of a caption; in a story few sentences end so. */
export function splitNamedCredit(text: string): CreditedCaption | null {
  if (text.length > LONGEST || !/[\p{L})]\.?$/u.test(text)) return null;
  const found = splitBy(NAMED, text);
  return found !== null && isName(found.credit) ? found : null;
}

/** Whether at least half of a few words have a capital: `Christie's`, but not `See more here`. */
function isName(text: string): boolean {
  const words = text.split(' ');
  const capitals = words.filter((word) => /^\(?\p{Lu}/u.test(word)).length;
  return words.length <= 9 && capitals >= words.length / 2;
}

/** Whether a line is a name such as stand below captions: `(Quillport Museum)`. */
export function isNameAlone(text: string): boolean {
  return text.length <= LONGEST_ALONE && NAME_ALONE().test(text);
}

const COPYRIGHT = casedPattern`
  ^©\s?(?!.*(?:\d{4}|${'rights reserved'})).*(?:${HOUSE}|${LABEL}\s?:|\s/\s)`;

/** Whether a copyright sign opens a picture's credit, not the page's last line. */
export function isPictureCopyright(text: string): boolean {
  return text.length <= LONGEST && COPYRIGHT().test(text);
}
