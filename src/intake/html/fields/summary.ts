// Summary points: the list a page puts above its story and calls so.

import { type DomElement, lineOf, nameOf } from '../dom.ts';
import type { Page } from '../page.ts';

const TITLE =
  /^(?:key (?:points?|takeaways?|facts|findings)|(?:story )?highlights|at a glance|in (?:brief|short|summary)|summary|tl;?\s?dr|takeaways|the (?:gist|main points|bottom line)|what (?:to|you need to) know|main points|quick read|points clés|l['’]essentiel|en bref|das wichtigste(?: in kürze| zum thema)?|auf einen blick|in kürze|lo esencial|claves|puntos clave|in sintesi|要点|要點|ポイント)\s*:?$/i;
const NAME =
  /(?:^|[\s_-])(?:key-?(?:points?|takeaways?|facts)|story-?highlights|highlights|takeaways|tl-?dr|summary(?:-?(?:points|list|-ul|bullets))?|article-?summary|bullet-?points|mol-bullets[\w-]*)(?:$|[\s_-])|summary--ul|KeyPoints/i;
const MOST = 10;
const LONGEST = 400;

export interface Summary {
  readonly points: readonly string[];
  /** What holds them: no part of the body. */
  readonly elements: readonly DomElement[];
}

/** The points in the page's order; none where no list is named as one. */
export function findSummary(page: Pick<Page, 'document'>): Summary {
  for (const list of page.document.querySelectorAll('ul,ol')) {
    if (list.closest('nav,footer,aside[class*="related"],header nav') !== null) continue;
    const holder = holderOf(list);
    if (holder === null) continue;
    const points = pointsOf(list);
    if (points.length > 0) return { points, elements: holder };
  }
  return { points: [], elements: [] };
}

/** The elements that make the block; `null` where nothing calls this list a summary. */
function holderOf(list: DomElement): readonly DomElement[] | null {
  if (NAME.test(nameOf(list))) return [list];
  let element = list;
  for (let step = 0; step < 3; step += 1) {
    const before = element.previousElementSibling;
    if (before !== null && TITLE.test(lineOf(before))) return [before, element];
    const parent = element.parentElement;
    if (parent === null || parent.localName === 'body') return null;
    if (NAME.test(nameOf(parent)) && lineOf(parent).length < lineOf(list).length + 60)
      return [parent];
    element = parent;
  }
  return null;
}

function pointsOf(list: DomElement): readonly string[] {
  const items = [...list.children].filter((item) => item.localName === 'li');
  const points = items.map(lineOf).filter((text) => text !== '');
  const isPoint = (text: string): boolean => text.length >= 15 && text.length <= LONGEST;
  const linked = items.filter((item) => lineOf(item.querySelector('a')) === lineOf(item)).length;
  if (points.length > MOST || !points.every(isPoint) || linked > points.length / 2) return [];
  return points;
}
