// Marked's tokenizer with a floor under its recursion: nothing nests deeper than a page can show.

import { Tokenizer, type Tokens } from 'marked';

/** Quotes and lists inside one another; deeper markers are text. */
const DEEPEST_BLOCK = 16;
/** Emphasis, links and deletions inside one another; deeper delimiters are text. */
const DEEPEST_INLINE = 12;
/** Characters of an e-mail's local part; marked looks for the `@` of longer runs at every one. */
const EMAIL_RUN = /^[a-zA-Z0-9.!#$%&'*+/=?_`{|}~-]{320,}/;

/** One for each document: it counts how deep it is. */
export class BoundedTokenizer extends Tokenizer {
  private blocks = 0;
  private inlines = 0;

  override blockquote(src: string): Tokens.Blockquote | undefined {
    return this.inBlock(() => super.blockquote(src));
  }

  override list(src: string): Tokens.List | undefined {
    return this.inBlock(() => super.list(src));
  }

  override emStrong(src: string, masked: string, before?: string) {
    return this.inInline(() => super.emStrong(src, masked, before));
  }

  override del(src: string, masked: string, before?: string) {
    return this.inInline(() => super.del(src, masked, before));
  }

  override link(src: string) {
    return this.inInline(() => super.link(src));
  }

  /** Takes an endless word whole, where marked would look ahead to its end at each character. */
  override inlineText(src: string): Tokens.Text | undefined {
    const run = EMAIL_RUN.exec(src)?.[0];
    if (run === undefined) return super.inlineText(src);
    return { type: 'text', raw: run, text: run, escaped: false };
  }

  private inBlock<T>(tokenize: () => T): T | undefined {
    if (this.blocks >= DEEPEST_BLOCK) return undefined;
    this.blocks += 1;
    try {
      return tokenize();
    } finally {
      this.blocks -= 1;
    }
  }

  private inInline<T>(tokenize: () => T): T | undefined {
    if (this.inlines >= DEEPEST_INLINE) return undefined;
    this.inlines += 1;
    try {
      return tokenize();
    } finally {
      this.inlines -= 1;
    }
  }
}
