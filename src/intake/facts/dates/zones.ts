// The zone names that newspapers write after a time, as offsets from UTC.

/** Minutes east of UTC. Of several zones of one name (CST, IST) it is that of English news. */
const OFFSETS: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  BST: 60,
  WEST: 60,
  CET: 60,
  MEZ: 60,
  CEST: 120,
  MESZ: 120,
  EET: 120,
  SAST: 120,
  EEST: 180,
  MSK: 180,
  EAT: 180,
  IST: 330,
  WIB: 420,
  HKT: 480,
  SGT: 480,
  PHT: 480,
  AWST: 480,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  BRT: -180,
  ART: -180,
};

/** American zones named without their half of the year: minutes in winter. */
const AMERICAN: Readonly<Record<string, number>> = { ET: -300, CT: -360, MT: -420, PT: -480 };

/** For the source of a pattern: every name but `Z`. */
export const ZONE_NAMES = [...Object.keys(OFFSETS), ...Object.keys(AMERICAN)]
  .filter((name) => name !== 'Z')
  .join('|');
/** For the source of a pattern: a zone's name, or an offset such as `+08:00` or `GMT+8`. */
export const ZONE = `(?:(?:GMT|UTC)\\s?[+-]\\d{1,2}(?::?\\d\\d)?|[+-]\\d\\d:?\\d\\d|(?:${ZONE_NAMES})(?![a-z]))`;

/** Day of the month of the nth Sunday. */
function sunday(year: number, month: number, nth: number): number {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  return 1 + ((7 - first) % 7) + (nth - 1) * 7;
}

/** Whether the United States keep summer time: second Sunday of March to first of November. */
function isAmericanSummer(year: number, month: number, day: number): boolean {
  if (month === 3) return day >= sunday(year, 3, 2);
  if (month === 11) return day < sunday(year, 11, 1);
  return month > 3 && month < 11;
}

/**
 * `-04:00` for `EDT`, or for `ET` on a summer's day.
 * @returns an empty string for what names no zone
 */
export function zoneOffset(zone: string, year: number, month: number, day: number): string {
  const numeric = /([+-])(\d{1,2})(?::?(\d\d))?$/.exec(zone);
  if (numeric) return formatOffset(numeric[1] ?? '+', numeric[2] ?? '0', numeric[3] ?? '00');
  const winter = AMERICAN[zone.toUpperCase()];
  const summer = winter !== undefined && isAmericanSummer(year, month, day) ? 60 : 0;
  const minutes = winter === undefined ? OFFSETS[zone.toUpperCase()] : winter + summer;
  if (minutes === undefined) return '';
  const size = Math.abs(minutes);
  return formatOffset(minutes < 0 ? '-' : '+', String(Math.floor(size / 60)), String(size % 60));
}

function formatOffset(sign: string, hours: string, minutes: string): string {
  return `${sign}${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
}
