// The file of corrections: read line by line, and written for good.
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { correctionOf } from '../../../src/intake/corrections.ts';
import { keepCorrections, readCorrections } from '../../../src/jobs/add/kept-corrections.ts';
import { temporaryFolder } from '../../support/library/temporary-library.ts';

const NOW = new Date('2026-11-27T10:00:00Z');
const one = { ...correctionOf('The fund', 'out'), source: 'a.example' };

test('What is kept is read, the oldest first, whatever the order of the lines', () => {
  const root = temporaryFolder();
  expect(readCorrections(root)).toEqual([]);
  keepCorrections(root, [one], NOW);
  keepCorrections(root, [{ ...one, take: 'in' }], new Date('2026-11-26T10:00:00Z'));
  keepCorrections(root, [], NOW);
  expect(readCorrections(root)).toEqual([{ ...one, take: 'in' }, one]);
});

test('A line that is no correction is passed over, and the next closes one that is torn', () => {
  const root = temporaryFolder();
  mkdirSync(join(root, '.newsprint'));
  const path = join(root, '.newsprint/sources.jsonl');
  const odd = ['[]', '{"source":1}', '{"source":"a","take":"up","text":"x"}', '{"source":"a","ta'];
  writeFileSync(path, odd.join('\n'));
  expect(readCorrections(root)).toEqual([]);
  keepCorrections(root, [one], NOW);
  expect(readCorrections(root)).toEqual([one]);
  expect(readFileSync(path, 'utf8').startsWith(`${odd.join('\n')}\n{"v":1,`)).toBe(true);
});

test('A link out of the library is not followed', () => {
  const root = temporaryFolder();
  mkdirSync(join(root, '.newsprint'));
  const elsewhere = join(temporaryFolder(), 'sources.jsonl');
  writeFileSync(elsewhere, `${JSON.stringify(one)}\n`);
  symlinkSync(elsewhere, join(root, '.newsprint/sources.jsonl'));
  expect(readCorrections(root)).toEqual([]);
  expect(() => keepCorrections(root, [one], NOW)).toThrow(
    /^what was put right cannot be kept: '\.newsprint\/sources\.jsonl': /,
  );
  expect(readFileSync(elsewhere, 'utf8')).toBe(`${JSON.stringify(one)}\n`);
});
