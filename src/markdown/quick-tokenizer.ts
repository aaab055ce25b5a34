// Marked's lexer with short ways past what it would try in vain: the same tokens, sooner.

import { Lexer, type Token, Tokenizer, type Tokens } from 'marked';

/** Without any of this, inline text is a single token. */
const MARKUP = /[\\<[`*~_@]|:\/\/|www\.|&#| {2}\n/;
/** Where a text token may end: at a delimiter, or where marked has to look closer. */
const TEXT_END = /[\\<![`*~_]|:\/\/|www\.|&#| {2}\n/g;
/** The start of a token that `TEXT_END` does not know how to end. */
const MARKED_START = /^(?:[`~]|&#)/;
/** A table's second line begins like this. */
const TABLE = /^.*\n {0,3}[|:-]/;
const URL_START = /^(?:[hf]t?tp|www\.)/i;

/** Takes inline text without markup whole. */
export class QuickLexer extends Lexer {
  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    if (src === '' || this.state.inRawBlock || tokens.at(-1)?.type === 'text' || MARKUP.test(src)) {
      return super.inlineTokens(src, tokens);
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

  override table(src: string): Tokens.Table | undefined {
    return TABLE.test(src) ? super.table(src) : undefined;
  }

  override lheading(src: string): Tokens.Heading | undefined {
    return mayBeUnderlined(src) ? super.lheading(src) : undefined;
  }

  override url(src: string): Tokens.Link | undefined {
    return this.hasMail || URL_START.test(src) ? super.url(src) : undefined;
  }

  override inlineText(src: string): Tokens.Text | undefined {
    if (this.hasMail || this.lexer.state.inRawBlock || MARKED_START.test(src)) {
      return super.inlineText(src);
    }
    TEXT_END.lastIndex = 1;
    const end = TEXT_END.exec(src);
    if (end !== null && end[0].length > 1) return super.inlineText(src);
    const raw = end === null ? src : src.slice(0, end.index);
    return { type: 'text', raw, text: raw, escaped: false };
  }
}

/** Whether a line of the paragraph that begins here can be the underline of a heading. */
function mayBeUnderlined(src: string): boolean {
  for (let end = src.indexOf('\n'); end >= 0; end = src.indexOf('\n', end + 1)) {
    const next = src.charAt(end + 1);
    if (next === '=' || next === '-' || next === ' ') return true;
    if (next === '\n' || next === '') return false;
  }
  return false;
}
