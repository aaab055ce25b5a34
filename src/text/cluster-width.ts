// How many columns a grapheme of several characters takes, or one that is not simply 1 or 2 wide.
import { eastAsianWidth } from 'get-east-asian-width';
import { lazy } from '../core/lazy.ts';

const UNSEEN =
  /[\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Surrogate}]/gu;
/** What stands beside the character before it: marks with a width, sound marks of kana. */
const BESIDE = /[\p{Spacing_Mark}\uff00-\uffef]/u;

const KEYCAP = /^[\d#*]\ufe0f?\u20e3$/;
/** A symbol asked for as an emoji, or given a tone of skin. */
const AS_EMOJI =
  /^(?![\d#*\p{Regional_Indicator}])\p{Emoji}\ufe0f$|^\p{Emoji_Modifier_Base}\p{Emoji_Modifier}$/u;
const PICTURES = /\p{Extended_Pictographic}/gu;
const JOINER = '\u200d';
const LONGEST_EMOJI = 50;
const REGION = /^\p{Regional_Indicator}/u;
/** The pairs of regional indicators that are a flag; a pattern of hundreds, so made when needed. */
const flag = lazy(() => /^\p{RGI_Emoji_Flag_Sequence}$/v);

const JAMO = /^[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7c6\ud7cb-\ud7fb]/;
/** A syllable of a leading consonant, a vowel and perhaps a trailing consonant, or any character. */
const SYLLABLE =
  /[\u1100-\u115f\ua960-\ua97c][\u1160-\u11a7\ud7b0-\ud7c6][\u11a8-\u11ff\ud7cb-\ud7fb]?|./gsu;
const ALONE = /^.$/su;

/** The columns of one grapheme, as terminals draw it that know Unicode's emoji. */
export function clusterWidth(grapheme: string): number {
  const seen = grapheme.replace(UNSEEN, '');
  if (seen === '') return 0;
  if (isEmoji(grapheme)) return 2;
  // A syllable is drawn as one block.
  const blockWidth = (one: string) => (ALONE.test(one) ? characterWidth(one) : 2);
  if (JAMO.test(seen)) return sum(seen.match(SYLLABLE) ?? [], blockWidth);
  const [base = '', ...others] = seen;
  const beside = others.filter((one) => BESIDE.test(one));
  return sum([base, ...beside], characterWidth);
}

/** Whether a grapheme is an emoji though its first character is not two columns wide. */
function isEmoji(grapheme: string): boolean {
  if (KEYCAP.test(grapheme) || AS_EMOJI.test(grapheme)) return true;
  if (REGION.test(grapheme)) return flag().test(grapheme);
  if (!grapheme.includes(JOINER) || grapheme.length > LONGEST_EMOJI) return false;
  return (grapheme.match(PICTURES)?.length ?? 0) >= 2;
}

function characterWidth(character: string): number {
  return eastAsianWidth(character.codePointAt(0) ?? 0);
}

function sum(parts: readonly string[], widthOf: (part: string) => number): number {
  return parts.reduce((width, part) => width + widthOf(part), 0);
}
