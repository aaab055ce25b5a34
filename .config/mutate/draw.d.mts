// The types of draw.mjs, for the tests.

import type { Site } from './sites.mjs';

export interface Equivalent {
  readonly path: string;
  readonly line: string;
  readonly from: string;
  readonly to: string;
  readonly nth?: number;
  readonly why: string;
}

export function drawSites(sites: readonly Site[], seed: string): readonly Site[];
export function isEquivalent(site: Site, equivalents: readonly Equivalent[]): boolean;
