// What markup says that its text alone does not, written as text: breaks in code, ruby, formulas.
import { attribute, type DomDocument, type DomElement, lineOf } from './dom.ts';
import { closest, selectAll, selectFirst } from './select.ts';

/** Signs of links to a place on the page, beside headings and behind notes. */
const HERE = /^(?:[#¶§🔗↑↩⤴↵^\s]|\u{fe0e}|\u{fe0f})+$/u;

/** Writes out what plain text would lose, and takes out what only shows beside it. */
export function spellOut(document: DomDocument): void {
  const { body } = document;
  for (const end of selectAll(body, 'pre br')) end.replaceWith(document.createTextNode('\n'));
  for (const code of selectAll(body, 'pre')) if (isNumbering(code)) code.remove();
  for (const reading of selectAll(body, 'rt')) {
    // Without its own signs it would run into the word (HTML, 4.5.12).
    if (reading.previousElementSibling?.localName === 'rp') continue;
    reading.prepend(document.createTextNode('（'));
    reading.append(document.createTextNode('）'));
  }
  for (const formula of selectAll(body, 'math')) writeFormula(formula);
  for (const link of selectAll(body, 'a[href^="#"]'))
    if (HERE.test(lineOf(link)) && selectFirst(link, 'img') === null) link.remove();
}

/** Whether code is the numbers of the lines of the code beside it. */
function isNumbering(code: DomElement): boolean {
  const numbers = lineOf(code).split(' ').map(Number);
  const first = numbers[0] ?? Number.NaN;
  if (!numbers.every((number, at) => number === first + at)) return false;
  return selectFirst(closest(code, 'tr') ?? code, 'td ~ td pre') !== null;
}

/** What holds a formula and what typesets it again for the eye: KaTeX, MathJax, MediaWiki. */
const TYPESET = '.katex,mjx-container,.mwe-math-element';
const AGAIN = '.katex-html,svg,img';
const TEX = 'annotation[encoding="application/x-tex"]';

/** Leaves of a formula what its author wrote in TeX, where the page has that; as code, but for a plain one. */
function writeFormula(formula: DomElement): void {
  const written = lineOf(selectFirst(formula, TEX)) || attribute(formula, 'alttext');
  if (written === '') return;
  const tex = written.replace(/^\{\\displaystyle (.*)\}$/s, '$1');
  const code = formula.ownerDocument.createElement(/[\\^_{}]/.test(tex) ? 'code' : 'span');
  code.textContent = tex;
  for (const again of selectAll(closest(formula, TYPESET) ?? formula, AGAIN)) again.remove();
  formula.replaceWith(code);
}
