// Inline content: marked's tokens, cleaned, and the ways to read them.
import { Marked, type MarkedExtension, Parser, type Tokens } from 'marked';

/** The tokens that are left after cleaning; their texts hold no entity and no control. */
export type InlineToken =
  | Tokens.Text
  | Tokens.Strong
  | Tokens.Em
  | Tokens.Del
  | Tokens.Codespan
  | Tokens.Br
  | Tokens.Link
  | Tokens.Image;

/** A run of text with its markup; opaque outside this floor. */
export interface Inline {
  readonly tokens: InlineToken[];
}

/** Text without markup as inline content. */
export function textInline(text: string): Inline {
  return { tokens: text === '' ? [] : [{ type: 'text', raw: text, text }] };
}

/** The text of content without any markup, `null` where there is some. */
export function unstyledText({ tokens }: Inline): string | null {
  const [token] = tokens;
  if (token === undefined) return '';
  return token.type === 'text' && tokens.length === 1 ? token.text : null;
}

/** The content's words, a break being a newline; pictures give their alt text. */
export function inlineText(inline: Inline): string {
  const text = tokensText(inline.tokens).replace(/ {2,}/g, ' ');
  return text.replace(/ ?\n ?/g, '\n').trim();
}

function tokensText(tokens: readonly InlineToken[]): string {
  let text = '';
  for (const token of tokens) text += tokenText(token);
  return text;
}

function tokenText(token: InlineToken): string {
  if (token.type === 'br') return '\n';
  if (token.type === 'text' || token.type === 'codespan') return token.text;
  return tokensText(childTokens(token));
}

/** The tokens inside a cleaned token: cleaned too. */
export function childTokens(token: { readonly tokens: readonly unknown[] }): InlineToken[] {
  return token.tokens as InlineToken[];
}

/** How inline content is printed: a renderer as `marked.use` takes it. */
export type InlineExtension = MarkedExtension;

export function inlineRenderer(extension: InlineExtension): (inline: Inline) => string {
  const parser = new Parser(new Marked(extension).defaults);
  return ({ tokens }) => parser.parseInline(tokens);
}
