// Credits without a label: an agency after a bar, in brackets, or glued to the caption's end.

import { splitCredit } from '../../markdown/figures.ts';

/** Houses that sell or lend pictures; a caption ends in one, a sentence of a story rarely. */
const AGENCY =
  '(?:(?:The )?Associated Press|Reuters|REUTERS|AFP|AP|AP Photo|EPA|EPA-EFE|EFE|dpa|DPA|PA|PA Media|PA Wire|ANSA|Ansa|Getty Images?|Getty|iStock|Shutterstock|Alamy|Bloomberg|Xinhua|Imago|IMAGO|imago images|picture alliance|Keystone|KEYSTONE|NurPhoto|Anadolu(?: Agency)?|Zuma(?: Press)?|SOPA Images|LaPresse|Lapresse|Agencia? \\p{Lu}\\w+|Agence France-Presse|SWNS|Rex|REX|WireImage|AAP|Ritzau Scanpix|TT|NTB|Belga|BELGA|ANP|Yonhap|Kyodo|共同|時事|新华社|中央社|연합뉴스|뉴스1|뉴시스|РИА Новости|ТАСС|Europa ?[Pp]ress|APA|PAP|ČTK|CTK|MTI|LUSA|Lusa|TASR|LETA|BNS|ELTA|Hina|KNA|epd|dapd|SIPA|Sipa|Abaca|MAXPPP|Photononstop|Hans Lucas|Folhapress|Agência \\p{Lu}\\w+|ANTARA|Antara|Bernama|TTXVN|VNA|PTI|ANI|IANS|Jiji|時事通信|共同通信|新華社|뉴스핌|AA|Lehtikuva|Scanpix|NTB scanpix|Bildbyrån|Unsplash|Pixabay|Handout|HANDOUT|Supplied|SUPPLIED|File photo|Twitter|Facebook|Instagram|BBC|CBC|NASA|ESA)';
/** What labels a credit or a source, language by language; a colon follows. */
const LABEL = [
  'Photo(?:graph|graphy|s)?|Picture|Images?|Credits?|Source|Courtesy|Illustration|Graphic',
  '(?:Archiv|Symbol|Titel|Datei|Bei|Agentur)?(?:[Ff]oto|[Bb]ild)s?|Fotografie|Bild(?:er|rechte|quelle|nachweis)|Quelle|Grafik',
  'Crédits?|Crédit photo|Fotografía|Imagen|Fuente|Crédito|Fonte|Immagine|Imagem|Reprodução|Divulgação',
  'Beeld|Bron|Arkivbild|Källa|Bilde|Billede|Kilde|Arkiv|Kuva|Lähde|Mynd|Ljósmynd',
  'Fot\\.?|Zdjęcie|Źródło|Zdroj|Fotó|Forrás|Sursa|Izvor|Vir|Nuotr\\.?|Foto kredit',
  'Фото|Источник|Изображение|Джерело|Снимка|Източник|Φωτογραφία|Πηγή|Fotoğraf|Kaynak|Görsel',
  'صورة|تصوير|المصدر|الصورة|عکس|צילום|फोटो|तस्वीर|स्रोत|ภาพ|Ảnh|Nguồn|Sumber|Ilustrasi|Gambar|Picha|Isithombe',
  '图|圖|摄影|攝影|来源|來源|写真|画像|撮影|提供|出典|사진|출처|제공',
].join('|');
/** The same as words of their own. */
const HOUSE = `(?<!\\p{L})${AGENCY}(?!\\p{L})`;
const NAMES = `[\\p{L}\\d .,’'&@-]{0,40}`;
/** A name as bylines have it. */
const PERSON = `\\p{Lu}[\\p{L}.’'-]+(?: \\p{Lu}[\\p{L}.’'-]*){0,3}`;
/** Up to six words with a capital each: people, papers, libraries, museums. */
const PROPER = `\\p{Lu}[\\p{L}\\d.’'&-]*(?: (?:de |del |di |da |van |von |of |the |The )?\\p{Lu}[\\p{L}\\d.’'&-]*){0,5}`;
/** Who lent the picture, or who took it for whom; a headline, too, is for something. */
const LENT = `Courtesy(?: of)?(?: the)? ${PROPER}|${PERSON} for (?:The )?${PROPER}`;
const LENT_ALONE = `Courtesy(?: of)?(?: the)? ${PROPER}|${PERSON} for ${PROPER} ${PROPER}`;

