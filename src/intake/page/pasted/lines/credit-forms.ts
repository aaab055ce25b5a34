// The ways in which credits end captions, and in which they stand alone.
import { lazy } from '../../../../core/lazy.ts';
import { AGENCY, COLON, HOUSE, LABEL, NAMES, PERSON, PICTURE, PROPER } from './credit-words.ts';

/** A caption, and one that ends as a sentence does. */
const CAPTION = '^(.{15,}?)';
const SENTENCE = '^(.{15,}?[.!?…”"»)])';
/** Brackets that open and close a credit. */
const [OPEN, CLOSE] = ['[([（［【]\\s?', '\\s?[)\\]）］】]\\.?$'];
const INSIDE = '[^()[\\]（）【】]';
/** Who lent the picture, or who took it for whom; a headline, too, is for something. */
const LENT = `Courtesy(?: of)?(?: the)? ${PROPER}|${PERSON} for (?:The )?${PROPER}`;
const LENT_ALONE = `Courtesy(?: of)?(?: the)? ${PROPER}|${PERSON} for ${PROPER} ${PROPER}`;
/** `新华社记者 海明 摄` */
const SHOT = '(?:\\p{Script=Han}{2,10}\\s?){1,3}[摄攝]';

const ending = (form: string, flags = 'u'): RegExp => new RegExp(form, flags);

/** Ways a credit is set apart from its caption, each with where the caption ends. */
export const FORMS = lazy((): readonly RegExp[] => [
  // `… der Kräne Foto: Jost Wiegand/imago`: a label behind a caption that ends in no dot
  ending(`${CAPTION}(?:\\s|\\s?/)(${LABEL()}${COLON}[\\p{L}\\p{M}].{1,80})$`),
  // `… junto a las grúas EFE/ Ada Li`
  ending(`${CAPTION}\\s(${AGENCY()}\\s?/\\s?[\\p{L} ./-]{2,40})$`),
  // `… in Quillport. HANDOUT / AFP`, `… | Reuters`, `… – Getty Images`
  ending(`${SENTENCE}\\s+(${NAMES}\\s?[/|]\\s?${NAMES}${HOUSE()}${NAMES})$`),
  ending(
    `${CAPTION}\\s*[|/–—]\\s*(?=[\\p{Lu}\\d(]|via |dpa|picture )(${NAMES}${HOUSE()}${NAMES})(?<!\\.)$`,
  ),
  // `… in 2022. (Jane Doe/Pool via AP)`, `… (Reuters)`
  ending(`${CAPTION}\\s*${OPEN}(${INSIDE}{0,60}${HOUSE()}${INSIDE}{0,40})${CLOSE}`),
  ending(`^(.{8,}?)\\s*${OPEN}(${AGENCY()})${CLOSE}`, 'iu'),
  // `… of plague. ( ADA LI/SCIENCE PHOTO LIBRARY)`, `… (NASA/Ada Li)`
  ending(
    `${CAPTION}\\s*${OPEN}(\\p{Lu}[\\p{L}’'.-]* ${PROPER}\\s?/\\s?${PROPER}|${PROPER}(?:/${PROPER})?/${PROPER} ${PROPER})${CLOSE}`,
  ),
  // `… (photo credit: NASA)`, `… （图／…）`, `… (foto Bo Ek)`
  ending(
    `^(.{8,}?)\\s*${OPEN}((?:photo |image )?${LABEL()}\\s?[:：=／・]${INSIDE}{2,80})${CLOSE}`,
    'iu',
  ),
  ending(`${CAPTION}\\s*${OPEN}(${PICTURE()} (?:by )?${PROPER})${CLOSE}`),
  // `… in Quillport. Ada Li for The Quillport Times`, `… the gulls. Courtesy Quillport Museum`
  ending(`${SENTENCE}\\s*(${LENT})$`),
  // `… in the harbour. Ada Li / Forum`
  ending(`${SENTENCE}\\s*(${PROPER}\\s?/\\s?${PROPER})$`),
  // `… the gulls. PHOTO BY ADA LI`, `… / fot. Ada Li`, `… oude haven Beeld ANP`
  ending(
    `${SENTENCE}\\s*[/–—-]?\\s?((?:\\p{Lu}{2,3} )?${PICTURE()}(?:\\s?:|\\s(?:by|BY|de))? ${PROPER})$`,
  ),
  // `… in 2022. Getty Images`, `… a treeBBC`
  ending(`${SENTENCE}\\s*(?:[-–—]\\s)?(${AGENCY()})$`),
  ending(`^(.{13,}?\\p{L}{2}\\p{Ll})(${AGENCY()})$`),
  // `… 港口的海鸥。新华社记者 海明 摄`
  ending(`^(.{6,}[。！？”」\\s]\\s?)(${SHOT})$`),
]);

