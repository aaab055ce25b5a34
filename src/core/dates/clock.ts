// Moments on the clock they are read from.

/** A point in time, and whether a zone may shift it. */
export interface Moment {
  /** Milliseconds since 1970 UTC; what names no zone is read as if it were UTC. */
  readonly ms: number;
  /** Whether the source names a zone: what names none is never shifted by one. */
  readonly zoned: boolean;
}

/**
 * A date whose UTC fields are those of the machine's clock at that moment, or of the source's own
 * where it names no zone. Costs no Intl.
 */
export function clockDate({ ms, zoned }: Moment): Date {
  return new Date(zoned ? ms - new Date(ms).getTimezoneOffset() * 60_000 : ms);
}
