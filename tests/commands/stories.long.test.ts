// One story from several sources: `is:duplicate` finds what a better edition stands for.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PAPERS } from '../support/library/papers.ts';
import { temporaryFolder, temporaryLibrary } from '../support/library/temporary-library.ts';
import { run } from '../support/machine/run.ts';

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
    expect(await call('list', '-f', 'ids', 'story:post')).toEqual(['herald', 'post', 'agency']);
    await call('mark', 'post', '--apart');
    expect(await call('list', '-f', 'ids', 'is:duplicate')).toEqual(['herald']);
    await call('mark', 'herald', '--apart');
    expect(await call('list', '-f', 'ids', 'is:duplicate')).toEqual(['']);
    await call('undo');
    await call('mark', 'post', '--together');
    expect(await call('list', '-f', 'ids', 'is:duplicate')).toEqual(['herald', 'post']);
    await call('remove', 'agency');
    expect(await call('list', '-f', 'ids', 'is:duplicate')).toEqual(['herald']);
    rmSync(join(library, 'post.md'));
    expect(await call('list', '-f', 'ids', 'is:duplicate')).toEqual(['']);
    await call('undo');
    expect(await call('list', '-f', 'ids', 'is:duplicate')).toEqual(['herald']);
  },
);