/** Where an agency's name may begin: looking for a hundred of them at every letter takes long. */
const MAY_BEGIN = '(?=[^a-z\\s.,]|(?<![a-z])[adeips])';

/** What every form has near its end; most lines have none of it. */
export const MAY_BE_CREDIT = lazy(() =>
  ending(
    `${MAY_BEGIN}(?:${AGENCY()})|[\\p{L}\\p{M}]${COLON}|[/／・摄攝]|Courtesy| for \\p{Lu}|${PICTURE()}`,
  ),
);
const MAY_BE_AGENCY = /[)\]）］】]\.?$/u;

/** Whether the end of a text can be one of the forms: a look that costs little. */
export function mayEndInCredit(end: string): boolean {
  return MAY_BE_CREDIT().test(end) || MAY_BE_AGENCY.test(end);
}

/** A house glued before a caption, as alternative texts have it: `Getty Images Heads of …`. */
export const PREFIX = lazy(() => ending(`^${AGENCY()}\\s(?=\\p{Lu})`));

/** Lines that are a credit and nothing else, each as pages have them. */
export const ALONE = lazy((): readonly RegExp[] => [
  // `(Bild: Ada Li/dpa)`, `Quelle: dpa`, `Quelle: Ada L. Li/dpa`
  ending(
    `^[([（]?${LABEL()}\\s?[:：=／]\\s?(?:[^.!?]|(?<=(?<!\\p{L})\\p{L})\\.|\\.(?=\\S)){2,80}[)\\]）]?$`,
    'iu',
  ),
  // `Image copyright Getty Images`, `Image source, Reuters`
  /^(?:image|photo|picture) (?:copyright|source),? [^.!?]{2,60}$/iu,
  // `Courtesy of Quillport Museum`, `新华社记者 海明 摄`
  ending(`^(?:${LENT_ALONE}|${SHOT}|\\p{Script=Han}{2,6}[发發])$`),
  // `PHOTO BY ADA LI`, `Beeld ANP`, `fot. Ada Li / Quillport`, but not `Photo Gallery`
  ending(
    `^\\(?${PICTURE()}(?:\\s(?:by|BY|de))? (?!Galler|Essay)${PROPER}(?:\\s?[/,]\\s?${PROPER})?\\)?$`,
  ),
  // `via Reuters`, `Ada Li via Flickr`, `Ada Li, CC BY 2.0`
  ending(`^(?:${PERSON} )?(?:via ${PROPER}|[^.!?]{0,40}CC[ -]BY[-\\w .]{0,12})$`),
  ending(`^[([]?(?!Twitter|Facebook|Instagram|YouTube)${AGENCY()}[)\\]]?$`),
  // `Ada Li/Getty Images`, `Imago/Hafenbild.example`, `Bo Ek (dpa/via Getty)`
  ending(`^[([]?${NAMES}\\s?[/|(]\\s?[^.!?]{0,30}${HOUSE()}[^.!?]{0,30}$`),
  ending(`^(?:${PROPER}, )?(?:${AGENCY()}|Imago)\\s?/\\s?[\\p{L}\\d .&-]{2,40}$`, 'iu'),
]);

/** What only stands below captions: `Ada Li / Quillport Times`, `(Museum of Quillport)`. */
export const NAME_ALONE = lazy(() =>
  ending(
    `^(?:(?=\\p{Lu}\\S* \\p{Lu})${PERSON}\\s?/\\s?${PROPER}|\\(\\p{Lu}[^()!?;:\\d ]+ [^()!?;:\\d]{2,58}\\))$`,
  ),
);

/** `Foto:` with the name on the next line. */
export const LABEL_ALONE = lazy(() => ending(`^[([（]?${LABEL()}\\s?[:：]$`, 'iu'));
