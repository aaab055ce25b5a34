// How much of a feed is kept, as it is written: `200` articles, or those of `30d`.

/** The newest so many articles, or those no older than so many days. */
export type Keep =
  | { readonly kind: 'count'; readonly most: number }
  | { readonly kind: 'days'; readonly days: number };

const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };

/** `200` is a number of articles, `30d` of days; also weeks, months of 30 days and years. */
export function parseKeep(text: string): Keep | null {
  const [, digits, unit = ''] = /^([1-9]\d{0,5})([dwmy]?)$/.exec(text.trim().toLowerCase()) ?? [];
  if (digits === undefined) return null;
  const number = Number(digits);
  const days = DAYS[unit];
  return days === undefined
    ? { kind: 'count', most: number }
    : { kind: 'days', days: number * days };
}

/** Whether there may be room for what had none before; a number and days cannot be compared. */
export function keepsMore(keep: Keep | null, before: Keep): boolean {
  if (keep === null || keep.kind !== before.kind) return true;
  return size(keep) > size(before);
}

function size(keep: Keep): number {
  return keep.kind === 'count' ? keep.most : keep.days;
}

/** `200` or `30d`. */
export function formatKeep(keep: Keep): string {
  return keep.kind === 'count' ? String(keep.most) : `${keep.days}d`;
}
