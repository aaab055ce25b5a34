// The words that credits are made of: houses, labels, and names with capitals.
import { casedPattern, pattern } from '../../../words/pattern.ts';
import { anyCaseOf } from '../../../words/phrases.ts';

/**
 * A house that sells or lends pictures, as it writes itself, or in capitals; a sentence of a story
 * rarely ends in one. Agencies may have their country's name before or behind them.
 */
export const AGENCY = casedPattern`
  ${() => anyCaseOf('agency')}|Agencia? \p{Lu}\w+|Agência \p{Lu}\w+`;
/** The same as words of their own. */
export const HOUSE = casedPattern`(?<!\p{L})${AGENCY}(?!\p{L})`;
/** What labels a credit or a source. */
export const LABEL = casedPattern`${() => anyCaseOf('credit label')}`;
/** What stands between a label and the name. */
export const COLON = /\s?[:：=]\s?/u;
/** Labels that need no colon: `Foto ANP`, `Photo by Ada Li`, `fot. Bo Ek`. */
export const PICTURE = pattern`${'picture by'}`;

/** Up to six words with a capital each: people, papers, libraries, museums. */
export const PROPER = casedPattern`
  \p{Lu}[\p{L}\d.’'&-]*(?: (?:de |del |di |da |van |von |of |the |The |and |y |und |et |& )?
  (?:the |The )?\p{Lu}[\p{L}\d.’'&-]*){0,5}`;
/** A name as bylines have it. */
export const PERSON = /\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){0,3}/u;
/** Whatever names are made of. */
export const NAMES = /[\p{L}\p{M}\d .,’'&@-]{0,40}/u;
