// Reads an intake's Markdown as the scorer sees it: the body's text, and the figures' words apart.
import { decodeHTML } from 'entities';
import { lexer } from 'marked';

/**
 * @param {string} markdown
 * @returns {{text: string, figures: string[]}} one line a block; each picture's caption, else its alt
 */
export function readMarkdown(markdown) {
  const figures = [];
  const text = blockText(lexer(markdown), figures);
  return { text: decodeHTML(text), figures };
}

function blockText(tokens, figures) {
  return tokens.map((token) => tokenText(token, figures)).join('\n');
}

/** What a token says, its parts joined as the page shows them. */
function tokenText(token, figures) {
  switch (token.type) {
    case 'image':
      figures.push(decodeHTML(token.title || token.text || ''));
      return ' ';
    case 'br':
    case 'hr':
    case 'space':
      return ' ';
    case 'html':
      return token.text.replace(/<[^>]*>/gu, ' ');
    // Where a page plays something: the player's words are none of its text.
    case 'link':
      return token.text.startsWith('▶ ') ? ' ' : inlineText(token.tokens, figures);
    case 'list':
      return blockText(token.items, figures);
    case 'table':
      return [token.header, ...token.rows]
        .flat()
        .map((cell) => inlineText(cell.tokens, figures))
        .join('\n');
    case 'paragraph':
    case 'heading':
      return inlineText(token.tokens, figures);
    default:
      if (token.tokens === undefined) return token.text ?? '';
      return token.tokens.map((inner) => tokenText(inner, figures)).join(blockJoin(token));
  }
}

/** Quotes and list items hold blocks; the rest holds runs of one line. */
function blockJoin({ type }) {
  return type === 'blockquote' || type === 'list_item' ? '\n' : '';
}

function inlineText(tokens, figures) {
  return tokens.map((token) => tokenText(token, figures)).join('');
}
