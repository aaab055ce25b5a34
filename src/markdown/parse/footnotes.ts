// Footnotes: `[^1]` with `[^1]: …` elsewhere, and `^[…]` in place, as numbers in the text and notes at its end.
import type { MarkedOptions, Token, Tokens } from 'marked';

type Reader = NonNullable<NonNullable<MarkedOptions['extensions']>['block']>[number];

/** What a note is called, in brackets. */
const LABEL = '\\[\\^([^\\]\\n]{1,200})\\]';
const OTHER = LABEL.replace('(', '(?:');
/** Its lines go on up to the next one, or to a blank line without an indented one behind it. */
const DEFINITION = new RegExp(
  `^ {0,3}${LABEL}:([^\\n]*(?:\\n(?! {0,3}${OTHER}:)[ \\t]*\\S[^\\n]*|` +
    '(?:\\n[ \\t]*)+\\n(?: {2}|\\t)[ \\t]*\\S[^\\n]*)*)',
);
const INDENT = /\n(?: {1,4}|\t)/g;
/** The end of a paragraph: at a note, or by itself. */
const END = new RegExp(`\\n(?: {0,3}${LABEL}:|[ \\t]*\\n)`);
const INNER = '(?:[^[\\]\\\\]|\\\\[\\s\\S])';
/** By its label, or in place; there a single word is a pattern for characters, `^[a-z]`. */
const REFERENCE = new RegExp(
  `^(?:${LABEL}|\\^\\[(?=[^\\]]*\\S\\s+\\S)((?:${INNER}|\\[(?:${INNER}|\\[${INNER}*\\])*\\])+)\\])`,
);

interface Definition extends Tokens.Generic {
  readonly label: string;
  readonly tokens: Token[];
}

/** A note's number, and the text that marked puts behind it. */
interface Mark extends Tokens.Text {
  /** The label of the note, or the note itself. */
  readonly note: string | Token[];
  /** Whether a number stands right before it. */
  readonly isNext: boolean;
}

/** Whether a text may have footnotes. */
export function mayHaveFootnotes(text: string): boolean {
  return text.includes('[^') || text.includes('^[');
}

/** UTF-16 units of a source up to a note below its first paragraph. */
export function lengthToNote(src: string): number {
  const end = END.exec(src);
  return end?.[1] === undefined ? src.length : end.index;
}

/** Reads the definitions and references of one document, as marked's extensions do. */
export function footnoteReaders(): { readonly block: Reader; readonly inline: Reader } {
  const labels = new Set<string>();
  let isInside = false;
  return {
    block(src) {
      const [raw, name = '', text = ''] = isInside ? [] : (DEFINITION.exec(src) ?? []);
      if (raw === undefined) return undefined;
      const label = name.toLowerCase();
      labels.add(label);
      isInside = true;
      const tokens = this.lexer.blockTokens(text.trim().replace(INDENT, '\n'), []);
      isInside = false;
      return { type: 'footnote', raw, label, tokens } satisfies Definition;
    },
    inline(src, before) {
      const last = before.at(-1);
      const isNext = last !== undefined && isNoteMark(last) && last.text === '';
      const mark = { type: 'text', text: '', isNext } as const;
      const [raw = '', label, text = ''] = REFERENCE.exec(src) ?? [];
      if (label !== undefined) {
        const note = label.toLowerCase();
        return labels.has(note) ? ({ ...mark, raw, note } satisfies Mark) : undefined;
      }
      if (raw === '') return undefined;
      const tokens = this.lexer.inlineTokens(text);
      const note: Token[] = [{ type: 'paragraph', raw: text, text, tokens }];
      return { ...mark, raw, note } satisfies Mark;
    },
  };
}

export function isNoteMark(token: Token): token is Mark {
  return 'note' in token;
}

export function isDefinition(token: Token): token is Definition {
  return token.type === 'footnote';
}
