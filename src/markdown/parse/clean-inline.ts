// Cleaning marked's inline tokens: entities decoded first, then controls stripped, at every token.
import { decodeHTMLStrict } from 'entities/decode';
import type { MarkedToken, Token, Tokens } from 'marked';
import { cleanText } from '../../core/clean.ts';
import { lazy } from '../../core/lazy.ts';
import { cleanTarget } from '../../text/link-target.ts';
import type { Inline, InlineToken } from '../document/inline.ts';
import { htmlInlineText, skippedElement } from '../source/html-text.ts';
import { showNoteMarkup } from './note-markup.ts';

const SOLID =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3001-\\u303f\\uff01-\\uff60';
/** A line end between two characters set solid is no space (CSS Text 3, 4.1.3). */
const solidBreak = lazy(() => new RegExp(`(?<=[${SOLID}]) *\\n *(?=[${SOLID}])`, 'gu'));
/** White space that is not a single space already. */
const SPACES = /[\t\n][\t\n ]*| [\t\n ]+/g;
/** A quick look for `solidBreak`. */
const WIDE_BREAK = /[\u3001-\uffff] *\n/;
const SOFT_HYPHEN = /\u00ad/g;
/** Most texts have none of this and stay as they are. */
const UNEVEN = /[\0-\x1f&\x7f-\x9f\xad\u2028-\u202e\u2066-\u2069\ufeff\udb40]| {2}/;

/** Text as a reader sees it: decoded, without controls, white space collapsed. */
export function cleanProse(text: string): string {
  if (!UNEVEN.test(text)) return text;
  const cleaned = cleanText(decoded(text)).replace(SOFT_HYPHEN, '');
  const joined = WIDE_BREAK.test(cleaned) ? cleaned.replace(solidBreak(), '') : cleaned;
  return joined.replace(SPACES, ' ');
}

/** The names of entities take milliseconds to unpack, and most texts have none. */
function decoded(text: string): string {
  return text.includes('&') ? decodeHTMLStrict(text) : text;
}

/** Text that no entity is read in. */
function cleanLiteral(text: string): string {
  return UNEVEN.test(text) ? cleanText(text).replace(SPACES, ' ') : text;
}

/** Marked's inline tokens as `Inline`: raw HTML gone, everything clean. The tokens are reused. */
export function cleanInline(tokens: readonly Token[] | undefined): Inline {
  return { tokens: cleanTokens(tokens ?? []) };
}

function cleanTokens(tokens: readonly Token[], isLinked = false): InlineToken[] {
  showNoteMarkup(tokens, isLinked);
  const cleaned: InlineToken[] = [];
  let skipping: string | null = null;
  for (const token of tokens) {
    if (!isMarkedToken(token)) continue;
    if (token.type === 'html') {
      if (skipping === null) pushHtml(token, cleaned);
      skipping = skippedElement(token.text, skipping);
    } else if (skipping === null) {
      pushClean(token, cleaned, isLinked);
    }
  }
  return cleaned;
}

/** Every token that marked makes by itself; of others, which it calls `Generic`, no case is made. */
export function isMarkedToken(token: Token): token is MarkedToken {
  return token.type !== 'checkbox';
}

function pushClean(token: MarkedToken, into: InlineToken[], isLinked: boolean): void {
  switch (token.type) {
    case 'text':
    case 'escape':
      pushText(token.type === 'escape' ? cleanLiteral(token.text) : cleanProse(token.text), into);
      break;
    case 'strong':
    case 'em':
    case 'del':
      token.tokens = cleanTokens(token.tokens, isLinked);
      into.push(token);
      break;
    case 'link':
      into.push(cleanLink(token));
      break;
    case 'image':
      into.push(cleanImage(token));
      break;
    case 'codespan':
      token.text = cleanLiteral(token.text);
      into.push(token);
      break;
    case 'br':
      into.push(token);
      break;
    default:
      break;
  }
}

/** Neighbouring texts are one token, so that plain content has a single one. */
function pushText(text: string, into: InlineToken[]): void {
  if (text === '') return;
  const last = into.at(-1);
  if (last?.type === 'text') last.text += text;
  else into.push({ type: 'text', raw: '', text });
}

function pushHtml(token: Tokens.HTML | Tokens.Tag, into: InlineToken[]): void {
  const text = htmlInlineText(token.text);
  if (text === '\n') into.push({ type: 'br', raw: '' });
  else pushText(cleanProse(text), into);
}

/** In an autolink character references stand for themselves. */
function cleanLink(token: Tokens.Link): Tokens.Link {
  token.href = cleanTarget(token.autolink ? token.href : decoded(token.href));
  token.title = token.title ? cleanProse(token.title) : null;
  token.tokens = token.autolink
    ? [{ type: 'text', raw: '', text: cleanLiteral(token.text) }]
    : cleanTokens(token.tokens, true);
  return token;
}

function cleanImage(token: Tokens.Image): Tokens.Image {
  token.href = cleanTarget(decoded(token.href));
  token.title = token.title ? cleanProse(token.title).trim() : null;
  token.tokens = cleanTokens(token.tokens);
  return token;
}
