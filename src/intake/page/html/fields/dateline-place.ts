// The dateline's place, where the page's data or its byline names it.
import { isObject } from '../../../../core/json.ts';
import { parseByline } from '../../../facts/names/byline.ts';
import { lineOf } from '../document/dom.ts';
import type { PageData } from '../document/page-data.ts';
import { lineField, valuesOf } from '../document/structured-data.ts';
import { topLines } from './top-lines.ts';

const LONGEST = 200;

export function findPlace(page: PageData): string | null {
  const [location] = valuesOf(page.data.article, 'locationCreated', page.data.byId);
  const given = [
    lineField(page.data.article, 'dateline'),
    isObject(location) ? lineField(location, 'name') : '',
  ].find((text) => text !== '' && text.length < 60 && !/\d/.test(text));
  return given ?? bylinePlace(page);
}

function bylinePlace(page: PageData): string | null {
  const named = [...page.document.querySelectorAll('[class*="byline"],[itemprop~="author"]')];
  const lines = [...named.map(lineOf).filter((text) => text.length < LONGEST), ...topLines(page)];
  for (const line of lines) {
    const read = parseByline(line);
    if (read?.isMarked && read.place !== null) return read.place;
  }
  return null;
}
