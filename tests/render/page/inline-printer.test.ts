// Inline content as spans: text beside markup never passes the renderer, and looks as if it had.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visitInlines, walkBlocks } from '../../../src/markdown/document/document.ts';
import {
  type Inline,
  inlineRenderer,
  unstyledText,
} from '../../../src/markdown/document/inline.ts';
import { isBareLink } from '../../../src/markdown/document/links.ts';
import { parseMarkdown } from '../../../src/markdown/parse/parse-markdown.ts';
import { codeExtension, createInlinePrinter } from '../../../src/render/page/inline-printer.ts';
import { StyledTextReader } from '../../../src/render/page/styled-text.ts';

const PIECES = [
  ...['word', 'a', ' ', '  ', ' \n', '  \n', '\\\n', '.', ':', '日本', '\x01', '\x1b[31m', '&#1;'],
  ...['*', '**', '_', '~~', '`', '``', '[', ']', '](https://a.org/b)', '![', '](c.png "title")'],
  ...['<br>', '<b>', '</b>', '&amp;', '&nbsp;', 'https://b.org', '<me@a.org>', '[c](javascript:x)'],
  ...['*#COLON|*', ':smile:', '\n\n', '| a | b |\n|---|---|\n| c | d |\n'],
];

function markedInlines(markdown: string): Inline[] {
  const found: Inline[] = [];
  walkBlocks(parseMarkdown(markdown).blocks, (block) => {
    visitInlines(block, (inline) => {
      if (unstyledText(inline) === null) found.push(inline);
    });
  });
  return found;
}

test('content in parts prints as it does through the renderer whole', () => {
  const render = inlineRenderer(codeExtension());
  const print = createInlinePrinter('inline', new Map());
  const piece = fc.constantFrom(...PIECES);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 16, size: 'max' }), (parts) => {
      for (const inline of markedInlines(parts.join(''))) {
        const reader = new StyledTextReader(['quote'], (text, href) =>
          isBareLink({ text, href }) ? '' : ` (${href})`,
        );
        reader.styled(render(inline));
        expect(print(inline, ['quote'])).toEqual(reader.rows());
      }
    }),
    { numRuns: 800 },
  );
});
