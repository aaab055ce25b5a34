// The types of probes.mjs, for the tests.

import type { Site } from './sites.mjs';

export function probedText(
  text: string,
  sites: readonly (Site & { readonly id: number })[],
): string;
export function changedText(text: string, site: Site): string;
