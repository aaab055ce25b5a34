// Marked's lexer for one document, with bounds for time and depth.

import type { Token, TokensList } from 'marked';
import { BoundedTokenizer } from './bounded-tokenizer.ts';
import { QuickLexer } from './quick-tokenizer.ts';

/** Pieces of inline text, so that they fit into memory; what is behind them is read as text. */
const MOST_INLINES = 400_000;

/** Reads what is too deep, or read too often, as text. */
export class BoundedLexer extends QuickLexer {
  private readonly bounds: BoundedTokenizer;
  private inlines = 0;

  /** @param source the whole document */
  constructor(source: string) {
    const tokenizer = new BoundedTokenizer(source);
    super({ gfm: true, tokenizer });
    this.bounds = tokenizer;
  }

  override blockTokens(src: string, tokens?: Token[], clipped?: boolean): Token[];
  override blockTokens(src: string, tokens?: TokensList, clipped?: boolean): TokensList;
  override blockTokens(src: string, tokens: Token[] = [], clipped = false): Token[] {
    if (!this.bounds.isFlat()) return super.blockTokens(src, tokens, clipped);
    const text = src.trim();
    if (text !== '') {
      tokens.push({ type: 'paragraph', raw: src, text, tokens: this.inline(text) });
    }
    this.state.top = true;
    return tokens;
  }

  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    if (this.inlines > MOST_INLINES) {
      tokens.push({ type: 'text', raw: src, text: src, escaped: false });
      return tokens;
    }
    const before = tokens.length;
    if (src.includes('<')) this.bounds.inRun(() => super.inlineTokens(src, tokens));
    else super.inlineTokens(src, tokens);
    this.inlines += tokens.length - before;
    return tokens;
  }
}
