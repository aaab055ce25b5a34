// What markup says that its text alone does not, written as text: breaks in code, ruby, formulas.

import { attribute, isLonger, lineOf } from '../dom/dom.ts';
import { type DomDocument, DomElement, DomText } from '../dom/nodes.ts';
import { closest, selectAll, selectFirst } from '../dom/select.ts';

/** Signs of links to a place on the page, beside headings and behind notes. */
const HERE = /^(?:[#¶§🔗↑↩⤴↵^\s]|\u{fe0e}|\u{fe0f})+$/u;

/** Writes out what plain text would lose, and takes out what only shows beside it. */
export function spellOut(document: DomDocument): void {
  const { body } = document;
  const elements = selectAll(body, 'pre,rt,math');
  const named = (name: string) => elements.filter(({ localName }) => localName === name);
  for (const code of named('pre')) {
    for (const end of selectAll(code, 'br')) end.replaceWith(new DomText('\n'));
    if (isNumbering(code)) code.remove();
  }
  for (const reading of named('rt')) {
    // Without its own signs it would run into the word (HTML, 4.5.12).
    if (reading.previousElementSibling?.localName === 'rp') continue;
    reading.prepend(new DomText('（'));
    reading.append(new DomText('）'));
  }
  writeFormulas(named('math'));
  for (const link of selectAll(body, 'a[href^="#"]'))
    if (HERE.test(lineOf(link)) && selectFirst(link, 'img') === null) link.remove();
}

/** Whether code is the numbers of the lines of the code in the cell beside its own. */
function isNumbering(code: DomElement): boolean {
  const line = lineOf(code);
  const numbers = line.split(' ').map(Number);
  const first = numbers[0] ?? Number.NaN;
  if (line === '' || !numbers.every((number, at) => number === first + at)) return false;
  const cell = closest(code, 'td');
  const beside = cell?.nextElementSibling ?? null;
  if (cell === null || beside === null || isLonger(cell, line.length)) return false;
  return selectFirst(beside, 'pre') !== null;
}

/** What holds a formula and what typesets it again for the eye: KaTeX, MathJax, MediaWiki. */
const TYPESET = '.katex,mjx-container,.mwe-math-element';
const AGAIN = '.katex-html,img';
const TEX = 'annotation[encoding="application/x-tex"]';

/** Leaves of formulas what their author wrote in TeX, where the page has that; as code, but for plain ones. */
function writeFormulas(formulas: readonly DomElement[]): void {
  const typeset = new Set<DomElement>();
  for (const formula of formulas) {
    const written = lineOf(selectFirst(formula, TEX)) || attribute(formula, 'alttext');
    if (written === '') continue;
    const tex = written.replace(/^\{\\displaystyle (.*)\}$/s, '$1');
    const code = new DomElement(/[\\^_{}]/.test(tex) ? 'code' : 'span');
    code.textContent = tex;
    const around = closest(formula, TYPESET);
    if (around !== null) typeset.add(around);
    formula.replaceWith(code);
  }
  for (const around of typeset) for (const again of selectAll(around, AGAIN)) again.remove();
}
