// What the rules for captions find, and how long a caption may be.
import { isAgencyCaption } from '../../../facts/in-picture.ts';
import type { SeenLine } from '../lines/classify-lines.ts';

/** The shortest text that is a caption for its copy or its credit. */
export const SHORTEST_CAPTION = 12;
/** The heaviest caption that is known by a copy, an alternative text or a credit. */
const HEAVIEST_CAPTION = 450;
const HEAVIEST_BY_AGENCY = 1000;

/** A caption found, and the lines above or below that were parts of the same picture. */
export interface FoundCaption {
  readonly line: SeenLine;
  readonly caption: string;
  readonly credit: string | null;
  readonly parts: readonly SeenLine[];
}

/** Whether a line says more than captions do. */
export function isTooHeavy({ weight, text }: SeenLine): boolean {
  if (weight <= HEAVIEST_CAPTION) return false;
  return weight > HEAVIEST_BY_AGENCY || !isAgencyCaption(text);
}
