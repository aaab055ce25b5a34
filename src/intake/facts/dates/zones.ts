// The zone names that newspapers write after a time, as offsets from UTC.

/** By offset. Of several zones of one name (CST, IST) it is that of English news. */
const NAMES: Readonly<Record<string, string>> = {
  '+00:00': 'UTC GMT WET Z',
  '+01:00': 'BST WEST CET MEZ',
  '+02:00': 'CEST MESZ EET SAST',
  '+03:00': 'EEST MSK EAT',
  '+05:30': 'IST',
  '+07:00': 'WIB',
  '+08:00': 'HKT SGT PHT AWST',
  '+09:00': 'JST KST',
  '+10:00': 'AEST',
  '+11:00': 'AEDT',
  '+12:00': 'NZST',
  '+13:00': 'NZDT',
  '-03:00': 'BRT ART',
  '-04:00': 'EDT',
  '-05:00': 'EST CDT',
  '-06:00': 'CST MDT',
  '-07:00': 'MST PDT',
  '-08:00': 'PST',
};
const OFFSETS: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([offset, names]) =>
    names.split(' ').map((name) => [name, offset] as const),
  ),
);

/** American zones named without their half of the year. */
const AMERICAN: Readonly<Record<string, string>> = {
  ET: 'America/New_York',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
};

/** For the source of a pattern: every name but `Z`. */
export const ZONE_NAMES = [...OFFSETS.keys(), ...Object.keys(AMERICAN)]
  .filter((name) => name !== 'Z')
  .join('|');
/** For the source of a pattern: a zone's name, or an offset such as `+08:00` or `GMT+8`. */
export const ZONE = `(?:(?:GMT|UTC)\\s?[+-]\\d{1,2}(?::?\\d\\d)?|[+-]\\d\\d:?\\d\\d|(?:${ZONE_NAMES})(?![a-z]))`;

/**
 * `-04:00` for `EDT`, or for `ET` on a summer's day.
 * @returns an empty string for what names no zone
 */
export function zoneOffset(zone: string, year: number, month: number, day: number): string {
  const [, sign, hours = '', minutes = '00'] = /([+-])(\d{1,2})(?::?(\d\d))?$/.exec(zone) ?? [];
  if (sign !== undefined) return `${sign}${hours.padStart(2, '0')}:${minutes}`;
  const timeZone = AMERICAN[zone.toUpperCase()];
  if (timeZone === undefined) return OFFSETS.get(zone.toUpperCase()) ?? '';
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const parts = format.formatToParts(Date.UTC(year, month - 1, day, 12));
  return parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '') ?? '';
}
