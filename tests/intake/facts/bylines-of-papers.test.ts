// Bylines as the papers of many countries set them: who each names, and which name nobody.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseByline } from '../../../src/intake/facts/names/byline.ts';

const FIXTURE = new URL('../fixtures/bylines.txt', import.meta.url);

const ROWS = readFileSync(FIXTURE, 'utf8')
  .split('\n')
  .filter((row) => row.includes(' => '))
  .map((row) => row.split(' => ') as [line: string, names: string]);

describe('the bylines of papers', () => {
  test.for(ROWS)('%s', ([line, names]) => {
    expect((parseByline(line)?.authors ?? ['–']).join(' + ')).toBe(names);
  });
});
