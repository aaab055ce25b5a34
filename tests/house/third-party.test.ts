// THIRD-PARTY.txt names every package of which the program holds code, and its licence.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildFolder } from '../support/machine/chunks.ts';
import { ROOT } from './sources.ts';

const text = readFileSync(join(ROOT, 'dist/THIRD-PARTY.txt'), 'utf8');
const [, ...sections] = text.split(/^-{80}\n/m);
const headings = sections.map((section) => section.split('\n', 1)[0]);

/** Name, version and licence of each package of which the build took something. */
function bundled(): readonly string[] {
  const metafile: {
    outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }>;
  } = JSON.parse(readFileSync(join(buildFolder(), 'metafile.json'), 'utf8'));
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const paths = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path);
  const folders = paths.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
  const named = [...new Set(folders)].map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(join(ROOT, folder, 'package.json'), 'utf8'),
    );
    return `${name} ${version}, ${license}`;
  });
  return [...new Set(named)];
}

describe('THIRD-PARTY.txt', () => {
  test('names the packages of the build', () => {
    const names = bundled();
    expect(names.length).toBeGreaterThan(40);
    expect(names.filter((one) => !headings.includes(one))).toEqual([]);
  });

  test('names no others', () => {
    const names = bundled();
    expect(headings.filter((one = '') => !names.includes(one))).toEqual([]);
  });

  test('has the text of every licence', () => {
    const short = sections.filter((section) => section.length < 500);
    expect(short).toEqual([]);
    expect(sections.filter((one) => !/copyright|\(c\)|licen[cs]e/i.test(one))).toEqual([]);
  });
});

describe('the package', () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

  test('brings the engine and the decoder only: all else is bundled', () => {
    expect(manifest.dependencies ?? {}).toEqual({});
    expect(Object.keys(manifest.optionalDependencies)).toEqual(['libsql', 'sharp']);
  });

  test('leaves the maps and the metafile in the checkout', () => {
    expect(manifest.files).toEqual(['dist', '!dist/**/*.map', '!dist/**/*.json', 'articles']);
  });
});
