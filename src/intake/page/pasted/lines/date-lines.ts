// Lines that say when a story came out: what else they say, and which date is which.
import { WEEKDAYS } from '../../../facts/dates/weekdays.ts';
import type { WrittenDate } from '../../../facts/dates/written-dates.ts';
import { ZONE_NAMES } from '../../../facts/dates/zones.ts';

const TIME =
  /(?<![\d])\d{1,2}\s?[:.h時点시]\s?\d{2}(?::\d\d)?(?:\s?分)?\s?(?:[ap]\.?\s?m\b\.?)?|(?<!\d)\d{1,2}\s?[ap]\.?m\b\.?/giu;
const ZONES = new RegExp(`\\b(?:[A-Z]{1,4}T|${ZONE_NAMES}|Uhr|hrs|[+-]\\d\\d:?\\d\\d)\\b`, 'g');
/** What says that a date is a story's, and what says that it is its last change's, by language. */
const LABELS_OF: readonly (readonly [language: string, published: string, updated: string])[] = [
  [
    'English',
    'first published|published|publication date|publish date|posted|date created|created',
    '(?:last )?(?:updated?|modified|edited)|upd',
  ],
  [
    'German',
    '(?:artikel )?(?:veröffentlicht|erstellt|erschienen)|stand|datum',
    '(?:artikel )?(?:zuletzt |letzte )?(?:geändert|aktualisiert|bearbeitet|änderung|aktualisierung)|akt|update',
  ],
  [
    'French',
    '(?:publiée?|mis en ligne|paru)(?: le| à)?',
    '(?:(?:mise? à jour|modifiée?|actualisée?)(?: le| à)?|m[àa]j)',
  ],
  [
    'Spanish, Catalan, Portuguese',
    '(?:publicad[oa]|postad[oa]|creado|criado|publicat)(?: el| em| a las| às)?',
    '(?:(?:última )?(?:actualizad[oa]|atualizad[oa]|modificad[oa]|actualización|atualização|modificación|actualitzat|act)(?: el| em| a las| às)?)',
  ],
  [
    'Italian',
    'pubblicat[oa](?: il| alle)?',
    '(?:aggiornat[oa]|ultim[oa] (?:aggiornamento|modifica)|agg|modificato)(?: il| alle)?',
  ],
  [
    'Dutch',
    'gepubliceerd(?: op| om)?',
    '(?:bijgewerkt|(?:laatst )?gewijzigd|laatste (?:update|wijziging))(?: op| om)?',
  ],
  [
    'Scandinavian',
    '(?:publicerad|publisert|udgivet|offentliggjort|publiceret)(?: kl| den)?',
    '(?:sist |senast |sidst )?(?:uppdaterad|oppdatert|opdateret|endret|ändrad)(?: kl| den)?',
  ],
  [
    'Finnish, Hungarian',
    'julkaistu|megjelent|közzétéve',
    'päivitetty|muokattu|frissítve|módosítva|frissült',
  ],
  [
    'Polish, Czech, Slovak',
    'opublikowano|data publikacji|publikacja|publikováno|vydáno|publikované',
    '(?:ostatnia )?aktualizacja|zaktualizowano|aktualizováno|aktualizované|upraveno',
  ],
  [
    'Baltic, Romanian',
    'paskelbta|publikuota|publicēts|data publicării',
    'atnaujinta|atjaunināts|actualizat',
  ],
  [
    'Croatian, Serbian, Slovenian',
    'objavljeno|objavljen|objavljena|објављено',
    'ažurirano|zadnja izmjena|posodobljeno|ажурирано',
  ],
  [
    'Turkish',
    'yayınlan?ma(?: tarihi)?|giriş(?: tarihi)?|oluşturulma(?: tarihi)?',
    '(?:son )?güncell(?:eme|enme)(?: tarihi)?',
  ],
  [
    'Indonesian, Malay, Vietnamese',
    'diterbitkan|dipublikasikan|đăng lúc|xuất bản',
    'diperbarui|dikemaskini|cập nhật',
  ],
  ['Greek', 'δημοσιεύ[τθ]ηκε|δημοσίευση', '(?:τελευταία )?ενημέρωση|ενημερώθηκε'],
  [
    'Russian, Ukrainian, Bulgarian',
    'опубликован[оа]|дата публикации|опубліковано|публикувано',
    'обновлен[оа]?|изменен[оа]?|оновлено|обновена',
  ],
  [
    'Arabic, Persian, Hebrew, Hindi',
    'نشر|تاريخ النشر|تاریخ انتشار|פורסם|प्रकाशित',
    'آخر تحديث|تم التحديث|تحديث|עודכן|अपडेट(?:ेड)?',
  ],
  ['Chinese', '发布时间|时间|来源|發布時間|發佈時間|發稿時間', '(?:最后|最後)?更新(?:时间|時間)?'],
  [
    'Japanese, Korean',
    '公開|配信|掲載|입력|등록|승인|발행',
    '(?:最終)?更新(?:日時?)?|(?:최종)?수정|업데이트',
  ],
];
const UPDATES = LABELS_OF.map(([, , updated]) => updated).join('|');
const LABELS = new RegExp(
  `(?<!\\p{L})(?:${LABELS_OF.map(([, published]) => published).join('|')}|${UPDATES})(?: on| at| am| um| vom)?(?!\\p{L})\\.?\\s?:?`,
  'giu',
);

