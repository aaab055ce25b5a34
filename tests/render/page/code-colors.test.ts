// Code in colours: the roles of its parts, and that no letter of it is lost.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupBy } from '../../../src/core/group-by.ts';
import { createCodeColors } from '../../../src/render/page/code-colors.ts';
import { languages } from '../../../src/render/page/highlight.mjs';
import { lineText } from '../../support/reader/line-text.ts';
import { bodyLines, bodyText } from '../pages.ts';

const fenced = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\`\n`;
const code = (language: string | null, text: string) => ({ type: 'code', language, text }) as const;

async function colored(language: string, text: string) {
  const colors = createCodeColors();
  await colors.load(fenced(language, text));
  return colors.spans(code(language, text));
}

describe('code', () => {
  it.for([
    ['py', 'x = "a & b"  # <c>', { codeString: ['"a & b"'], codeComment: ['# <c>'] }],
    ['JS', "return it('s');", { codeKeyword: ['return', 'it'], codeString: ["'s'"] }],
    ['c++', 'int a = 1;', { codeKeyword: ['int'], codeString: ['1'] }],
    ['diff', '-old\n+new', { codeString: ['-old'], codeKeyword: ['+new'] }],
    ['toml', '[part]\nkey = 1', { codeKeyword: ['[part]'], codeString: ['1'] }],
    ['no-such', 'return 1', {}],
  ] as const)('of %s has roles for its parts', async ([language, text, parts]) => {
    const spans = await colored(language, text);
    const found = groupBy(
      spans.filter(({ roles }) => roles.length > 1),
      ({ roles }) => roles[1] ?? null,
    );
    expect(
      Object.fromEntries([...found].map(([role, all]) => [role, all.map((span) => span.text)])),
    ).toEqual(parts);
  });

  it('is of one colour while nothing is loaded, and where it is long', async () => {
    const colors = createCodeColors();
    const plain = [{ text: 'return 1', roles: ['code'] }];
    expect(colors.spans(code('js', 'return 1'))).toEqual(plain);
    expect(colors.load('No code, ```js in a line.')).toBeNull();
    await colors.load(fenced('js', ''));
    expect(colors.load(fenced('js', ''))).toBeNull();
    expect(colors.spans(code('js', 'return 1'))).not.toEqual(plain);
    expect(colors.spans(code(null, 'return 1'))).toEqual(plain);
    expect(colors.spans(code('js', 'return 1;\n'.repeat(3000)))).toHaveLength(1);
  });

  it('loses no letter in any language', async () => {
    const names = Object.keys(languages);
    const colors = createCodeColors();
    await colors.load(names.map((name) => fenced(name, '')).join('\n'));
    const sign = fc.constantFrom(
      ...'<>&"\'`#/*-+{}()[]=$@:;,.\\ \n',
      'é',
      '日',
      'let',
      'if',
      '<b>',
      '&amp;',
    );
    const text = fc.array(sign, { maxLength: 60 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(fc.constantFrom(...names), text, (name, any) => {
        expect(
          colors
            .spans(code(name, any))
            .map((span) => span.text)
            .join(''),
        ).toBe(any);
      }),
      { numRuns: 400 },
    );
  });

  it('is set in the same lines with colours and without', async () => {
    const text = fenced(
      'js',
      'if (a) {\n\treturn "a text that is far too long for the line"; // end\n\n}',
    );
    const colors = createCodeColors();
    await colors.load(text);
    for (const width of [0, 20, 40, 80]) {
      const lines = bodyLines(text, width, { code: colors });
      expect(lines.map(lineText).slice(-bodyText(text, width).length)).toEqual(
        bodyText(text, width),
      );
    }
    const roles = bodyLines(text, 30, { code: colors }).flatMap(({ spans }) =>
      spans.flatMap((one) => one.roles),
    );
    expect(roles).toEqual(expect.arrayContaining(['codeKeyword', 'codeString', 'codeComment']));
  });
});
