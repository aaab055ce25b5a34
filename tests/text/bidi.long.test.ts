// Unicode's own cases of text from right to left.
import { existsSync, readFileSync } from 'node:fs';
import bidiFactory from 'bidi-js';
import { expect, test } from 'vitest';
import { cleanLine } from '../../src/core/clean.ts';
import { beginsRight, orderSpans, withLevels } from '../../src/text/bidi.ts';
import { spansText } from '../../src/text/wrap.ts';

/** Debian's package unicode-data. */
const CASES = '/usr/share/unicode/BidiCharacterTest.txt';
/** So many of the file's cases are texts that a row may hold, unmarked and without marks. */
const MOST_LEFT_OUT = 46_000;

const ordered = (text: string) => spansText(orderSpans(withLevels([{ text, roles: [] }]), 'seen'));

test.skipIf(!existsSync(CASES))("Unicode's own cases come out as they are to", () => {
  const { getMirroredCharacter } = bidiFactory();
  let left = 0;
  const wrong: string[] = [];
  for (const line of readFileSync(CASES, 'utf8').split('\n')) {
    if (!/^[\dA-F]/.test(line)) continue;
    const [codes = '', , base, levels = '', order = ''] = line.split(';');
    const units = codes.split(' ').map((code) => String.fromCodePoint(Number.parseInt(code, 16)));
    const text = units.join('');
    const isRow = cleanLine(text) === text && !/\p{M}|\p{Cf}/u.test(text);
    if (!isRow || beginsRight(text) !== (base === '1')) {
      left += 1;
      continue;
    }
    const odd = levels.split(' ').map((level) => Number(level) % 2 === 1);
    const seen = order.split(' ').map((at) => {
      const unit = units[Number(at)] ?? '';
      return odd[Number(at)] ? (getMirroredCharacter(unit) ?? unit) : unit;
    });
    const alike = (row: string) =>
      row.replace(/[\ufb50-\ufdff\ufe70-\ufefc]/g, (form) => form.normalize('NFKC'));
    // Of tens of thousands an expectation each takes as long as the work.
    if (alike(ordered(text)) !== alike(seen.join(''))) wrong.push(line);
  }
  expect(wrong).toEqual([]);
  expect(left).toBeLessThan(MOST_LEFT_OUT);
});
