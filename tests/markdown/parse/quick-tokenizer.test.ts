// The short ways through marked: the tokens it would make itself.
import fc from 'fast-check';
import { Lexer, Tokenizer } from 'marked';
import { expect, test } from 'vitest';
import {
  LATIN_SIGNS,
  QuickLexer,
  QuickTokenizer,
  withShortLook,
} from '../../../src/markdown/parse/quick-tokenizer.ts';

/** Pieces that mean something to marked beside others. */
const PIECES = [
  ...[
    'word',
    'a',
    'é',
    '日本',
    '“',
    '—',
    '€',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '  \n',
    '   \n',
    '\t',
    '\\',
    '\\\n',
    '.',
    '!',
  ],
  ...[
    '*',
    '**',
    '_',
    '__',
    '~',
    '~~',
    '`',
    '``',
    '[',
    ']',
    '](',
    '(',
    ')',
    '![',
    '[a]',
    '[a]: /b\n',
  ],
  ...['<', '>', '<b>', '</b>', '<pre>', '</pre>', '<a href="x">', '</a>', '<br>', '<!-- x -->'],
  ...['http://a.b/c', 'https://x.org', 'HTTP://a.b', 'ftp://a.b', 'www.a.org', 'http', 'f', 'w'],
  ...['://', 'www.', '&', '&amp;', '&#', '&#38;', '&#x41;', '#', '# ', '\n# '],
  ...['- ', '\n- ', '1. ', '\n> ', '> ', '| a | b |\n|---|---|\n| c | d |\n', '|', '\n|', '\n:--'],
  ...['\n---\n', '\n===\n', '\n  ==', '\n    ', '- [ ] ', '```\n'],
];
const MAIL = ['@', 'me@a.org', 'mailto:me@a.org', 'xmpp:', 'a_b@c.de'];

const plain = (text: string) =>
  outcome(() => new Lexer({ gfm: true, tokenizer: new Tokenizer() }).lex(text));
const quick = (text: string) =>
  outcome(() => new QuickLexer({ gfm: true, tokenizer: new QuickTokenizer(text) }).lex(text));

/** Marked throws at some texts. */
function outcome(lex: () => unknown): unknown {
  try {
    return lex();
  } catch (error) {
    return String(error);
  }
}

test.each([
  ['pieces without mail', PIECES],
  ['pieces with mail', [...PIECES, ...MAIL]],
])('the tokens of %s are those of marked', (_, pieces) => {
  const piece = fc.constantFrom(...pieces);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30, size: 'max' }), (parts) => {
      const text = parts.join('');
      expect(quick(text)).toEqual(plain(text));
    }),
    { numRuns: 300 },
  );
});

test('the signs of Latin text are those of Unicode', () => {
  const latin = new RegExp(`[${LATIN_SIGNS}]`);
  const last = { 0: 0x24f, 8192: 0x206f, 8364: 0x20ac };
  for (const [first, end] of Object.entries(last)) {
    for (let code = Number(first); code <= end; code += 1) {
      const sign = String.fromCharCode(code);
      expect([code, latin.test(sign)]).toEqual([code, /[\p{P}\p{S}]/u.test(sign)]);
    }
  }
});

test('patterns of marked that have moved are said at once', () => {
  const { tokenizer } = new QuickLexer({ gfm: true, tokenizer: new Tokenizer() }).options;
  if (!tokenizer) throw new Error('no tokenizer');
  const { block } = tokenizer.rules;
  // A quick lexer has changed its rules: their paragraph holds no whole table any more.
  const moved = 'the patterns of marked have moved';
  expect(() => withShortLook(block)).toThrow(moved);
  expect(() => withShortLook({ ...block, table: /no rows/ })).toThrow(moved);
});