/** What stands before a date or a time that was cut away. */
const PREPOSITIONS =
  /(?<!\p{L})(?:on|at|um|am|vom|le|à|el|às|a las|il|alle|ore|om|op|kl)(?!\p{L})\.?(?=[\s.,:;()]*(?:[|·•–—-]|$))/giu;

/** A line without its dates, times, zones, weekdays and the words that label them. */
export function withoutDates(text: string, dates: readonly WrittenDate[]): string {
  if (dates.length === 0) return text;
  let rest = '';
  let from = 0;
  for (const { start, end } of dates) {
    rest += `${text.slice(from, start)} | `;
    from = end;
  }
  rest += text.slice(from);
  return rest
    .replace(TIME, ' ')
    .replace(ZONES, ' ')
    .replace(WEEKDAYS, ' ')
    .replace(LABELS, ' ')
    .replace(PREPOSITIONS, ' ')
    .replace(/^[\s|,;:•·–—-]+|[\s|,;:•·–—-]+$/gu, '')
    .replace(/ {2,}/g, ' ');
}

/** A letter of a script whose words stand apart. */
const ALPHABET = '[^\\P{L}\\p{Script=Han}\\p{Script=Hangul}]';
/** A label, then a preposition, a time and a weekday at the most. */
const UPDATED = new RegExp(
  `(?<!${ALPHABET})(?:${UPDATES})(?!${ALPHABET})[^\\p{L}]{0,6}(?:(?:on|at|am|le|il|el|em|a las|op|den)\\s)?[^\\p{L}]{0,24}(?:[\\p{L}]{2,10}[,.]?\\s)?$`,
  'iu',
);

/** Whether a date is named as that of the last change by the words before it. */
export function isUpdateDate(text: string, date: WrittenDate): boolean {
  return UPDATED.test(text.slice(Math.max(0, date.start - 60), date.start));
}

const PUBLISHED = new RegExp(
  `^(?:${LABELS_OF.map(([, published]) => published).join('|')})(?: on| at| am| um| vom)?\\s?:?\\s?$`,
  'iu',
);

/** Whether a line begins by naming its date as the day of publication: `Published: 4 May 2022`. */
export function isPublishedDate(text: string, date: WrittenDate): boolean {
  return date.start <= 40 && PUBLISHED.test(text.slice(0, date.start));
}

/** Whether a date stands in brackets behind other words: a caption's, of the day it shows. */
export function isBracketed(text: string, { start, end }: WrittenDate): boolean {
  return (
    start > 12 && /[(（]\s?$/u.test(text.slice(0, start)) && /^\s?[)）]/u.test(text.slice(end))
  );
}

/** `— Ada Li (@adali) May 4, 2022`: whose date it is of a post that the story shows. */
const POST_SIGNATURE = /^[—–-]\s?.{1,60}[(（]@\w+[)）]/u;

/** Whether the line signs a post of a network that a story shows. */
export function isPostSignature(text: string): boolean {
  return POST_SIGNATURE.test(text);
}

/** How many bars or dots part the facts of a line that is nothing but facts. */
const BARS = 2;

/** `City Post | 4 May 2022, 10:14 | By Ada Li | 3 min`: facts in a row, a date one of them. */
export function isRowOfFacts(text: string, dates: readonly WrittenDate[]): boolean {
  if ((text.match(/\s[|•·]\s/gu) ?? []).length < BARS) return false;
  return dates.some(
    ({ start, end }) =>
      /(?:^|\s[|•·]\s)[^|•·]{0,24}$/u.test(text.slice(0, start)) &&
      /^[^|•·]{0,24}\s[|•·]\s/u.test(text.slice(end)),
  );
}

/** What makes a date the beginning or the end of something: `ab 1. Januar 2024`, `until 3 May`. */
const PERIOD =
  /(?<!\p{L})(?:ab|bis|seit|until|till|since|from|expires|depuis|dès|jusqu['’]au|à partir du|desde|hasta|a partir del?|dal|fino al|até|vanaf|tot|sinds|från|fram till|fra|frem til|z dniem|c|до|с)(?:\s(?:dem|zum|el|le|il|het))?:?\s$/iu;

/** Whether something begins or ends on a date: it is not the story's. */
export function isOfPeriod(text: string, { start }: WrittenDate): boolean {
  return PERIOD.test(text.slice(Math.max(0, start - 24), start));
}
