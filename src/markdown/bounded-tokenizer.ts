// Marked's tokenizer with a floor under its recursion: nothing nests deeper than a page can show.

import type { Tokens } from 'marked';
import { QuickTokenizer } from './quick-tokenizer.ts';

/** Quotes and lists inside one another; deeper markers are text. */
const DEEPEST_BLOCK = 16;
/** Emphasis, links and deletions inside one another; deeper delimiters are text. */
const DEEPEST_INLINE = 12;
/** RFC 5321 has 64; marked looks for the `@` of longer runs of such characters at every one. */
const LONGEST_LOCAL_PART = 320;
const LONG_WORD = /^[a-zA-Z0-9.!#$%&'*+/=?_`{|}~-]{320,}/;
const FOOTNOTE = /^ {0,3}\[\^/;

/** One for each document: it counts how deep it is. */
export class BoundedTokenizer extends QuickTokenizer {
  private blocks = 0;
  private inlines = 0;
  private readonly hasLongWords: boolean;

  /** @param source the whole document */
  constructor(source: string) {
    super(source);
    this.hasLongWords = hasLongWords(source);
  }

  override blockquote(src: string): Tokens.Blockquote | undefined {
    if (this.blocks >= DEEPEST_BLOCK) return undefined;
    this.blocks += 1;
    const token = super.blockquote(src);
    this.blocks -= 1;
    return token;
  }

  override list(src: string): Tokens.List | undefined {
    if (this.blocks >= DEEPEST_BLOCK) return undefined;
    this.blocks += 1;
    const token = super.list(src);
    this.blocks -= 1;
    return token;
  }

  /** A footnote is text, also where marked would take its one word for a target. */
  override def(src: string): Tokens.Def | undefined {
    return FOOTNOTE.test(src) ? undefined : super.def(src);
  }

  override emStrong(src: string, masked: string, before?: string) {
    const first = src.charAt(0);
    if (first !== '*' && first !== '_') return undefined;
    if (this.inlines >= DEEPEST_INLINE) return undefined;
    this.inlines += 1;
    const token = super.emStrong(src, masked, before);
    this.inlines -= 1;
    return token;
  }

  override del(src: string, masked: string, before?: string) {
    if (!src.startsWith('~') || this.inlines >= DEEPEST_INLINE) return undefined;
    this.inlines += 1;
    const token = super.del(src, masked, before);
    this.inlines -= 1;
    return token;
  }

  override link(src: string) {
    if (this.inlines >= DEEPEST_INLINE) return undefined;
    this.inlines += 1;
    const token = super.link(src);
    this.inlines -= 1;
    return token;
  }

  /** Takes an endless word whole, where marked would look ahead to its end at each character. */
  override inlineText(src: string): Tokens.Text | undefined {
    const run = this.hasLongWords ? LONG_WORD.exec(src)?.[0] : undefined;
    if (run === undefined) return super.inlineText(src);
    return { type: 'text', raw: run, text: run, escaped: false };
  }
}

/** Whether a stretch without white space may be twice as long as a local part. */
function hasLongWords(source: string): boolean {
  for (let at = 0; at + LONGEST_LOCAL_PART <= source.length; at += LONGEST_LOCAL_PART) {
    if (!/\s/.test(source.slice(at, at + LONGEST_LOCAL_PART))) return true;
  }
  return false;
}
