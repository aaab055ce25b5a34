// Bounds a page's markup before it is parsed: depth and count of its elements, scripts left out.

import { countOf } from '../../../../core/count.ts';
import { NewsprintError } from '../../../../core/errors.ts';
import { wordSet } from '../../../../core/word-set.ts';

/** The parser's time grows with the square of the depth; real pages keep to 60. */
const DEEPEST = 300;
const MOST_ELEMENTS = 30_000;
/** Tags, character references and stray signs, of each of which the parser tells. */
const MOST_PIECES = 80_000;
/** UTF-16 units; a longer tag holds no attributes anyone reads. */
const LONGEST_TAG = 200_000;
/** A script's type stands near its start. */
const TAG_LENGTH = 2000;

const TAG = /<(?:(\/?)([a-z][a-z0-9-]*)|!--)/gi;
/** Elements that close themselves or are closed by the next of their kind: they add no depth. */
const FLAT = wordSet(
  'area base br col embed hr img input link meta param source track wbr p li td th tr tbody thead tfoot dt dd option optgroup html head body',
);
/** Their content is no markup of the page. */
const RAW = /^(?:script|style|svg)$/i;
const DATA = /\btype\s*=\s*["']?\s*application\/(?:[\w.-]+\+)?json/i;

/** Goes through a page's tags once, copying what is kept. */
class Bounder {
  readonly #html: string;
  readonly #kept: string[] = [];
  #from = 0;
  #depth = 0;
  #count = 0;
  /** Opening tags left out, for which closing ones must be too. */
  #dropped = 0;
  /** Elements that no later tag closes: looking for one again would take squared time. */
  readonly #unclosed = new Set<string>();

  constructor(html: string) {
    this.#html = html;
  }

  run(): string {
    const tags = new RegExp(TAG);
    for (let match = tags.exec(this.#html); match !== null; match = tags.exec(this.#html)) {
      const end = this.#endOf('>', tags.lastIndex);
      const isHuge = match[2] !== undefined && end - match.index > LONGEST_TAG;
      tags.lastIndex = isHuge ? this.#cut(match.index, end) : this.#take(match, tags.lastIndex);
    }
    return this.#kept.join('') + this.#html.slice(this.#from);
  }

  /** @returns where to look on */
  #take({ index, 1: slash, 2: name }: RegExpExecArray, after: number): number {
    if (name === undefined) return this.#cut(index, this.#endOf('-->', after));
    if (slash === '' && RAW.test(name)) return this.#takeRaw(index, name, after);
    if (FLAT.has(name.toLowerCase())) {
      this.#countOne(slash);
      return after;
    }
    return slash === '' ? this.#open(index, after) : this.#close(index, after);
  }

  /** A drawing that is never closed is an element like others; a script without an end is all. */
  #takeRaw(index: number, name: string, after: number): number {
    const start = this.#endOf('>', after);
    const isDrawing = /^svg$/i.test(name);
    if (isDrawing && this.#html[start - 2] === '/') return this.#cut(index, start);
    const closing = new RegExp(`</${name}`, 'gi');
    closing.lastIndex = after;
    const found = this.#unclosed.has(name) ? null : closing.exec(this.#html);
    if (found === null) this.#unclosed.add(name);
    if (found === null && isDrawing) return this.#open(index, after);
    const end = found === null ? this.#html.length : this.#endOf('>', closing.lastIndex);
    const tag = this.#html.slice(index, Math.min(start, index + TAG_LENGTH));
    return DATA.test(tag) && found !== null ? end : this.#cut(index, end);
  }

  #open(index: number, after: number): number {
    this.#countOne('');
    this.#depth += 1;
    if (this.#depth <= DEEPEST) return after;
    this.#dropped += 1;
    return this.#cut(index, this.#endOf('>', after));
  }

  #close(index: number, after: number): number {
    if (this.#depth > 0) this.#depth -= 1;
    if (this.#dropped === 0) return after;
    this.#dropped -= 1;
    return this.#cut(index, this.#endOf('>', after));
  }

  #countOne(slash: string | undefined): void {
    if (slash === '') this.#count += 1;
    if (this.#count > MOST_ELEMENTS) throw tooLarge(`${MOST_ELEMENTS} elements`);
  }

  #endOf(mark: string, from: number): number {
    const at = this.#html.indexOf(mark, from);
    return at === -1 ? this.#html.length : at + mark.length;
  }

  /** Leaves a part of the text out. */
  #cut(start: number, end: number): number {
    this.#kept.push(this.#html.slice(this.#from, start));
    this.#from = end;
    return end;
  }
}

function tooLarge(most: string): NewsprintError {
  return new NewsprintError(`not an article: a page of more than ${most}`, { code: 'failed' });
}

/**
 * Leaves out scripts (but data), styles, drawings, comments, and the tags of elements deeper than
 * 300, in one pass over the text.
 * @throws NewsprintError `failed` for more than 30,000 elements
 */
export function boundMarkup(html: string): string {
  const pieces = countOf(html, '<') + countOf(html, '&');
  if (pieces > MOST_PIECES) throw tooLarge(`${MOST_PIECES} tags and references`);
  return new Bounder(html).run();
}
