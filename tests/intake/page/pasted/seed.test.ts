// The page that came with the project: what its paste must give.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parsePasted } from '../../../../src/intake/page/pasted/parse-pasted.ts';
import { documentFigures } from '../../../../src/markdown/document/figures.ts';
import { plainText } from '../../../../src/markdown/document/plain-text.ts';
import { parseMarkdown } from '../../../../src/markdown/parse/parse-markdown.ts';
import { ROOT } from '../../../house/sources.ts';

const folder = join(ROOT, '../shared/seeds');
const first = existsSync(folder)
  ? readdirSync(folder).find((name) => /^000_.*\.txt$/.test(name))
  : undefined;

describe.skipIf(first === undefined)('the seeds', () => {
  const text = first === undefined ? '' : readFileSync(join(folder, first), 'utf8');
  const { draft } = parsePasted(text);
  const document = parseMarkdown(draft.markdown);
  const lines = text.split('\n').map((line) => line.trim());

  test('the seeds: the first gives headline, points and facts', () => {
    expect(draft.title).toBe(lines[2]);
    expect(draft.summary).toEqual(
      lines.filter((line) => line.startsWith('•')).map((line) => line.slice(1).trim()),
    );
    expect(draft.summary).toHaveLength(2);
    expect(draft.authors).toEqual(['Robert Delaney']);
    const { place, source, readingMinutes, comments, published, deck } = draft;
    expect({ place, source, readingMinutes, comments, published, deck }).toEqual({
      place: 'Washington',
      source: 'SCMP',
      readingMinutes: 5,
      comments: '99+',
      published: null,
      deck: null,
    });
  });

  test('the seeds: the first gives each caption once, with its credit', () => {
    const figures = documentFigures(document);
    expect(figures.map(({ credit }) => credit)).toEqual(['Photo: Reuters', 'Photo: AP']);
    expect(new Set(figures.map(({ caption }) => caption)).size).toBe(2);
  });

  test('the seeds: the first gives six paragraphs and no furniture', () => {
    const paragraphs = plainText(document).split('\n\n');
    expect(paragraphs).toHaveLength(6);
    expect(paragraphs[0]).toMatch(/^The US, Britain, the EU and Nato/);
    expect(JSON.stringify(draft)).not.toMatch(/Advertisement|Why you can trust/);
  });
});
