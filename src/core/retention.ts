// How many of a feed's articles are kept (`keep`): the newest `200`, or those of the last `30d`.

export type Retention =
  | { readonly kind: 'count'; readonly most: number }
  | { readonly kind: 'days'; readonly days: number };

const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };

/** `200` is a number of articles, `30d` of days; `w`, `m` and `y` stand for 7, 30 and 365. */
export function parseRetention(text: string): Retention | null {
  const [, digits, unit = ''] = /^([1-9]\d{0,5})([dwmy]?)$/.exec(text.trim().toLowerCase()) ?? [];
  if (digits === undefined) return null;
  const number = Number(digits);
  const days = DAYS[unit];
  return days === undefined
    ? { kind: 'count', most: number }
    : { kind: 'days', days: number * days };
}

/** Whether more articles may be kept than before: always, where one is a number and the other days. */
export function keepsMore(now: Retention | null, before: Retention): boolean {
  if (now === null || now.kind !== before.kind) return true;
  return size(now) > size(before);
}

function size(retention: Retention): number {
  return retention.kind === 'count' ? retention.most : retention.days;
}

/** `200` or `30d`. */
export function formatRetention(retention: Retention): string {
  return retention.kind === 'count' ? String(retention.most) : `${retention.days}d`;
}
