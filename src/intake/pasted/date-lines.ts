// Lines that tell when a story came out: what else they say, and which date is which.

import type { WrittenDate } from '../facts/dates.ts';

const TIME =
  /(?<![\d])\d{1,2}\s?[:.h時点시]\s?\d{2}(?::\d\d)?(?:\s?分)?\s?(?:[ap]\.?\s?m\b\.?)?|(?<!\d)\d{1,2}\s?[ap]\.?m\b\.?/giu;
const ZONES = /\b(?:[A-Z]{1,4}T|GMT|UTC|BST|MES?Z|Uhr|hrs|[+-]\d\d:?\d\d)\b/g;
const WEEKDAYS =
  /(?<!\p{L})(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|(?<!\p{L})(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)(?!\p{L})|[(（][月火水木金土日][)）]|星期.|周[一二三四五六日]|[월화수목금토일]요일/giu;
/** What says that a date is a story's, language by language; a preposition may follow each. */
const LABELS_OF: readonly (readonly [language: string, words: string])[] = [
  [
    'English',
    'first published|published|publication date|publish date|posted|last updated|last modified|updated?|modified|date created|created|(?:on|at)',
  ],
  [
    'German',
    '(?:artikel )?(?:veröffentlicht|erstellt|erschienen|geändert|aktualisiert)|(?:zuletzt|letzte) (?:geändert|aktualisiert|änderung|aktualisierung)|stand|datum|um|am|vom',
  ],
  ['French', '(?:publiée?|mise? à jour|modifiée?|mis en ligne|le|à)(?: le| à)?'],
  [
    'Spanish, Portuguese',
    '(?:publicad[oa]|actualizad[oa]|atualizad[oa]|postad[oa]|modificad[oa]|última (?:actualización|atualização)|creado|criado)(?: el| em| a las| às)?|el|às|a las',
  ],
  ['Italian', '(?:pubblicat[oa]|aggiornat[oa]|ultimo aggiornamento)(?: il| alle)?|il|alle|ore'],
  ['Dutch', '(?:gepubliceerd|bijgewerkt|laatst gewijzigd|laatste update)(?: op| om)?|om|op'],
  [
    'Scandinavian',
    '(?:publicerad|uppdaterad|publisert|oppdatert|udgivet|opdateret|offentliggjort|sist oppdatert|senast uppdaterad)(?: kl| den)?|kl',
  ],
  ['Finnish, Hungarian', 'julkaistu|päivitetty|megjelent|frissítve|módosítva'],
  [
    'Polish, Czech, Slovak',
    'opublikowano|data publikacji|aktualizacja|publikacja|publikováno|aktualizováno|vydáno|publikované|aktualizované',
  ],
  [
    'Baltic, Romanian',
    'paskelbta|publikuota|atnaujinta|publicēts|publicat|actualizat|data publicării',
  ],
  [
    'Turkish',
    '(?:son )?güncell(?:eme|enme)(?: tarihi)?|yayınlan?ma(?: tarihi)?|giriş(?: tarihi)?|oluşturulma(?: tarihi)?',
  ],
  [
    'Indonesian, Malay, Vietnamese',
    'diterbitkan|diperbarui|dipublikasikan|dikemaskini|cập nhật|đăng lúc|xuất bản',
  ],
  ['Greek', 'δημοσιεύ[τθ]ηκε|δημοσίευση|ενημερώθηκε|ενημέρωση|τελευταία ενημέρωση'],
  [
    'Russian, Ukrainian, Bulgarian',
    'опубликован[оа]|обновлен[оа]|изменено|дата публикации|опубліковано|оновлено|публикувано|обновена',
  ],
  [
    'Arabic, Persian, Hindi',
    'نشر|تاريخ النشر|آخر تحديث|تم التحديث|تاریخ انتشار|प्रकाशित|अपडेट(?:ेड)?',
  ],
  ['Chinese', '发布时间|更新时间|时间|来源|發布時間|發佈時間|更新|發稿時間'],
  ['Japanese, Korean', '公開|配信|掲載|入力|등록|입력|수정|승인|최종수정|업데이트|발행'],
];
const LABELS = new RegExp(
  `(?<!\\p{L})(?:${LABELS_OF.map(([, words]) => words).join('|')})(?: on| at| am| um| vom)?(?!\\p{L})\\s?:?`,
  'giu',
);

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
    .replace(/^[\s|,;:•·–—-]+|[\s|,;:•·–—-]+$/gu, '')
    .replace(/ {2,}/g, ' ');
}

const UPDATED =
  /(?:updated?|modified|aktualisiert|mise? à jour|modifié|actualizad|atualizad|aggiornat|bijgewerkt|更新|수정|обновлен|изменен|آخر تحديث|تحديث|uppdaterad|opdateret|oppdatert|atnaujinta)\S{0,4}[^\p{L}]{0,6}(?:(?:on|at|am|le|il|el|em|a las|op)\s)?[^\p{L}]{0,24}(?:[\p{L}]{2,10}[,.]?\s)?$/iu;

/** Whether a date is named as that of the last change by the words before it. */
export function isUpdateDate(text: string, date: WrittenDate): boolean {
  return UPDATED.test(text.slice(Math.max(0, date.start - 60), date.start));
}
