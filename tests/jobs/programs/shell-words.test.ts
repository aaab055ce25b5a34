import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitWords } from '../../../src/jobs/programs/editor.ts';

describe('words', () => {
  it.each<[string, readonly string[]]>([
    ['vi', ['vi']],
    ['  code   -w ', ['code', '-w']],
    ["vim -c 'set nu'", ['vim', '-c', 'set nu']],
    ['emacsclient -a ""', ['emacsclient', '-a', '']],
    ['a\\ b c', ['a b', 'c']],
    ['"a \\"b\\" \\$c \\d"', ['a "b" $c \\d']],
    ["a'b c'd e", ['ab cd', 'e']],
    ["'a'\\''b'", ["a'b"]],
    ['ed "open to the end', ['ed', 'open to the end']],
    ['ed \\', ['ed', '\\']],
    ['', []],
  ])('of %j', (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });

  it('are those of a shell', () => {
    const part = fc.constantFrom('a', 'b-c', ' ', "' x '", '" y "', '\\ ', '\\"', '"\\$\\d"', "''");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        const shell = execFileSync('sh', ['-c', `printf '%s\\n' ${text} end`], {
          encoding: 'utf8',
        });
        expect([...splitWords(text), 'end']).toEqual(shell.trimEnd().split('\n'));
      }),
      { numRuns: 40 },
    );
  });
});
