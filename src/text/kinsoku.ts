// Where a line may break inside a run without spaces: kinsoku for CJK, dashes for the rest.
import { lazy } from '../core/lazy.ts';

/** Never at the start of a line (JIS X 4051, JLREQ 3.1.7, GB/T 15834). */
const NO_START = new Set(
  '、。，．・：；？！‼⁇⁈⁉‐゠–〜～…‥ー々〻ゝゞヽヾ' +
    'ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ' +
    '）〕］｝〉》」』】〙〗〟’”｠»›｡､｣･ｰﾞﾟ％‰℃°′″' +
    ',.:;?!)]}%>/',
);
/** Never at the end of a line. */
const NO_END = new Set('（〔［｛〈《「『【〘〖〝‘“｟«‹｢￥＄￡＃([{<$£¥€#@');

/** Dashes that always come in pairs and are not torn apart. */
const PAIRED = new Set('—…‥―⸺');

/** Characters set solid, each a unit of its own: Han, kana, bopomofo, CJK punctuation, emoji. */
const solid = lazy(
  () =>
    /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff01-\uff60\u31f0-\u31ff]|(?!\d)\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)/u,
);

/** No character below is set solid, the keycaps' digits included. */
const FIRST_SOLID = 0xa9;

/** Scripts written without spaces between words: Thai, Lao, Burmese, Khmer. */
const UNSPACED = /^[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff]/;
/** Their vowels and signs that belong to the letter before, and those that belong to the next. */
const TRAILING =
  /^[\u0e2f-\u0e33\u0e45\u0e46\u0e5a\u0e5b\u0eaf-\u0eb3\u0ec6\u104a\u104b\u17d4-\u17d7]/;
const LEADING = /^[\u0e40-\u0e44\u0ec0-\u0ec4]/;

/** Whether a grapheme is set solid, so that lines break beside it without a space. */
export function isSolid(grapheme: string): boolean {
  return grapheme.charCodeAt(0) >= FIRST_SOLID && solid().test(grapheme);
}

/**
 * Whether a line may break between two neighbouring graphemes that are not spaces.
 * @param before the grapheme before `left`, empty at the start of the run
 */
export function mayBreak(before: string, left: string, right: string): boolean {
  if (left === '\u200b') return true;
  if (NO_START.has(right) || NO_END.has(left)) return false;
  if (PAIRED.has(left) && left === right) return false;
  if (isSolid(left) || isSolid(right)) return true;
  if (UNSPACED.test(left) && UNSPACED.test(right))
    return !TRAILING.test(right) && !LEADING.test(left);
  return isDashBreak(before, left, right);
}

/** After the hyphen of `well-known` and after a dash that follows a word, never before one. */
function isDashBreak(before: string, left: string, right: string): boolean {
  return '-‐—–'.includes(left) && /[\p{L}\p{N}]$/u.test(before) && /^\p{L}/u.test(right);
}
