// Who wrote an article: names only, from the surest place that has some.

import { isPersonName } from '../../facts/names.ts';
import type { Page } from '../page.ts';
import { isAuthor, isHandle, isHouseName, isOwner, splitNames, unique } from './author-names.ts';
import { datedAuthors, markedAuthors, markedHandles, shownAuthors } from './shown-authors.ts';
import { toldAuthors } from './told-authors.ts';

/**
 * The authors, each once, in the source's order. In this order: the persons of the structured
 * data, `<meta>` (but a byline that the page shows twice outdoes it), what the page shows as a
 * byline, a line that begins with "By" or a name beside a date; where all of these name nobody in
 * full, the lone words and then the houses of the same places. An address, the site's own name or
 * a job is no author.
 */
export function findAuthors(page: Page, title: string | null, language: string): readonly string[] {
  const told = toldAuthors(page).map((texts) => authorsIn(texts, page));
  const isFull = (name: string): boolean =>
    !isHouseName(name) && !isHandle(name) && !isOwner(name, page);
  const at = told.findIndex((names) => names.some(isFull));
  if (at === 0) return told[at] ?? [];
  const [shown, marked] = [shownAuthors(page, title), markedAuthors(page)];
  const isSure = shown.length > 0 && shown.join() === marked.join();
  const persons = told[at];
  if (persons !== undefined && !(isSure && !shown.some((name) => persons.includes(name))))
    return persons;
  const finds = [shown, marked, datedAuthors(page, language)];
  const names = finds.find((found) => found.length > 0);
  return names ?? lesserNames(told) ?? markedHandles(page);
}

/** Lone words, else houses. */
function lesserNames(told: readonly (readonly string[])[]): readonly string[] | undefined {
  return (
    told.find((names) => names.some((name) => !isHouseName(name))) ??
    told.find((names) => names.length > 0)
  );
}

function authorsIn(texts: readonly string[], page: Page): readonly string[] {
  const names = unique(texts.flatMap(splitNames).filter((name) => isAuthor(name, page)));
  const persons = names.filter((name) => isPersonName(name, 2));
  return persons.length > 0 ? names.filter((name) => !isHouseName(name)) : names;
}
