// Dates given by their distance, as "3 hours ago" or "gestern", from a known reference time.
import { timeAfter } from './clock-time.ts';
import { MONTH_NAME, monthNumber } from './months.ts';

interface Found {
  readonly iso: string;
  readonly start: number;
  readonly end: number;
}

const UNITS = {
  second:
    'seconds?|secs?|Sekunden?|secondes?|segundos?|second[oi]|seconden|sekunder|секунд[уы]?|秒|초',
  minute:
    'minutes?|mins?|Minuten?|minutos?|minuti|minuto|minuten|minuut|minuter|minutter|minuuttia|minuty?|minutami|dakika|menit|minit|phút|perce|λεπτά|хвилин[иу]?|минути?|मिनट|דקות|分钟|分鐘|分|분|минут[уы]?|мин|دقائق|دقيقة',
  hour: 'hours?|hrs?|h|Stunden?|Std|heures?|horas?|ore|ora|uur|uren|timmar|timme|timer|time|tuntia|tunti|godzin[yę]?|godz|hodinami|hodinou|saat|jam|giờ|órája|óra|ώρες|ώρα|годин[иу]?|घंटे|שעות|שעה|小时|小時|時間|시간|час(?:а|ов)?|ساعات|ساعة',
  day: 'days?|d|Tage?n?|jours?|d[ií]as?|giorn[io]|dagen|dagar|dager|dage|dag|päivää|dni|dzień|dny|dnem|gün|hari|ngày|napja|ημέρες|μέρες|дні|днів|दिन|ימים|天|日|일|дн(?:я|ей)|день|أيام|يوم',
  week: 'weeks?|Wochen?|semaines?|semanas?|settiman[ae]|weken|week|veckor|vecka|uker|uke|uger|uge|viikkoa|tygodni[ea]?|tydny|hafta|minggu|tuần|hete|εβδομάδες|тижні|हफ्ते|שבועות|周|週間|주|недел[юиь]|أسابيع|أسبوع',
} as const;

const MINUTES = { second: 0, minute: 1, hour: 60, day: 1440, week: 10_080 } as const;
const KINDS = ['second', 'minute', 'hour', 'day', 'week'] as const;

const AMOUNT = "(\\d{1,3}|an?|one|eine[rm]|une?|una?|um|uma|een|en|ett?|un['’])";
const WORDS = KINDS.map((kind) => `(?<${kind}>${UNITS[kind]})`).join('|');
const AGO = [
  `${AMOUNT}\\s?(?:${WORDS})\\.?\\s(?:ago|fa|geleden|atrás|sedan|siden|sitten|temu|önce|(?:yang )?lalu|trước|тому|назад|पहले|ezelőtt)(?!\\p{L})`,
  `(\\d{1,3})\\s?(?:${WORDS})\\s?(?:前|전|之前)`,
  `(?:vor|il y a|hace|há|před|acum|πριν(?: από)?|לפני|قبل|منذ)\\s${AMOUNT}\\s?(?:${WORDS})(?!\\p{L})`,
  `(?:${WORDS})\\s(?:назад|тому)(?!\\p{L})`,
  `(?:قبل|منذ|לפני|πριν(?: από)?)\\s(?:${WORDS})(?!\\p{L})`,
].map((source) => new RegExp(`(?<![\\p{L}\\d])${source}`, 'iu'));

/** What each of them has beside its unit; few lines have any. */
const SAYS_AGO =
  /(?<!\p{L})(?:ago|fa|geleden|atrás|sedan|siden|sitten|temu|önce|lalu|trước|тому|назад|पहले|ezelőtt|vor|il y a|hace|há|před|acum|πριν|לפני|قبل|منذ)(?!\p{L})|[前전]/iu;

/** Lines that are a day, with a time or without, and nothing else, as in no sentence of a story. */
const WITH_TIME = '(?:[\\s,|·–-]+(?:[\\p{L}]{1,4}\\.?\\s){0,2}\\d{1,2}.{0,12})?$';
const YESTERDAY = new RegExp(
  `^(?:yesterday|gestern|hier|ayer|ieri|ontem|gisteren|вчера|昨天|昨日|어제|أمس|wczoraj|včera|i ?går|eilen|dün|kemarin|вчора|χθες|אתמול)${WITH_TIME}`,
  'iu',
);
const TODAY = new RegExp(
  `^(?:just now|today|heute|aujourd[’']hui|hoy|oggi|hoje|vandaag|сегодня|今天|今日|오늘|اليوم|dziś|dzisiaj|dnes|i ?dag|tänään|bugün|hari ini|сьогодні|σήμερα|היום)${WITH_TIME}`,
  'iu',
);

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
  for (const pattern of SAYS_AGO.test(text) ? AGO : []) {
    const match = pattern.exec(text);
    const kind = KINDS.find((name) => match?.groups?.[name] !== undefined);
    if (match === null || kind === undefined) continue;
    const amount = /^\d/.test(match[1] ?? '') ? Number(match[1]) : 1;
    const end = match.index + match[0].length;
    return { iso: before(now, amount * MINUTES[kind]), start: match.index, end };
  }
  return findYearless(text, now);
}

/** A day without its year: `Nov 19`, `19. November`, `11月19日`. */
const YEARLESS = new RegExp(
  `(?<!\\p{L})(?<month>${MONTH_NAME})(?!\\p{L})\\.?\\s(?<day>\\d{1,2})(?!\\d)|(?<!\\d)(?<first>\\d{1,2})\\.?\\s(?:de )?(?<second>${MONTH_NAME})(?!\\p{L})\\.?|(?<!\\d)(?<number>\\d{1,2})[月월]\\s?(?<of>\\d{1,2})[日일]`,
  'iu',
);

/** `Updated Nov 19, 9:41 AM`: of a day with its time the year is the last one that has been. */
function findYearless(text: string, now: Date): Found | null {
  // The day and the time are two numbers.
  const match = /\d\D+\d/.test(text) ? YEARLESS.exec(text) : null;
  const { month, day, first, second, number, of } = match?.groups ?? {};
  if (match === null) return null;
  const end = match.index + match[0].length;
  const time = timeAfter(text.slice(end));
  const monthOf = number === undefined ? monthNumber(month ?? second ?? '') : Number(number);
  if (time === null || monthOf === null) return null;
  const date = `${pad(monthOf)}-${pad(Number(day ?? first ?? of))}T${pad(time.hour)}:${pad(time.minute)}`;
  const tomorrow = new Date(now.getTime() + MINUTES.day * 60_000).toISOString();
  const year = now.getUTCFullYear();
  const iso = `${year}-${date}` > tomorrow ? `${year - 1}-${date}` : `${year}-${date}`;
  return { iso, start: match.index, end };
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** A distance without a number stands in few words. */
const LONGEST_WORDS = 25;
/** What may stand before a distance without a number, in UTF-16 units: `Published an hour ago`. */
const LONGEST_LABEL = 12;

/** Whether a line gives its date by a distance or without a year: only a reference completes it. */
export function isRelativeDate(text: string): boolean {
  if (text.length >= (/\p{Nd}/u.test(text) ? 70 : LONGEST_WORDS)) return false;
  const found = findRelativeDate(text, new Date(0));
  return found !== null && (found.start <= LONGEST_LABEL || /\p{Nd}/u.test(text));
}
