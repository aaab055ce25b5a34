// What `npm run mutate` changes, and that a changed or probed file is still a program.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawSites, isEquivalent } from '../../.config/mutate/draw.mjs';
import { changedText, probedText } from '../../.config/mutate/probes.mjs';
import { findSites } from '../../.config/mutate/sites.mjs';
import { ROOT } from './sources.ts';

/** The changes to a text, as the texts they make. */
function changesOf(text: string): readonly string[] {
  return findSites('a.ts', text).map((site) => changedText(text, site));
}

describe('a change', () => {
  test.for<readonly [string, string, readonly string[]]>([
    ['of a test', 'if (a) b;', ['if (!(a)) b;']],
    ['of a comparison', 'c = a < b;', [';', 'c = a <= b;']],
    ['of the operator of a test, once', 'if (a !== b) c;', ['if (a === b) c;']],
    [
      'of logic',
      'const c = (a || b) && d;',
      ['const c = ((a || b) || d);', 'const c = ((a && b)) && d;'],
    ],
    ['of a number', 'const a = 0, b = 7;', ['const a = 1, b = 7;', 'const a = 0, b = (7 + 1);']],
    [
      'of a string',
      "const a = '', b = 'x';",
      ["const a = 'mutated', b = 'x';", "const a = '', b = '';"],
    ],
    ['of a template', `const a = \`x\${b}\`;`, ['const a = ``;']],
    ['of a boolean', 'const a = true;', ['const a = false;']],
    ['of a sign', 'const a = -2;', ['const a = 2;', 'const a = -(2 + 1);']],
    ['of a sum', 'const a = b + c;', ['const a = b - c;']],
    ['of a statement', '{ a(); }', ['{ ; }']],
    ['of a method', 'const c = a.some(b);', ['const c = a.every(b);']],
    ['of a method that can go', 'const c = a.filter(b);', ['const c = a;']],
    [
      'of what is returned',
      'function a(): boolean { return b(); }',
      ['function a(): boolean { return !(b()); }'],
    ],
    [
      'of a list that is returned',
      'const a = (): readonly b[] => c();',
      ['const a = (): readonly b[] => [];'],
    ],
    ['of a loop', 'while (a) b;', ['while (false) b;']],
  ])('%s is made', ([, text, changed]) => {
    expect(changesOf(text)).toEqual(changed);
  });

  test.for([
    ["import a from 'b';"],
    ["type A = 'a' | 1;"],
    ["const a = { b } as const satisfies Record<'b', true>;"],
    ["function a<T extends 'b'>(c: 1): asserts c is 1 {}"],
  ])('is none of %s', ([text = '']) => {
    expect(changesOf(text)).toEqual([]);
  });
});

test('A list of many words is drawn as one place, of which the seed takes a word', () => {
  const words = Array.from({ length: 20 }, (_, at) => `'w${at}'`).join(', ');
  const sites = findSites('a.ts', `const a = [${words}];\nconst b = c + d;`);
  expect(sites).toHaveLength(21);
  expect(drawSites(sites, '1')).toHaveLength(2);
  const drawn = new Set(
    Array.from({ length: 30 }, (_, seed) =>
      drawSites(sites, `${seed}`)
        .map(({ from }) => from)
        .join(),
    ),
  );
  expect(drawn.size).toBeGreaterThan(10);
  expect(drawSites(sites, '7')).toEqual(drawSites(sites, '7'));
});

test('A change that alters nothing is known by its line, wherever that stands', () => {
  const text = '\n\n  const a = b ?? 0 + 0;';
  const [, , first, second] = findSites('a.ts', text);
  const named = {
    path: 'a.ts',
    line: 'const a = b ?? 0 + 0;',
    from: '0',
    to: '1',
    why: 'it is so',
  };
  if (first === undefined || second === undefined) throw new Error('no sites');
  expect([first, second].map((site) => isEquivalent(site, [named]))).toEqual([true, false]);
  expect(isEquivalent(second, [{ ...named, nth: 1 }])).toBe(true);
  expect(isEquivalent(first, [{ ...named, line: 'const a = 0;' }])).toBe(false);
});

test('A probed text is the same program, and calls where its places are', () => {
  const text = [
    'export function run(list, flag) {',
    '  const found = list?.a.filter((one) => one > 1).slice(0, 2) ?? [];',
    `  if (flag && found.length === 2) found.push(flag ? -1 : 7 + 1, 'x' + \`y\${flag}\`);`,
    '  return found;',
    '}',
  ].join('\n');
  const sites = findSites('a.ts', text).map((site, id) => ({ ...site, id }));
  const came = new Set<number>();
  const run = new Function(
    'probe',
    `${probedText(text, sites).replaceAll('globalThis.__newsprintProbe', 'probe').replace('export ', '')}
     return run;`,
  )((id: number) => came.add(id));
  expect(run({ a: [1, 2, 3, 4] }, true)).toEqual([2, 3, -1, 'xytrue']);
  const missed = sites.filter(({ id }) => !came.has(id)).map(({ from }) => from);
  expect(missed).toEqual(['7 + 1', '7', '1']);
});

test('Every file of a floor that is tried can be read', () => {
  const path = 'src/core/clean.ts';
  const text = readFileSync(join(ROOT, path), 'utf8');
  const sites = findSites(path, text);
  expect(sites.length).toBeGreaterThan(5);
  for (const { line, start, from, lineText } of sites) {
    expect(text.slice(start, start + from.length)).toBe(from);
    expect(text.split('\n')[line - 1]?.trim()).toBe(lineText);
  }
});
