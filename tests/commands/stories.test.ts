// One story from several sources: `is:duplicate` finds what a better edition stands for.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, temporaryLibrary } from '../support/library/temporary-library.ts';
import { run } from '../support/machine/run.ts';

const SENTENCES = [
  'The harbour of Northquay opened its gates again on Monday after nine weeks of repair.',
  'Divers had found that the old sluice was held by little more than weed and habit.',
  'Some forty boats, among them the ferry to the outer islands, left with the morning tide.',
  'The town paid for half of the work, and the county has promised to pay for the rest.',
  'Fishermen said that they had lost a season, and asked who would make up for that.',
  'A second sluice is to be built in spring, when the water is low and the herring are gone.',
];
const edition = (source: string, published: string, sentences: readonly string[]) =>
  `---\ntitle: ${source}\nsource: ${source}\npublished: ${published}\n---\n\n${sentences.join('\n\n')}\n`;
const PAPERS = {
  'agency.md': edition('Agency', '2026-03-02', SENTENCES),
  'post.md': edition('Post', '2026-03-03', ['Boats are back.', ...SENTENCES.slice(0, 4)]),
  'herald.md': edition('Herald', '2026-03-04', SENTENCES.slice(0, 3)),
  'later.md': edition('Later', '2026-03-12', SENTENCES),
  'other.md': edition('Other', '2026-03-03', [
    'Nobody in the county voted for the new bridge, and nobody can say who wants it.',
    'The clerk who counted the papers went home early, and left a note on the door.',
    SENTENCES[1] ?? '',
  ]),
};

test.each(['read file by file', 'with an index'])(
  'What papers took from an agency is one story, %s',
  async (how) => {
    const library = temporaryLibrary(PAPERS);
    const env = { NEWSPRINT_LIBRARY: library, XDG_CACHE_HOME: temporaryFolder() };
    const call = async (...args: string[]) => (await run(args, { env })).stdout.trim().split('\n');
    if (how === 'with an index') await call('check', '--rebuild');
    expect(await call('list', '-f', 'ids', 'is:duplicate')).toEqual(['herald', 'post']);
    expect(await call('list', '-f', 'ids', '--', '-is:duplicate')).toEqual([
      'later',
      'other',
      'agency',
    ]);
    // None is lost where nobody asks.
    expect(await call('list', '-f', 'ids')).toHaveLength(5);
    await call('remove', 'agency');
    expect(await call('list', '-f', 'ids', 'is:duplicate')).toEqual(['herald']);
    rmSync(join(library, 'post.md'));
    expect(await call('list', '-f', 'ids', 'is:duplicate')).toEqual(['']);
    await call('undo');
    expect(await call('list', '-f', 'ids', 'is:duplicate')).toEqual(['herald']);
  },
);
