// Invented pages with a paper's furniture in many orders: what each paste gives, golden by golden.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parsePasted } from '../../../../src/intake/page/pasted/parse-pasted.ts';
import { ROOT } from '../../../house/sources.ts';

const FOLDER = join(ROOT, 'tests/intake/fixtures/pasted');
const UPDATE = process.env['UPDATE_GOLDENS'] === '1';
const pages = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));

function expectGolden(name: string, text: string): void {
  const path = join(FOLDER, name);
  if (UPDATE) writeFileSync(path, text);
  expect(existsSync(path), `no ${name}: run once with UPDATE_GOLDENS=1, then read it`).toBe(true);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

/** Everything but the body, without what the page does not say. */
function factsOf({ draft, dropped }: ReturnType<typeof parsePasted>): string {
  const said = Object.entries(draft).filter(
    ([key, value]) => key !== 'markdown' && value !== null && value !== false && value.length !== 0,
  );
  const { extra: _, ...facts } = Object.fromEntries(said);
  return `${JSON.stringify({ ...facts, dropped: dropped.map(({ text, why }) => `${why}: ${text}`) }, null, 2)}\n`;
}

describe('an invented page', () => {
  test('comes in twelve kinds', () => {
    expect(pages).toHaveLength(12);
  });

  test.for(pages)('%s gives its facts, its furniture and its body', (name) => {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    const intake = parsePasted(text, { now: new Date('2024-01-01T00:00:00Z') });
    expectGolden(name.replace('.txt', '.json'), factsOf(intake));
    expectGolden(name.replace('.txt', '.md'), intake.draft.markdown);
  });
});
