// Marked's lexer without what it would try in vain: the same tokens, sooner.
import {
  Lexer,
  type MarkedOptions,
  type Rules,
  type Token,
  Tokenizer,
  type Tokens,
  type TokensList,
} from 'marked';
import { lazyFor } from '../../core/lazy.ts';

/** Without any of this, inline text is a single token. */
const MARKUP = /[#%*./<@[\\_`~\n](?<![^:]\/|[^w]\.|[^&]#|[^%]%|[^ ]\n)/;
/** Where a text token may end: at a delimiter, or behind `:`, `w`, `&` or a space. */
const TEXT_END = /[!#*./<[\\_`~\n](?<![^:]\/|[^w]\.|[^&]#|[^ ]\n)/g;
/** Those of them that marked has to look at: addresses, character references and breaks. */
const CLOSER_LOOK: ReadonlySet<string | undefined> = new Set('#./\n');
/** The starts of tokens that `TEXT_END` does not know how to end. */
const MARKED_STARTS: ReadonlySet<string | undefined> = new Set('`~&');
/** Of addresses; those of mail begin with anything. */
const ADDRESS_STARTS: ReadonlySet<string | undefined> = new Set('hHfFwW');
/** A table's second line begins like this. */
const TABLE = / {0,3}[|:-]/y;
const HTML = /^ {0,3}</;
const UNDERLINE = / {0,3}(?:=+|-+)[ \t]*(?:\n|$)/y;
/** Lines of a heading that is underlined; marked looks that far ahead from every line of text. */
const MOST_HEADING_LINES = 32;
const NEVER = /(?!)/y;
/** Escaped brackets; marked's search for references is slow at each. */
const MOST_ESCAPES = 2000;

/** Takes inline text without markup whole. */
export class QuickLexer extends Lexer {
  private hasEscapeFlood = false;
  private isPrepared = false;

  constructor(options: MarkedOptions) {
    super(options);
    const { tokenizer } = this.options;
    if (tokenizer)
      tokenizer.rules = { ...tokenizer.rules, block: withShortLook(tokenizer.rules.block) };
  }

  override lex(src: string): TokensList {
    const { tokenizer } = this.options;
    if (tokenizer && !BEYOND_LATIN.test(src)) {
      const { rules } = tokenizer;
      tokenizer.rules = { ...rules, inline: withLatinSigns(rules.inline) };
    }
    this.hasEscapeFlood = src.split('\\[', MOST_ESCAPES).length === MOST_ESCAPES;
    return super.lex(src);
  }

  private prepareInline(): void {
    const { tokenizer } = this.options;
    if (this.isPrepared || !tokenizer) return;
    this.isPrepared = true;
    const hasNone = Object.keys(this.tokens.links).length === 0;
    if (!hasNone && !this.hasEscapeFlood) return;
    // Without definitions, and in a flood of escaped brackets, no reference is looked for.
    const { rules } = tokenizer;
    tokenizer.rules = { ...rules, inline: withoutReferences(rules.inline) };
  }

  /** Inline text is read once all definitions are known. */
  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    this.prepareInline();
    if (src === '' || this.state.inRawBlock || tokens.at(-1)?.type === 'text' || MARKUP.test(src)) {
      for (const part of inlineParts(src)) super.inlineTokens(part, tokens);
      return tokens;
    }
    tokens.push({ type: 'text', raw: src, text: src, escaped: false });
    return tokens;
  }
}

/** One for each document: it knows whether that can hold addresses of mail. */
export class QuickTokenizer extends Tokenizer {
  private readonly hasMail: boolean;

  /** @param source the whole document */
  constructor(source: string) {
    super();
    this.hasMail = source.includes('@');
  }

  override lheading(src: string): Tokens.Heading | undefined {
    return mayBeUnderlined(src) ? super.lheading(src) : undefined;
  }

  override html(src: string): Tokens.HTML | undefined {
    return HTML.test(src) ? super.html(src) : undefined;
  }

  override url(src: string): Tokens.Link | undefined {
    return this.hasMail || ADDRESS_STARTS.has(src[0]) ? super.url(src) : undefined;
  }

  override inlineText(src: string): Tokens.Text | undefined {
    if (this.hasMail || this.lexer.state.inRawBlock || MARKED_STARTS.has(src[0])) {
      return super.inlineText(src);
    }
    TEXT_END.lastIndex = 1;
    const end = TEXT_END.test(src) ? TEXT_END.lastIndex - 1 : src.length;
    if (CLOSER_LOOK.has(src[end])) return super.inlineText(src);
    const raw = src.slice(0, end);
    return { type: 'text', raw, text: raw, escaped: false };
  }
}

/**
 * A paragraph looks for a table at each line: here by the two lines of its head, not its rows.
 * @throws Error where marked's own patterns are not those that this file was made for
 */
export const withShortLook = lazyFor((block: Rules['block']): Rules['block'] => {
  const { table, paragraph } = block;
  const rows = table.source.indexOf('(?:\\n((?:(?!');
  const head = `${table.source.slice(1, rows)}(?:\\n|$)`;
  const source = paragraph.source.replace(table.source.slice(1), () => head);
  if (rows < 0 || source === paragraph.source) throw new Error('the patterns of marked have moved');
  return { ...block, paragraph: new RegExp(source) };
});

const withoutReferences = lazyFor((inline: Rules['inline']) => ({
  ...inline,
  reflinkSearch: NEVER,
}));

/** What is neither Latin script nor its punctuation. */
const BEYOND_LATIN = /[^\0-\u024f\u2000-\u206f\u20ac]/;
/** Of that all punctuation and symbols, as a pattern's class has them. */
export const LATIN_SIGNS =
  '!-\\/:-@\\[-`{-~\\xa1-\\xa9\\xab\\xac\\xae-\\xb1\\xb4\\xb6-\\xb8\\xbb\\xbf\\xd7\\xf7' +
  '\\u2010-\\u2027\\u2030-\\u205e\\u20ac';

/** V8 takes 10 ms to compile the classes of all of Unicode that tell where an emphasis ends. */
const withLatinSigns = lazyFor((rules: Rules['inline']): Rules['inline'] => {
  const inline = { ...rules };
  for (const [name, { source, flags }] of Object.entries(rules)) {
    const latin = source.replaceAll('\\p{P}\\p{S}', LATIN_SIGNS);
    if (latin !== source && !latin.includes('\\p'))
      Object.assign(inline, { [name]: new RegExp(latin, flags.replace('u', '')) });
  }
  return inline;
});

/** Whether one of the lines below the first may be the underline of a heading. */
function mayBeUnderlined(src: string): boolean {
  let end = src.indexOf('\n');
  for (let lines = 0; end >= 0 && lines < MOST_HEADING_LINES; lines += 1) {
    const next = src.charAt(end + 1);
    if (next === '\n' || next === '') return false;
    UNDERLINE.lastIndex = end + 1;
    if ((next === '=' || next === '-' || next === ' ') && UNDERLINE.test(src)) return true;
    end = src.indexOf('\n', end + 1);
  }
  return false;
}

/** UTF-16 units of a part of endless text, more only where a word does not end. */
const LONGEST = 16_384;
/** What targets that hold a whole picture are made of. */
const DATA = /[a-zA-Z0-9+/=]*[^\s)]{0,4}\)?/y;