/** Ways a credit is set apart from its caption, each with where the caption ends. */
const FORMS: readonly RegExp[] = [
  // `… des Gesetzes Foto: Jost Wiegand/imago`: a label behind a caption that ends in no dot
  new RegExp(`^(.{15,}?)\\s((?:${LABEL})\\s?[:：]\\s?\\p{L}.{1,80})$`, 'u'),
  // `… el grupo de Madrid EFE/ J.J. Guillén`
  new RegExp(`^(.{15,}?)\\s(${AGENCY}\\s?/\\s?[\\p{L} .-]{2,40})$`, 'u'),
  // `… in Dnipro. HANDOUT / AFP`, `… | Reuters`, `… – Getty Images`
  new RegExp(`^(.{15,}?[.!?…”"»)])\\s+(${NAMES}\\s?[/|]\\s?${NAMES}${HOUSE}${NAMES})$`, 'u'),
  new RegExp(
    `^(.{15,}?)\\s*[|/–—]\\s*(?=[\\p{Lu}\\d(]|via |dpa|picture )(${NAMES}${HOUSE}${NAMES})(?<!\\.)$`,
    'u',
  ),
  // `… asociatyvi nuotr. / A. Li / Ą nuotr.`
  /^(.{8,}?)\s\/\s([^/]{2,40}(?:\/[^/]{2,40})?nuotr\.)$/u,
  // `… in 2022. (Jane Doe/Pool via AP)`, `… (Reuters)`
  new RegExp(`^(.{15,}?)\\s*[([]([^()[\\]]{0,60}${HOUSE}[^()[\\]]{0,40})[)\\]]\\.?$`, 'u'),
  // `… of plague. ( ADA LI/SCIENCE PHOTO LIBRARY)`, `… (photo credit: NASA/Ada Li)`
  new RegExp(
    `^(.{15,}?)\\s*\\(\\s?(\\p{Lu}[\\p{L}’'.-]* ${PROPER}\\s?/\\s?${PROPER}|${PROPER}(?:/${PROPER})?/${PROPER} ${PROPER})\\)$`,
    'u',
  ),
  new RegExp(`^(.{15,}?)\\s*[([]((?:photo |image )?(?:${LABEL})\\s?[:：][^()]{2,80})[)\\]]$`, 'iu'),
  // `… in Quillport. Ada Li for The Quillport Times`, `… the gulls. Courtesy Quillport Museum`
  new RegExp(`^(.{15,}?[.!?…”"»)])\\s*(${LENT})$`, 'u'),
  // `… in the harbour. Ada Li / Forum`
  new RegExp(`^(.{15,}?[.!?…”"»)])\\s*(${PROPER}\\s?/\\s?${PROPER})$`, 'u'),
  // `… el domingo. EFE/ J.J. Guillén`
  new RegExp(`^(.{15,}?[.!?…”"»)])\\s*(${AGENCY}\\s?/\\s?[\\p{L} .-]{2,40})$`, 'u'),
  // `… de la Generalitat EFE`
  /^(.{15,}?[\p{Ll}\d)])\s((?:EFE|AFP|EPA|dpa|DPA|ANSA|Reuters|REUTERS|Getty|Getty Images)(?: ?[/|] ?.{2,30}| \p{Lu}[^.]{2,29})?)$/u,
  // `… in 2022. Getty Images`, `… a treeBBC`
  new RegExp(`^(.{15,}?[.!?…”"»)])\\s*(${AGENCY})$`, 'u'),
  new RegExp(`^(.{13,}?\\p{L}{2}\\p{Ll})(${AGENCY})$`, 'u'),
];
/** The same house glued before a caption, as alternative texts have it: `Getty Images Heads of …`. */
const PREFIX = new RegExp(`^${AGENCY}\\s(?=\\p{Lu})`, 'u');
/** Lines that are a credit and nothing else, each as pages have them. */
const ALONE: readonly RegExp[] = [
  // `(Bild: Ada Li/dpa)`, `Quelle: dpa`, `© Getty Images`
  new RegExp(
    `^[([（]?(?:${LABEL})\\s?[:：]\\s?(?:[^.!?]|(?<=(?<!\\p{L})\\p{L})\\.|\\.(?=\\S)){2,80}[)\\]）]?$`,
    'iu',
  ),
  new RegExp(`^(?:${LENT_ALONE})$`, 'u'),
  /^[([]?[©Ⓒ]\s?(?!.*(?:reserv|vorbehalten))[^!?]{2,60}[)\]]?$/iu,
  new RegExp(`^[([]?(?!Twitter|Facebook|Instagram)${AGENCY}[)\\]]?$`, 'u'),
  // `Mike Marsland/Getty Images`, `Imago/Blaulicht-News.de`, `Alketa Misja (dpa/via Getty)`
  new RegExp(`^[([]?${NAMES}\\s?[/|(]\\s?[^.!?]{0,30}${HOUSE}[^.!?]{0,30}$`, 'u'),
  new RegExp(`^(?:${PROPER}, )?(?:${AGENCY}|Imago)\\s?/\\s?[\\p{L}\\d .&-]{2,40}$`, 'iu'),
];
const LONGEST = 500;
const LONGEST_ALONE = 100;
/** What may stand before a label in a line that is all credit. */
const LONGEST_NAME = 30;
const MAY_END_IN_CREDIT = new RegExp(`${AGENCY}|\\p{L}\\s?[:：]|/|Courtesy| for \\p{Lu}`, 'u');

