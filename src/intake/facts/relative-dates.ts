// Dates told by their distance: "3 hours ago", "gestern", each against a known reference time.

import { MONTH_NAME } from './months.ts';

interface Found {
  readonly iso: string;
  readonly start: number;
  readonly end: number;
}

const UNITS = {
  minute:
    'minutes?|mins?|Minuten?|minutos?|minuti|minuto|minuten|minuut|minuter|minutter|minuuttia|minuty?|minutami|dakika|menit|minit|phút|perce|λεπτά|хвилин[иу]?|минути?|मिनट|דקות|分钟|分鐘|分|분|минут[уы]?|мин|دقائق|دقيقة',
  hour: 'hours?|hrs?|h|Stunden?|Std|heures?|horas?|ore|ora|uur|uren|timmar|timme|timer|time|tuntia|tunti|godzin[yę]?|godz|hodinami|hodinou|saat|jam|giờ|órája|óra|ώρες|ώρα|годин[иу]?|घंटे|שעות|שעה|小时|小時|時間|시간|час(?:а|ов)?|ساعات|ساعة',
  day: 'days?|d|Tage?n?|jours?|d[ií]as?|giorn[io]|dagen|dagar|dager|dage|dag|päivää|dni|dzień|dny|dnem|gün|hari|ngày|napja|ημέρες|μέρες|дні|днів|दिन|ימים|天|日|일|дн(?:я|ей)|день|أيام|يوم',
  week: 'weeks?|Wochen?|semaines?|semanas?|settiman[ae]|weken|week|veckor|vecka|uker|uke|uger|uge|viikkoa|tygodni[ea]?|tydny|hafta|minggu|tuần|hete|εβδομάδες|тижні|हफ्ते|שבועות|周|週間|주|недел[юиь]|أسابيع|أسبوع',
} as const;

const MINUTES = { minute: 1, hour: 60, day: 1440, week: 10_080 } as const;
const KINDS = ['minute', 'hour', 'day', 'week'] as const;

const AMOUNT = '(\\d{1,3}|an?|one|einer|einem|une?|una?|um|uma)';
const WORDS = KINDS.map((kind) => `(?<${kind}>${UNITS[kind]})`).join('|');
const AGO = [
  `${AMOUNT}\\s?(?:${WORDS})\\.?\\s(?:ago|fa|geleden|atrás|sedan|siden|sitten|temu|önce|(?:yang )?lalu|trước|тому|назад|पहले|ezelőtt)(?!\\p{L})`,
  `(\\d{1,3})\\s?(?:${WORDS})\\s?(?:前|전|之前)`,
  `(?:vor|il y a|hace|há|před|acum|πριν(?: από)?|לפני|قبل|منذ)\\s${AMOUNT}\\s?(?:${WORDS})(?!\\p{L})`,
].map((source) => new RegExp(`(?<![\\p{L}\\d])${source}`, 'iu'));

/** Lines that are nothing but the day: a story's own "yesterday" is none. */
const YESTERDAY =
  /^(?:yesterday|gestern|hier|ayer|ieri|ontem|gisteren|вчера|昨天|昨日|어제|أمس)(?:[\s,].{0,20})?$/iu;
const TODAY =
  /^(?:today|heute|aujourd[’']hui|hoy|oggi|hoje|vandaag|сегодня|今天|今日|오늘|اليوم)(?:[\s,].{0,20})?$/iu;

/** To the minute for minutes and hours, to the day for days and weeks: no more is known. */
function before(now: Date, minutes: number): string {
  const iso = new Date(now.getTime() - minutes * 60_000).toISOString();
  return minutes < 1440 ? `${iso.slice(0, 16)}Z` : iso.slice(0, 10);
}

/** "3 hours ago" and kin against `now`; `null` without it or where nothing of the kind is said. */
export function findRelativeDate(text: string, now: Date | undefined): Found | null {
  if (now === undefined) return null;
  const day = YESTERDAY.test(text) ? 1440 : TODAY.test(text) ? 0 : null;
  if (day !== null) return { iso: before(now, day).slice(0, 10), start: 0, end: text.length };
  for (const pattern of AGO) {
    const match = pattern.exec(text);
    const kind = KINDS.find((name) => match?.groups?.[name] !== undefined);
    if (match === null || kind === undefined) continue;
    const amount = /^\d/.test(match[1] ?? '') ? Number(match[1]) : 1;
    const end = match.index + match[0].length;
    return { iso: before(now, amount * MINUTES[kind]), start: match.index, end };
  }
  return null;
}

/** A day without its year beside a time: `Updated Nov 19, 9:41 AM`. */
const YEARLESS = new RegExp(
  `(?<!\\p{L})(?:(?:${MONTH_NAME})\\.?\\s\\d{1,2}|\\d{1,2}\\.?\\s(?:de )?(?:${MONTH_NAME})\\.?),?\\s(?:at |um |à )?\\d{1,2}[:.h]\\d\\d`,
  'iu',
);

/** Whether a line tells its date by a distance, or without a year: a date that only a reference completes. */
export function isRelativeDate(text: string): boolean {
  if (text.length >= 70 || !/\p{Nd}|^\p{L}{3,10}$|^(?:an?|one|une?|una?) /u.test(text))
    return false;
  return findRelativeDate(text, new Date(0)) !== null || YEARLESS.test(text);
}
