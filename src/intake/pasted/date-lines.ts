// Lines that tell when a story came out: what else they say, and which date is which.

import type { WrittenDate } from '../facts/dates.ts';

const TIME =
  /(?<![\d])\d{1,2}\s?[:.h時点시]\s?\d{2}(?::\d\d)?(?:\s?分)?\s?(?:[ap]\.?\s?m\b\.?)?|(?<!\d)\d{1,2}\s?[ap]\.?m\b\.?/giu;
const ZONES = /\b(?:[A-Z]{1,4}T|GMT|UTC|BST|MES?Z|Uhr|hrs|[+-]\d\d:?\d\d)\b/g;
const WEEKDAYS =
  /(?<!\p{L})(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|(?<!\p{L})(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)(?!\p{L})|[(（][月火水木金土日][)）]|星期.|周[一二三四五六日]|[월화수목금토일]요일/giu;
const LABELS =
  /(?<!\p{L})(?:first published|published(?: on| at)?|publication date|posted(?: on| at)?|last updated(?: on| at)?|last modified|updated(?: on| at)?|modified|date created|created|on|at|updated?|veröffentlicht(?: am)?|erstellt(?: am)?|aktualisiert(?: am)?|stand|publié(?:e)?(?: le)?|mis(?:e)? à jour(?: le)?|modifié(?:e)?(?: le)?|publicado(?:a)?(?: el| em)?|actualizado(?:a)?(?: el| a las)?|atualizado(?:a)?(?: em)?|pubblicato(?: il)?|aggiornato(?: il)?|gepubliceerd(?: op)?|bijgewerkt(?: op)?|um|am|le|el|il|à|às|a las|alle|ore|om|op|发布时间|更新时间|时间|来源|發布時間|更新|公開|配信|掲載|入力|등록|입력|수정|승인|최종수정|опубликовано|обновлено|изменено|نشر|تاريخ النشر|آخر تحديث)(?!\p{L})\s?:?/giu;

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
