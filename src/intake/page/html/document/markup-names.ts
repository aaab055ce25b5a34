// What sites call decks, captions and summaries in their markup.
import { lazy } from '../../../../core/lazy.ts';
import { anyOf } from '../../../words/phrases.ts';

/** A hyphen within a name may be left out, or be a low line. */
const names = (source: string): string => source.replaceAll('-', '[_-]{0,2}');

const CAPTION = lazy(() => {
  const pictures = `(?:${anyOf('picture name')})[_-]?(?:desc\\w*|legend[ae]?|text|sub-?(?:title|line)|info)`;
  const all = `[\\w-]*caption\\w*|legend[ae]?|${pictures}|${names(anyOf('caption name'))}`;
  return new RegExp(`(?:^|[_-])(?:(?:${all})(?:$|[_-])|bu$)`, 'iu');
});
/** The last word of a class name, without the states and tools that follow it. */
const DECK = lazy(
  () =>
    new RegExp(
      `(?:^|[_-])(?:${names(anyOf('deck name'))})(?:[_-]+(?:text|small|[a-z]{1,2}|\\d+))*(?:(?:__|--)[\\w-]*)?$`,
      'iu',
    ),
);
/** Of a picture, an author, a site or a list: no deck. */
const NO_DECK = lazy(() => new RegExp(anyOf('no deck name'), 'i'));

const SUMMARY = lazy(
  () => new RegExp(`(?:^|[_-])(?:${names(anyOf('summary name'))})(?:$|[_-])`, 'i'),
);

/** Whether a class or id calls its element a summary of the story. */
export function isSummaryName(classes: string): boolean {
  return wordsIn(classes).some((name) => SUMMARY().test(name));
}

/** Whether a class or id calls its element a caption. */
export function isCaptionName(classes: string): boolean {
  return wordsIn(classes).some((name) => CAPTION().test(name));
}

/** Whether a class, an id or a property calls its element a deck. */
export function isDeckName(classes: string): boolean {
  return wordsIn(classes).some((name) => DECK().test(name) && !NO_DECK().test(name));
}

function wordsIn(classes: string): readonly string[] {
  return classes.split(/\s+/).map((name) => name.replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2'));
}
