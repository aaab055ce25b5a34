// The words that credits are made of: houses, labels, and names with capitals.
import { lazy } from '../../../../core/lazy.ts';
import { anyCaseOf, anyOf } from '../../../words/phrases.ts';

/** Agencies that have their country's name before or behind them. */
const NATIONAL = 'Agencia? \\p{Lu}\\w+|Agência \\p{Lu}\\w+';
/**
 * A house that sells or lends pictures, as it writes itself, or in capitals; a sentence of a story
 * rarely ends in one.
 */
export const AGENCY = lazy(() => `(?:${anyCaseOf('agency')}|${NATIONAL})`);
/** The same as words of their own. */
export const HOUSE = lazy(() => `(?<!\\p{L})${AGENCY()}(?!\\p{L})`);
/** What labels a credit or a source. */
export const LABEL = lazy(() => `(?:${anyCaseOf('credit label')})`);
/** What stands between a label and the name. */
export const COLON = '\\s?[:：=]\\s?';
/** Labels that need no colon: `Foto ANP`, `Photo by Ada Li`, `fot. Bo Ek`. */
export const PICTURE = lazy(() => `(?:${anyOf('picture by')})`);

const CONNECTED = 'de |del |di |da |van |von |of |the |The |and |y |und |et |& ';
/** Up to six words with a capital each: people, papers, libraries, museums. */
export const PROPER = `\\p{Lu}[\\p{L}\\d.’'&-]*(?: (?:${CONNECTED})?(?:the |The )?\\p{Lu}[\\p{L}\\d.’'&-]*){0,5}`;
/** A name as bylines have it. */
export const PERSON = `\\p{Lu}[\\p{L}.’'-]+(?: \\p{Lu}[\\p{L}.’'-]*){0,3}`;
/** Whatever names are made of. */
export const NAMES = `[\\p{L}\\p{M}\\d .,’'&@-]{0,40}`;
