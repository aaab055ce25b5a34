// Numbers for the footnotes of a document, and its notes in their order.
import type { MarkedToken, Token } from 'marked';
import { isMarkedToken } from './clean-inline.ts';
import { isDefinition, isNoteMark } from './footnotes.ts';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Puts the numbers of footnotes into a document, as they come.
 * @returns the notes in the order of their numbers, those that nothing refers to last
 */
export function numberFootnotes(tokens: readonly Token[]): readonly Token[][] {
  const defined: Token[][] = [];
  const byLabel = new Map<string, Token[]>();
  walkTokens(tokens, (token) => {
    if (!isDefinition(token)) return;
    defined.push(token.tokens);
    if (!byLabel.has(token.label)) byLabel.set(token.label, token.tokens);
  });
  const numbers = new Map<Token[], number>();
  const setNumber = (token: Token): void => {
    if (!isNoteMark(token)) return;
    const note = typeof token.note === 'string' ? byLabel.get(token.note) : token.note;
    if (note === undefined) return;
    const number = numbers.get(note) ?? numbers.size + 1;
    const isNew = number > numbers.size;
    numbers.set(note, number);
    if (isNew && note === token.note) walkTokens(note, setNumber);
    const digits = String(number).replace(/\d/g, (digit) => SUPERSCRIPTS.charAt(Number(digit)));
    token.text = `${token.isNext ? ',' : ''}${digits}${token.text}`;
  };
  walkTokens(tokens, setNumber);
  return [...new Set([...numbers.keys(), ...defined])];
}

function walkTokens(tokens: readonly Token[], visit: (token: Token) => void): void {
  for (const token of tokens) {
    visit(token);
    const inner = isMarkedToken(token) ? innerTokens(token) : [];
    for (const tokens of inner) walkTokens(tokens, visit);
  }
}

function innerTokens(token: MarkedToken): readonly (readonly Token[])[] {
  if (token.type === 'list') return token.items.map(({ tokens }) => tokens);
  if (token.type === 'table')
    return [token.header, ...token.rows].flat().map(({ tokens }) => tokens);
  return 'tokens' in token && token.tokens ? [token.tokens] : [];
}
