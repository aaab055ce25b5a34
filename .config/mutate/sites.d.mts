// The types of sites.mjs, for the tests.

export interface Site {
  readonly path: string;
  readonly line: number;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly to: string;
  readonly lineText: string;
  readonly nth: number;
  readonly group: string;
  readonly isAtLoad: boolean;
  readonly probe: { readonly start: number; readonly end: number; readonly isStatement: boolean };
}

export function findSites(path: string, text: string): readonly Site[];