/**
 * Inline text cut at white space into parts that are read each by itself: marked is quadratic in
 * it, and no paragraph is that long.
 */
function inlineParts(src: string): readonly string[] {
  if (src.length <= LONGEST) return [src];
  const parts: string[] = [];
  for (let start = 0; start < src.length; ) {
    const end = partEnd(src, start + LONGEST);
    parts.push(src.slice(start, end));
    start = end;
  }
  return parts;
}

function partEnd(src: string, at: number): number {
  if (at >= src.length) return src.length;
  const half = src.slice(at - LONGEST / 2, at);
  const space = half.search(/\s\S*$/);
  if (space >= 0) return at - LONGEST / 2 + space + 1;
  DATA.lastIndex = at;
  return at + (DATA.exec(src)?.[0].length ?? 0);
}

const DELIMITERS = /^[-:| ]+$/;
const ESCAPED = /\\[\s\S]/g;

/** Whether a source begins with a line and one of delimiters, which need not fit it. */
export function looksLikeTable(src: string): boolean {
  const newline = src.indexOf('\n');
  TABLE.lastIndex = newline + 1;
  if (newline < 0 || !TABLE.test(src)) return false;
  const [, delimiters = ''] = src.split('\n', 2);
  return DELIMITERS.test(delimiters);
}

/** Whether a source begins with a header and a delimiter row of as many cells. */
export function isTableHead(src: string): boolean {
  if (!looksLikeTable(src)) return false;
  const [header = '', delimiters = ''] = src.split('\n', 2);
  return /[:|]/.test(delimiters) && countCells(header) === countCells(delimiters);
}

/** The cells of the table a source begins with, short rows filled; 0 where there is none. */
export function tableCells(src: string, table: RegExp): number {
  const rows = table.exec(src)?.[3] ?? '';
  const [header = ''] = src.split('\n', 1);
  let lines = 1;
  for (let at = rows.indexOf('\n'); at >= 0; at = rows.indexOf('\n', at + 1)) lines += 1;
  return countCells(header) * lines;
}

function countCells(row: string): number {
  const cells = row.replace(ESCAPED, '__').split('|');
  if (cells[0]?.trim() === '') cells.shift();
  if (cells.length > 0 && cells.at(-1)?.trim() === '') cells.pop();
  return cells.length;
}
