// Lines below a story that tell what it is from, or who helped with it.
import { foldLine } from '../facts/find-furniture.ts';
import { BOXES, COMMENT } from '../page/html/document/main-part.ts';
import { attribute, lineOf, upward } from '../page/html/dom/dom.ts';
import type { DomElement } from '../page/html/dom/nodes.ts';
import { closest, matches, selectAll } from '../page/html/dom/select.ts';
import { lineTest, phrasesOf } from '../words/phrases.ts';
import {
  isFigure,
  isHeading,
  isLinks,
  leadsOn,
  partOf,
  type Story,
  type StoryUnit,
  type Units,
} from './story-units.ts';

/** In UTF-16 units. */
const LONGEST = 400;

/** Whether a line says so by its words. */
export const isOfSources = lineTest(() => phrasesOf('source line'));

const isHeadOfSources = lineTest(() => phrasesOf('sources heading'));
/** UTF-16 units of what stands over such a list. */
const LONGEST_HEAD = 40;
/** What the software of weblogs and encyclopedias calls one. */
const NOTES = '[class~="footnotes"],[class~="endnotes"],[class~="references"],[class~="reflist"]';

/** Whether an element is a list of sources or notes, by what it calls itself or what stands over it. */
export function isOfNotes(list: DomElement, above: DomElement | null): boolean {
  const head = lineOf(above);
  return matches(list, NOTES) || (head.length <= LONGEST_HEAD && isHeadOfSources(foldLine(head)));
}

/**
 * The lists of sources or notes behind a story, which are mostly links, with what stands over them in the
 * story's own part of the page: a section of a paper may be called Literature, too.
 */
export function sourceLists(units: Units, story: Story): Units {
  const last = units.findLastIndex((unit) => story.has(unit));
  const part = partOf(units, story);
  const around = closest(part, 'article,main') ?? part?.parentElement ?? null;
  const isBeside = (element: DomElement): boolean => {
    const box = closest(element, `article,${BOXES},${COMMENT}`);
    return box !== null && (part === null || !box.contains(part));
  };
  return units.flatMap((list, at) => {
    const head = units[at - 1];
    if (head === undefined || at < last || !matches(list.element, 'ul,ol')) return [];
    if (isBeside(list.element) || !isOfNotes(list.element, head.element)) return [];
    if (isOfNotes(list.element, null)) return [list];
    return isLinks(head) || around?.contains(list.element) !== true ? [] : [head, list];
  });
}

/** The lines of a page that tell so right behind a paragraph of its story. */
export function sourceLines(units: Units, story: Story): Units {
  return units.filter((unit, at) => {
    const before = units[at - 1];
    const text = unit.blocks[0]?.text ?? '';
    if (before === undefined || !story.has(before) || isFigure(before) || leadsOn(before))
      return false;
    if (isFigure(unit) || closest(unit.element, COMMENT) !== null) return false;
    const part = before.element.parentElement?.parentElement;
    return part?.contains(unit.element) === true && text.length <= LONGEST && isOfSources(text);
  });
}

/** Links to a note of the page, by their sign in the line. */
const TO_NOTE = 'sup a[href^="#"],a[href^="#"] sup,a[role="doc-noteref"],a[class*="footnote"]';

/** The notes that a story's lines lead to, with a heading over them. */
export function noteUnits(units: Units, story: Story): Units {
  const links = [...story].flatMap(({ element }) => selectAll(element, TO_NOTE));
  const hrefs = links.map((link) => attribute(closest(link, 'a'), 'href').replace(/^.*#/, ''));
  const noted = new Set(hrefs.filter(Boolean));
  if (noted.size === 0) return [];
  const isNoted = (one: DomElement): boolean => noted.has(one.getAttribute('id') ?? '');
  const isNote = ({ element }: StoryUnit): boolean => {
    const holders = [...upward(element)];
    const beside = holders.slice(0, LEVELS).flatMap((one) => one.previousElementSibling ?? []);
    const numbers = beside.filter(isNumber).flatMap((one) => [one, ...selectAll(one, '[id]')]);
    return [...holders, ...selectAll(element, '[id]'), ...numbers].some(isNoted);
  };
  return units.filter((unit, at) => {
    const next = units[at + 1];
    return isNote(unit) || (isHeading(unit) && next !== undefined && isNote(next));
  });
}

/** What stands around the words of a note whose number is beside them. */
const LEVELS = 2;

function isNumber(element: DomElement): boolean {
  return /^\W*\d+\W*$/.test(lineOf(element));
}