/** Splits a credit that no label names off a caption; `null` where none is seen. */
export function splitGluedCredit(text: string): { caption: string; credit: string } | null {
  if (text.length > LONGEST) return null;
  if (!MAY_END_IN_CREDIT.test(text.slice(-LONGEST_ALONE))) return null;
  for (const form of FORMS) {
    const match = form.exec(text);
    if (match?.[1] && match[2]) {
      return { caption: match[1].replace(PREFIX, '').trim(), credit: match[2].trim() };
    }
  }
  return null;
}

/** Whether a line is a credit and nothing else: `Photo: AP`, `Mike Marsland/Getty Images`. */
export function isCreditAlone(text: string): boolean {
  if (text.length > LONGEST_ALONE) return false;
  const { caption, credit } = splitCredit(text);
  if (credit !== null) return caption === '' || isNameBefore(caption, text);
  return !/[.!?…]\s+\(/u.test(text) && ALONE.some((form) => form.test(text));
}

const LABEL_ALONE = new RegExp(`^[([（]?(?:${LABEL})\\s?[:：]$`, 'iu');

/** Whether a line is a label whose name is the next line: `Foto:`. */
export function isLabelAlone(text: string): boolean {
  return text.length <= LONGEST_NAME && LABEL_ALONE.test(text);
}

/** `Ada Li | Photo: AP`, but not `The bridge (Photo: AP)`. */
function isNameBefore(caption: string, text: string): boolean {
  return caption.length <= LONGEST_NAME && !/[.!?…。！？]/.test(caption) && !/[([]/.test(text);
}

/** `… the island. (Christie's)`: a name in brackets behind the last sentence. */
const BRACKETED = /^(.{15,}[.!?…”"])\s+\((\p{Lu}[^()!?;\d]{3,60})\)\.?$/u;

/** Splits a name in brackets off the end of a caption; in a story few sentences end so. */
export function splitBracketedCredit(text: string): { caption: string; credit: string } | null {
  const isBracketed = text.length <= LONGEST && (text.endsWith(')') || text.endsWith(').'));
  const match = isBracketed ? BRACKETED.exec(text) : null;
  const [caption, credit] = [match?.[1], match?.[2]];
  if (caption === undefined || credit === undefined || !isName(credit)) return null;
  return { caption, credit: `(${credit})` };
}

/** Whether at least half of a few words have a capital: `Christie's`, but not `See more here`. */
function isName(text: string): boolean {
  const words = text.split(' ');
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length <= 9 && capitals >= words.length / 2;
}

/** The caption between a house glued before it and after it: `Getty Images Heads … 1949.Getty Images`. */
export function isFramedByHouse(text: string): boolean {
  return PREFIX.test(text) && splitGluedCredit(text) !== null;
}

/** Whether a line is a name in brackets and nothing else: `(Quillport Museum)`. */
export function isBracketAlone(text: string): boolean {
  return /^\(\p{Lu}[^()!?;:\d ]+ [^()!?;:\d]{2,58}\)$/u.test(text);
}
