// How long files and functions may be.

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { functionLengths, functionsOf, ROOT, readSources, readSrc } from './sources.ts';

const CODE = ['.ts', '.tsx', '.mjs'];
const lineCount = (text: string): number => text.replace(/\n$/, '').split('\n').length;

/** The value that a share of the values does not pass. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}

describe('files', () => {
  test.for(['src', 'tests', 'bench', '.config'])('in %s have at most 300 lines', (folder) => {
    const sources = Array.from(readSources(join(ROOT, folder), CODE));
    const long = sources.filter(([, text]) => lineCount(text) > 300).map(([path]) => path);
    expect(sources.length).toBeGreaterThan(0);
    expect(long).toEqual([]);
  });

  test('in src have 80 lines or fewer in the middle, 220 at the ninth tenth', () => {
    const lengths = Array.from(readSrc().values(), lineCount);
    expect(quantile(lengths, 0.5)).toBeLessThanOrEqual(80);
    expect(quantile(lengths, 0.9)).toBeLessThanOrEqual(220);
  });
});

describe('functions', () => {
  test('in src have 10 lines or fewer in the middle, 35 at the ninth tenth', () => {
    const lengths = Array.from(readSrc().values(), functionLengths).flat();
    expect(lengths.length).toBeGreaterThan(200);
    expect(quantile(lengths, 0.5)).toBeLessThanOrEqual(10);
    expect(quantile(lengths, 0.9)).toBeLessThanOrEqual(35);
  });

  test('in src have at most 60 lines', () => {
    const long = Array.from(readSrc()).flatMap(([path, text]) =>
      functionsOf(text)
        .filter(({ length }) => length > 60)
        .map(({ start, length }) => `${path}:${start + 1} has ${length} lines`),
    );
    expect(long).toEqual([]);
  });

  test('are measured from the signature to the closing brace', () => {
    const text = [
      'export function a(): void {',
      '  if (b) {',
      '    c();',
      '  }',
      '}',
      'const d = async (e: string): Promise<void> => {',
      '  await f(e);',
      '};',
      'class G {',
      '  h(i: number): number {',
      '    return i;',
      '  }',
      '}',
      'export function j(',
      '  k: number,',
      '): number {',
      '  return l(',
      '    k,',
      '  );',
      '}',
      'const m = {',
      "  async 'n-o'({ p, q }, {",
      '    r,',
      '  }) {',
      '    s(p, q, r);',
      '  },',
      '};',
    ].join('\n');
    expect(functionLengths(text)).toEqual([5, 3, 3, 7, 5]);
  });

  test('over the limit are noticed', () => {
    expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 100], 0.9)).toBe(9);
    expect(quantile([1, 2, 50, 60], 0.5)).toBe(2);
    expect(quantile([1, 50, 60], 0.5)).toBe(50);
  });
});
