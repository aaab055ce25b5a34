// The zone names that newspapers write after a time, as offsets from UTC.
import { pad } from '../../../core/dates/dates.ts';
import { pattern } from '../../words/pattern.ts';
import zones from './zones.json' with { type: 'json' };

/** Of several zones of one name (CST, IST) it is that of English news. */
const OFFSETS = new Map(
  Object.entries(zones.byOffset).flatMap(([offset, names]) => names.map((name) => [name, offset])),
);
/** American zones named without their half of the year. */
const PLACES = new Map(Object.entries(zones.byPlace));

/** For the source of a pattern: every name. */
export const ZONE_NAMES = [...OFFSETS.keys(), ...PLACES.keys()].join('|');
/** A zone's name, or an offset such as `+08:00` or `GMT+8`. */
export const ZONE = pattern`
  (?:GMT|UTC)\s?[+-]\d{1,2}(?::?\d\d)?|[+-]\d\d:?\d\d|${() => ZONE_NAMES}(?![a-z])`;

/**
 * `-04:00` for `EDT`, or for `ET` on a summer's day.
 * @param date ISO 8601
 * @returns an empty string for what names no zone
 */
export function zoneOffset(zone: string, date: string): string {
  const [, sign, hours = '', minutes = '00'] = /([+-])(\d{1,2})(?::?(\d\d))?$/.exec(zone) ?? [];
  if (sign !== undefined) return `${sign}${pad(hours)}:${minutes}`;
  const name = zone.toUpperCase();
  const timeZone = PLACES.get(name);
  if (timeZone === undefined) return name === 'Z' ? '+00:00' : (OFFSETS.get(name) ?? '');
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const parts = format.formatToParts(Date.parse(`${date}T12:00Z`));
  return parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '') ?? '';
}
