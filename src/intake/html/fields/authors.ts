// Who wrote an article: names only, from the surest place that has some.

import { isPersonName } from '../../facts/names.ts';
import type { Page } from '../page.ts';
import { isAuthor, isHandle, isHouseName, isOwner, splitNames, unique } from './author-names.ts';
import { datedAuthors, markedAuthors, markedHandles, shownAuthors } from './shown-authors.ts';
import { toldAuthors } from './told-authors.ts';

/**
 * The authors, each once, in the source's order. In this order: the persons of the structured
 * data, `<meta>`, what the page shows as a byline or a line that begins with "By"; where all of
 * these name nobody in full, the lone words and then the houses of the same places. An address,
 * the site's own name or a job is no author.
 */
export function findAuthors(page: Page, title: string | null, language: string): readonly string[] {
  const told = toldAuthors(page).map((texts) => authorsIn(texts, page));
  const isFull = (name: string): boolean =>
    !isHouseName(name) && !isHandle(name) && !isOwner(name, page);
  const persons = told.find((names) => names.some(isFull));
  if (persons !== undefined) return persons;
  for (const find of [shownAuthors, markedAuthors, datedAuthors]) {
    const names = find(page, title, language);
    if (names.length > 0) return names;
  }
  const handles = told.find((names) => names.some((name) => !isHouseName(name)));
  if (handles !== undefined) return handles;
  const houses = told.find((names) => names.length > 0);
  return houses ?? markedHandles(page);
}

function authorsIn(texts: readonly string[], page: Page): readonly string[] {
  const names = unique(texts.flatMap(splitNames).filter((name) => isAuthor(name, page)));
  const persons = names.filter((name) => isPersonName(name, 2));
  return persons.length > 0 ? names.filter((name) => !isHouseName(name)) : names;
}
