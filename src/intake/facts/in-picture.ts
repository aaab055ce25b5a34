// Words that only captions have: where somebody stands in the picture, or that it is an old one.
import { capitalsOf, casedPattern, loudOf, pattern } from '../words/pattern.ts';
import { monthNames } from './dates/calendar-names.ts';

/** Where somebody stands in a picture, or that it is not one of the event. */
const IN_PICTURE = pattern`[(（[]${'in picture'}(?!\p{L})[^()]{0,20}[)）\]]`;
/** The same without brackets: from where a row of people is told, or what was pictured. */
const IN_ROW = pattern`
  (?<!\p{L})(?:${'row told'}|(?<!${'before verb'} )${'pictured'})(?!\p{L})`;
/** What stands for a caption where the picture shows something else. */
const OTHER_PICTURE = pattern`^${'other picture'}\.?$`;
/**
 * What opens a caption: `FILE - `, `FILE PHOTO: `, 图为; or closes a Japanese one, the place or the
 * photographer behind `＝`.
 */
const OPENING = casedPattern`
  ^(?:${loudOf('file picture')}|${capitalsOf('archive picture')})\s?[-–—:]\s
  |^${'caption opening'}`;
const CLOSING = /[\u3040-\u30ff\u4e00-\u9fff].{4,}(?:＝|=(?=.*[\u4e00-\u9fff]$))[^＝。]{2,30}$/u;
/** A Japanese caption has no full stop at its end, though one within; a paragraph has both. */
const UNENDED = /^(?=.*[\u3040-\u30ff]).*。(?![」』）】]).*[^。！？….」』）】)]$/u;

/**
 * As agencies write captions: what the picture is, or the full day beside what one sees. A dot behind
 * a number or an abbreviation ends no sentence.
 */
const AGENCY_CAPTION = pattern`
  (?:^in this (?:[^.]|\d\.|\p{L}{3,4}\.){0,50}?(?:photo|image)
  |${'agency caption'}
  |, (?:on )?${'weekday'}, ${monthNames}\.? \d{1,2}, \d{4})(?!\p{L})`;
/** `QUILLPORT, ENGLAND - JULY 04: ` */
const SLUG = /^[\p{Lu}\s.,'’()-]{4,60}\s?[-–—]+\s\p{Lu}{3,9} \d{1,2}(?:, \d{4})?:\s/u;
const FUTURE = /(?<!\p{L})will(?!\p{L})/u;

/** Whether a text is a caption as agencies send them, which are as long as paragraphs. */
export function isAgencyCaption(text: string): boolean {
  return SLUG.test(text) || (AGENCY_CAPTION().test(text) && !FUTURE.test(text));
}

/** Whether a text speaks of the picture it stands below. */
export function isInPicture(text: string): boolean {
  const forms = [IN_PICTURE(), IN_ROW(), OTHER_PICTURE(), OPENING(), CLOSING, UNENDED];
  return forms.some((form) => form.test(text));
}
