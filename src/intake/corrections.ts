// What a user put right in pages of a source: pieces taken into its articles, and taken out of them.

import { foldText, skeleton } from '../core/fold.ts';
import { siteOf } from '../core/url/clean-url.ts';

/** One piece that was put right. */
export interface Correction {
  /** Whose pages it holds for: a host, or the paper's name where there is no address. */
  readonly source: string;
  readonly take: 'in' | 'out';
  /** The letters and digits that it begins with, folded. */
  readonly text: string;
  /** How pages set it, so that others set like it are met too; '' where that tells nothing. */
  readonly shape: string;
}

/** Why a piece is left out that the user took out. */
export const TAKEN_OUT = 'taken out by you';

/** Letters and digits by which a piece is known again. */
const COMPARED = 80;

const lettersOf = (text: string) => skeleton(text.slice(0, COMPARED * 4)).slice(0, COMPARED);

/** A piece that is to be taken in or out. */
export function correctionOf(text: string, take: Correction['take']): Correction {
  return { source: '', take, text: lettersOf(text), shape: '' };
}

/** Whose page it is: the host of its address, else the paper's name; `null` where nobody knows. */
export function correctedSource(url: string | null, name: string | null): string | null {
  return siteOf(url) ?? (name === null ? null : foldText(name).trim() || null);
}

/** Tells what is to become of a piece; `null` where nothing was put right. */
type Corrector = (text: string, shape: string) => Correction | null;

/** @param corrections of the page's source, in the order of their making: the last counts */
export function createCorrector(corrections: readonly Correction[]): Corrector {
  if (corrections.length === 0) return () => null;
  const byText = new Map(corrections.map((one) => [one.text, one] as const));
  const byShape = new Map(corrections.map((one) => [one.shape, one] as const));
  // What has neither letters nor a shape of its own meets nothing.
  byText.delete('');
  byShape.delete('');
  return (text, shape) => byText.get(lettersOf(text)) ?? byShape.get(shape) ?? null;
}
