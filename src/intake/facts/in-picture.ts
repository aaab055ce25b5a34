// Words that only captions have: where somebody stands in the picture, or that it is an old one.
import { lazy } from '../../core/lazy.ts';
import { anyOf, phrasesOf } from '../words/phrases.ts';
import { monthNames } from './dates/calendar-names.ts';

/** Where somebody stands in a picture, or that it is not one of the event. */
const IN_PICTURE = lazy(
  () => new RegExp(`[(（[](?:${anyOf('in picture')})(?!\\p{L})[^()]{0,20}[)）\\]]`, 'iu'),
);
/** The same without brackets: from where a row of people is told, or what was pictured. */
const IN_ROW = lazy(() => {
  const pictured =
    '(?<!(?:was|were|been|be|being|is|are|and) )pictured (?:above|at|below|during|here|in|left|on|right|with)';
  return new RegExp(`(?<!\\p{L})(?:${anyOf('row told')}|${pictured})(?!\\p{L})`, 'iu');
});
/** What stands for a caption where the picture shows something else. */
const OTHER_PICTURE = lazy(() => new RegExp(`^(?:${anyOf('other picture')})\\.?$`, 'iu'));
/**
 * What opens a caption: `FILE - `, `FILE PHOTO: `, 图为; or closes a Japanese one, the place or the
 * photographer behind `＝`.
 */
const OPENING = lazy(
  () =>
    new RegExp(
      `^(?:${phrasesOf('file picture').join('|').toUpperCase()})(?: PHOTO| IMAGE)?\\s?[-–—:]\\s|^(?:File|Archive) (?:photo|image|picture)\\s?[-–—:]\\s|^[图圖][为為：]`,
      'u',
    ),
);
const CLOSING = /[\u3040-\u30ff\u4e00-\u9fff].{4,}＝[^＝。]{2,30}$/u;
/** A Japanese caption has no full stop at its end, though one within; a paragraph has both. */
const UNENDED = /^(?=.*[\u3040-\u30ff]).*。(?![」』）】]).*[^。！？….」』）】)]$/u;

/** As agencies write captions: what the picture is, or the full day beside what one sees. */
const AGENCY_CAPTION = lazy(() => {
  const forms = [
    '^in this (?:[^.]|\\d\\.|\\p{L}{3,4}\\.){0,50}?(?:photo|image)',
    '(?:seen|shown|pictured) in (?:this|an?) (?:[\\p{L}-]+ ){0,3}(?:photo|picture|image|illustration|still)',
    'in this (?:[\\p{L}-]+ )?(?:photo(?:graph)?|picture|image|illustration|video) (?:taken|provided|released|obtained|made|supplied|from)',
    `, (?:on )?(?:${anyOf('weekday')}), (?:${monthNames()})\\.? \\d{1,2}, \\d{4}`,
  ];
  return new RegExp(`(?:${forms.join('|')})(?!\\p{L})`, 'iu');
});
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
