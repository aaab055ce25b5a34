// Words that only captions have: where somebody stands in the picture, or that it is an old one.
import { WEEKDAY_NAMES } from './dates/weekdays.ts';

/** Where somebody stands in a picture, or that it is not one of the event. */
const IN_PICTURE =
  /[(（[](?:(?:far |top |bottom |second from |2nd from )?(?:left|right|centre|center|middle|above|below|top|bottom)|l(?:inks)?|r(?:echts)?|mitte|à (?:gauche|droite)|au centre|izquierda|derecha|a la (?:izquierda|derecha)|sinistra|destra|a (?:sinistra|destra)|à (?:esquerda|direita)|links|rechts|t\.?v\.?|t\.?h\.?|tv|th|archivbild|symbolbild|archiv|symbolfoto|archivfoto|file(?: photo)?|pictured|screen(?:shot|grab)|handout|cc[ -]by[^()]{0,12})(?!\p{L})[^()]{0,20}[)）\]]/iu;

/** The same without brackets: from where a row of people is told, or what was pictured. */
const ROWS = [
  'from (?:left|right)(?: to (?:left|right))?[,:]|left to right[,:]|clockwise from|van links naar rechts',
  'im uhrzeigersinn|dans le sens des aiguilles|en el sentido de las agujas|in senso orario',
  'v\\. ?l\\. ?(?:n\\. ?r\\.)?|(?:von )?li(?:nks|\\.)? nach re(?:chts|\\.)?|fra venstre|från vänster',
  'de izquierda a derecha|de gauche à droite|da sinistra(?: a destra)?[,:]|da esquerda para a direita',
  'vasemmalta|od lewej|balról jobbra|soldan sağa|слева направо|зліва направо',
  '(?<!(?:was|were|been|be|being|is|are|and) )pictured (?:above|at|below|during|here|in|left|on|right|with)',
].join('|');
const IN_ROW = new RegExp(`(?<!\\p{L})(?:${ROWS})(?!\\p{L})`, 'iu');

/** What stands for a caption where the picture shows something else, language by language. */
const OTHER_PICTURES = [
  '(?:file|stock) (?:photo|image|picture)|representational (?:photo|image|picture)',
  '(?:archiv|symbol)(?:bild|foto)|arkivbilde?|arkivfoto|genrebild|illustrasjonsfoto',
  '(?:imagen|foto|fotografía) (?:de (?:archivo|referencia)|referencial|ilustrativa)',
  "(?:photo|image) d[’'](?:illustration|archives?)|(?:foto|immagine) (?:d[’']archivio|di repertorio)",
  '(?:foto|imagem) (?:de arquivo|ilustrativa)|kuvituskuva|arkistokuva|illusztráció|ilustrasi',
  '(?:foto |snímek )?ilustrační(?: foto| snímek)?|ilustračné foto|zdjęcie (?:ilustracyjne|poglądowe)',
  'temsili (?:fotoğraf|görsel)|архивное фото|фото из архива|صورة (?:أرشيفية|تعبيرية)',
  '資料(?:写真|画像|照片)|资料(?:图片|照片)|자료 ?사진',
].join('|');
const OTHER_PICTURE = new RegExp(`^(?:${OTHER_PICTURES})\\.?$`, 'iu');

/**
 * What opens a caption: `FILE - `, `FILE PHOTO: `, 图为; or closes a Japanese one, the place or the
 * photographer behind `＝`.
 */
const OPENING =
  /^(?:FILE|ARCHIVO|ARSIP|ARCHIVBILD)(?: PHOTO| IMAGE)?\s?[-–—:]\s|^(?:File|Archive) (?:photo|image|picture)\s?[-–—:]\s|^[图圖][为為：]/u;
const CLOSING = /[\u3040-\u30ff\u4e00-\u9fff].{4,}＝[^＝。]{2,30}$/u;
/** A Japanese caption has no full stop at its end, though one within; a paragraph has both. */
const UNENDED = /^(?=.*[\u3040-\u30ff]).*。(?![」』）】]).*[^。！？….」』）】)]$/u;

const MONTHS = 'Jan\\.|Feb\\.|March|April|May|June|July|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.';
/** As agencies write captions: what the picture is, or the full day beside what one sees. */
const BY_AGENCY = [
  '^in this (?:[^.]|\\d\\.|\\p{L}{3,4}\\.){0,50}?(?:photo|image)',
  '(?:seen|shown|pictured) in (?:this|an?) (?:[\\p{L}-]+ ){0,3}(?:photo|picture|image|illustration|still)',
  'in this (?:[\\p{L}-]+ )?(?:photo(?:graph)?|picture|image|illustration|video) (?:taken|provided|released|obtained|made|supplied|from)',
  `, (?:on )?(?:${WEEKDAY_NAMES.en}), (?:${MONTHS}) \\d{1,2}, \\d{4}`,
];
const AGENCY_CAPTION = new RegExp(`(?:${BY_AGENCY.join('|')})(?!\\p{L})`, 'iu');
/** `QUILLPORT, ENGLAND - JULY 04: ` */
const SLUG = /^[\p{Lu}\s.,'’()-]{4,60}\s?[-–—]+\s\p{Lu}{3,9} \d{1,2}(?:, \d{4})?:\s/u;
const FUTURE = /(?<!\p{L})will(?!\p{L})/u;

/** Whether a text is a caption as agencies send them, which are as long as paragraphs. */
export function isAgencyCaption(text: string): boolean {
  return SLUG.test(text) || (AGENCY_CAPTION.test(text) && !FUTURE.test(text));
}

/** Whether a text speaks of the picture it stands below. */
export function isInPicture(text: string): boolean {
  return [IN_PICTURE, IN_ROW, OTHER_PICTURE, OPENING, CLOSING, UNENDED].some((form) =>
    form.test(text),
  );
}
