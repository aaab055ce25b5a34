// Marked's lexer for one document, with bounds for time and depth.
import type { Token, Tokens, TokensList } from 'marked';
import { endsInside, goesOn, longWindow, shortWindow } from './block-window.ts';
import { footnoteReaders, lengthToNote, mayHaveFootnotes } from './footnotes.ts';
import { blockComment, calloutTitle, inlineComment } from './note-blocks.ts';
import {
  isTableHead,
  looksLikeTable,
  QuickLexer,
  QuickTokenizer,
  tableCells,
} from './quick-tokenizer.ts';

/** Quotes and lists inside one another; deeper markers are text. */
const DEEPEST_BLOCK = 16;
/** Emphasis, links and deletions inside one another; deeper delimiters are text. */
const DEEPEST_INLINE = 12;
/** Cells of all tables, with missing ones; further tables are text. */
const MOST_CELLS = 200_000;
/** Definitions of links; marked tries all of them at every bracket. */
const MOST_DEFINITIONS = 2000;
/** UTF-16 units of an address without markup; marked is quadratic in it. */
const LONGEST_URL = 2048;
/** RFC 5321 allows 64; in longer runs marked looks for the `@` at every character. */
const LONGEST_LOCAL_PART = 320;
const LONG_WORD = /^[a-zA-Z0-9.!#$%&'*+/=?_`{|}~-]{320,}/;
const FOOTNOTE = /^ {0,3}\[\^/;
/** A first line that is the last one, or is followed by an empty one. */
const LINE = /^[^\n]+(?=\n?$|\n\n)/;
const QUOTE = /^ {0,3}>/;
const LIST = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|\n|$)/;

type Container = Tokens.List | Tokens.Blockquote;

/** How a block is read in parts, and how these are joined. */
interface Parts<T extends Container> {
  readonly read: (src: string) => T | undefined;
  /** @param apart whether a blank line is between the two */
  readonly join: (block: T, more: T, apart: boolean) => void;
}
/** Pieces of inline text that fit into memory; the rest is plain text. */
const MOST_INLINES = 400_000;

/** Keeps track of its depth, and of how much it has read. */
class BoundedTokenizer extends QuickTokenizer {
  private blocks = 0;
  private inlines = 0;
  private cells = 0;
  private definitions = 0;
  /** UTF-16 units of quotes and lists that may still be read, for each is read many times. */
  private budget: number;
  /** Ends of comments and the like that are missing in this run of inline text. */
  private missing = new Set<string>();
  private readonly hasLongWords: boolean;
  private readonly hasFootnotes: boolean;

  /** @param source the whole document */
  constructor(source: string) {
    super(source);
    this.budget = 12 * source.length + 100_000;
    this.hasLongWords = hasLongWords(source);
    this.hasFootnotes = mayHaveFootnotes(source);
  }

  /** Whether everything here is plain text, whatever it looks like. */
  isFlat(): boolean {
    return this.blocks >= DEEPEST_BLOCK || (this.blocks > 0 && this.budget < 0);
  }

  override blockquote(src: string): Tokens.Blockquote | undefined {
    if (!QUOTE.test(src)) return undefined;
    return this.block(src, {
      read: (part) => super.blockquote(part),
      join: (quote, more) => quote.tokens.push(...more.tokens),
    });
  }

  override list(src: string): Tokens.List | undefined {
    if (!LIST.test(src)) return undefined;
    return this.block(src, {
      read: (part) => super.list(part),
      join: (list, more, apart) => {
        list.items.push(...more.items);
        list.loose ||= more.loose || apart;
      },
    });
  }

  /** Reads a long block in parts, for marked is quadratic in blocks with others in them. */
  private block<T extends Container>(src: string, { read, join }: Parts<T>): T | undefined {
    if (this.blocks > 0) return this.nested(src, read);
    const queued = this.lexer.inlineQueue.length;
    const short = shortWindow(src);
    const token = this.nested(short, read);
    if (token === undefined || endsInside(token.raw, short, src)) return token;
    this.lexer.inlineQueue.length = queued;
    return this.parts(src, { read, join });
  }

  private parts<T extends Container>(src: string, { read, join }: Parts<T>): T | undefined {
    let whole: T | undefined;
    for (let at = 0; at < src.length; ) {
      const rest = src.slice(at);
      if (whole !== undefined && !goesOn(src, rest)) break;
      const window = longWindow(rest);
      const part = this.nested(window, read);
      if (part === undefined) break;
      if (whole === undefined) whole = part;
      else join(whole, part, /\n[ \t]*\n$/.test(src.slice(Math.max(0, at - 80), at)));
      const ends = endsInside(part.raw, window, rest);
      at += ends ? part.raw.length : window.length;
      whole.raw = src.slice(0, at).trimEnd();
      if (ends) break;
    }
    return whole;
  }

  private nested<T extends Container>(src: string, read: Parts<T>['read']): T | undefined {
    this.blocks += 1;
    const token = read(src);
    this.blocks -= 1;
    this.budget -= token?.raw.length ?? 0;
    if (token?.type === 'blockquote') {
      // A quote goes on to the end of its paragraph.
      const end = src.indexOf('\n\n');
      this.budget -= end < 0 ? src.length : end;
    }
    return token;
  }

  /** A footnote of one word is text, too, though marked takes it for a definition. */
  override def(src: string): Tokens.Def | undefined {
    if (this.definitions >= MOST_DEFINITIONS || FOOTNOTE.test(src)) return undefined;
    const token = super.def(src);
    if (token !== undefined) this.definitions += 1;
    return token;
  }

  override table(src: string): Tokens.Table | undefined {
    if (!this.mayBeTable(src)) return undefined;
    this.cells += tableCells(src, this.rules.block.table);
    return this.cells < MOST_CELLS ? super.table(src) : undefined;
  }

  private mayBeTable(src: string): boolean {
    return this.cells < MOST_CELLS && isTableHead(src);
  }

  /** Skips text that only looks like a table, where marked would start again at every line. */
  override paragraph(src: string): Tokens.Paragraph | undefined {
    const title = this.blocks > 0 ? calloutTitle(src) : null;
    if (title !== null) return this.callout(title);
    const token = this.firstParagraph(this.hasFootnotes ? src.slice(0, lengthToNote(src)) : src);
    if (token === undefined) return undefined;
    let end = token.raw.length;
    while (src.charAt(end) === '\n') {
      const rest = src.slice(end + 1);
      if (!looksLikeTable(rest) || this.mayBeTable(rest)) break;
      const more = this.rules.block.paragraph.exec(rest)?.[0];
      if (more === undefined) break;
      end += 1 + more.length;
    }
    if (end === token.raw.length) return token;
    this.lexer.inlineQueue.pop();
    const raw = src.slice(0, end);
    return { type: 'paragraph', raw, text: raw, tokens: this.lexer.inline(raw) };
  }

  private callout({ raw, text }: Pick<Tokens.Strong, 'raw' | 'text'>): Tokens.Paragraph {
    const tokens: Token[] = [{ type: 'strong', raw, text, tokens: this.lexer.inline(text) }];
    return { type: 'paragraph', raw, text, tokens };
  }

  /** The pattern for its end, which is slow to compile, is used for several lines only. */
  private firstParagraph(src: string): Tokens.Paragraph | undefined {
    const text = LINE.exec(src)?.[0];
    if (text === undefined) return super.paragraph(src);
    return { type: 'paragraph', raw: text, text, tokens: this.lexer.inline(text) };
  }

  override emStrong(src: string, masked: string, before?: string) {
    if (!src.startsWith('*') && !src.startsWith('_')) return undefined;
    return this.inside(() => super.emStrong(src, masked, before));
  }

  override del(src: string, masked: string, before?: string) {
    return src.startsWith('~') ? this.inside(() => super.del(src, masked, before)) : undefined;
  }

  override link(src: string) {
    if (!src.startsWith('[') && !src.startsWith('![')) return undefined;
    return this.inside(() => super.link(src));
  }

  private inside<T>(read: () => T | undefined): T | undefined {
    if (this.inlines >= DEEPEST_INLINE) return undefined;
    this.inlines += 1;
    const token = read();
    this.inlines -= 1;
    return token;
  }

  /** Reads one run of inline text, in which a missing end is searched once. */
  inRun(read: () => void): void {
    const outer = this.missing;
    this.missing = new Set();
    read();
    this.missing = outer;
  }

  /** Marked searches the whole text for the end of a comment. */
  override tag(src: string): Tokens.Tag | undefined {
    if (!src.startsWith('<')) return undefined;
    const end = tagEnd(src);
    if (this.missing.has(end)) return undefined;
    if (src.includes(end, 2)) return super.tag(src);
    this.missing.add(end);
    return undefined;
  }

  override url(src: string): Tokens.Link | undefined {
    return super.url(src.length > LONGEST_URL ? src.slice(0, LONGEST_URL) : src);
  }

  /** Takes an endless word at once, where marked would search at each character. */
  override inlineText(src: string): Tokens.Text | undefined {
    const run = this.hasLongWords ? LONG_WORD.exec(src)?.[0] : undefined;
    if (run === undefined) return super.inlineText(src);
    return { type: 'text', raw: run, text: run, escaped: false };
  }
}

/** Reads blocks that are too deep, or were read too often, as text. */
export class BoundedLexer extends QuickLexer {
  private readonly bounds: BoundedTokenizer;
  private inlines = 0;

  /** @param source the whole document */
  constructor(source: string) {
    const tokenizer = new BoundedTokenizer(source);
    super({ gfm: true, tokenizer, extensions: noteExtensions(source) });
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

function tagEnd(src: string): string {
  if (src.startsWith('<!--')) return '-->';
  if (src.startsWith('<?')) return '?>';
  return src.startsWith('<![CDATA[') ? ']]>' : '>';
}

/** Whether a run without white space may be twice as long as a local part. */
function hasLongWords(source: string): boolean {
  for (let at = 0; at + LONGEST_LOCAL_PART <= source.length; at += LONGEST_LOCAL_PART) {
    if (!/\s/.test(source.slice(at, at + LONGEST_LOCAL_PART))) return true;
  }
  return false;
}

/** What marked has to know of notes while it reads a document; `null` for most of them. */
function noteExtensions(source: string) {
  const [hasNotes, hasComments] = [mayHaveFootnotes(source), source.includes('%%')];
  if (!hasNotes && !hasComments) return null;
  const notes = hasNotes ? [footnoteReaders()] : [];
  const comments = hasComments ? [{ block: blockComment, inline: inlineComment }] : [];
  const readers = [...notes, ...comments];
  return {
    renderers: {},
    childTokens: {},
    block: readers.map(({ block }) => block),
    inline: readers.map(({ inline }) => inline),
    startInline: ['^[', '%%'].map((sign) => (src: string) => src.indexOf(sign)),
  };
}
