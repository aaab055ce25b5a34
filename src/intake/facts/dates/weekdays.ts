// The names of the days of the week, in the languages of papers.

/** Monday to Sunday, for the source of a pattern under `iu`. */
export const WEEKDAY_NAMES = {
  en: 'monday|tuesday|wednesday|thursday|friday|saturday|sunday',
  de: 'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag',
  fr: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
  es: 'lunes|martes|miércoles|jueves|viernes|sábado|domingo',
  it: 'lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica',
  pt: '(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?',
  nl: 'maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag',
} as const;

/** English names cut short. */
export const SHORT_WEEKDAY = 'mon|tues?|wed|thu(?:rs)?|fri|sat|sun';
const EASTERN = '[(（][月火水木金土日][)）]|星期.|周[一二三四五六日]|[월화수목금토일]요일';

/** Every day that a text names. */
export const WEEKDAYS = new RegExp(
  `(?<!\\p{L})(?:${Object.values(WEEKDAY_NAMES).join('|')}|${SHORT_WEEKDAY})(?!\\p{L})|${EASTERN}`,
  'giu',
);
