// Captions that stand apart from their pictures, known by the words of their alternative texts.
import { skeleton } from '../../../../core/fold.ts';
import { wordsOf } from '../document/compare-words.ts';
import { attribute, type DomDocument, type DomElement, lineOf, standsIn } from '../document/dom.ts';
import { ELSEWHERE, FIGURE_MARK, type PageFigure } from '../document/page-figure.ts';
import { leadsAway } from './caption-labels.ts';
import { captionBlock } from './captions-beside.ts';

const LINES = 'p,div,span,small,em,i,figcaption,td';
const HOLDERS = 'p,div,span,section,article,ul,table,img,h1,h2,h3';
const TITLES = 'h1,h2,h3,h4,h5,h6,button,label,nav,footer';
const FEWEST_WORDS = 4;
const LONGEST = 500;
/** Letters and digits of a credit behind the words. */
const LONGEST_CREDIT = 60;
const MOST_LINES = 3000;

interface Line {
  readonly element: DomElement;
  readonly words: string;
}

/** Gives figures without a caption the line that says what their alternative text says. */
export function findCaptionsApart(document: DomDocument, figures: PageFigure[]): void {
  if (!figures.some(({ caption, alt }) => caption === '' && isTelling(alt))) return;
  const titles = new Set(
    [...document.querySelectorAll('h1,h2,h3')].map((one) => skeleton(lineOf(one))),
  );
  const lines = linesOf(document);
  for (const [number, figure] of figures.entries()) {
    const words = skeleton(figure.alt);
    if (figure.caption !== '' || !isTelling(figure.alt) || titles.has(words)) continue;
    const line = lines.find((one) => isSaid(words, one) && !leadsElsewhere(one.element, figure));
    if (line === undefined || !document.body.contains(line.element)) continue;
    const block = captionBlock(line.element);
    figures[number] = { ...figure, caption: lineOf(block), isOwn: !standsIn(block, ELSEWHERE) };
    block.remove();
  }
}

function isTelling(alt: string): boolean {
  return wordsOf(alt).length >= FEWEST_WORDS;
}

/** Lines of text that hold no other block and no title. */
function linesOf(document: DomDocument): readonly Line[] {
  const leaves = [...document.body.querySelectorAll(LINES)].filter(
    (element) =>
      element.querySelector(HOLDERS) === null &&
      element.closest(`${TITLES},[${FIGURE_MARK}]`) === null,
  );
  return leaves.slice(0, MOST_LINES).flatMap((element) => {
    const text = lineOf(element);
    return text === '' || text.length > LONGEST ? [] : [{ element, words: skeleton(text) }];
  });
}

function isSaid(words: string, line: Line): boolean {
  return line.words.startsWith(words) && line.words.length <= words.length + LONGEST_CREDIT;
}

/** Whether the words are another page's title; a link to the picture itself leads to none. */
function leadsElsewhere(element: DomElement, { src }: PageFigure): boolean {
  const link = element.closest('a[href]') ?? element.querySelector('a[href]');
  if (link === null || !leadsAway(link)) return false;
  const path = attribute(link, 'href').replace(/^(?:https?:)?\/\//, '');
  return src === null || !src.endsWith(path);
}
