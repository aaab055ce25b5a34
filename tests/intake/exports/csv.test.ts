import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../../src/intake/exports/csv.ts';
import { cpuTime } from '../../support/machine/cpu-time.ts';

const cells = (text: string) => parseCsv(text).map((row) => row.cells);

describe('comma-separated values', () => {
  test('are rows of cells, with the line that each begins in', () => {
    expect(parseCsv('a,b\r\n"1\n2","say ""yes"""\n\nc,\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1\n2', 'say "yes"'] },
      { line: 5, cells: ['c', ''] },
    ]);
  });

  test('with a quote that never closes lose no row', () => {
    expect(cells('"a,b\nc,d\ne "x" f,g')).toEqual([
      ['"a', 'b'],
      ['c', 'd'],
      ['e "x" f', 'g'],
    ]);
  });

  test('read back as they are written (RFC 4180)', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é') });
    const row = fc.array(cell, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        const full = rows.filter((one) => one.some((text) => text.trim() !== ''));
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = full.map((one) => one.map(quote).join(',')).join('\r\n');
        expect(cells(text)).toEqual(full);
      }),
    );
  });

  test('take time by their length, also where quotes never close', () => {
    const [few, many] = [2000, 8000].map((count) => 'a,"b\n'.repeat(count));
    const short = cpuTime(() => parseCsv(few ?? ''));
    expect(cpuTime(() => parseCsv(many ?? ''))).toBeLessThan(10 * short + 100);
  });
});
