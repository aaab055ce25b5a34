// The floors of src/: who may import whom, who owns which package, no loops, and what a name means.

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  crowdedFolders,
  exportProblems,
  fileLoops,
  floorProblems,
  folderLoops,
  headProblems,
  ownerProblems,
  purityProblems,
  repeatedExports,
  repeatedFileNames,
} from './rules.ts';
import { loadedWith, ROOT, readSources, readSrc, type Sources } from './sources.ts';

const src = readSrc();

describe('src', () => {
  test('is read at all', () => {
    expect(src.size).toBeGreaterThan(40);
    expect(src.has('cli.ts')).toBe(true);
  });

  test.for([
    ['a file imports its own floor or a lower one', floorProblems],
    ['a package is imported by its owner only', ownerProblems],
    ['the lower floors touch neither clock nor environment', purityProblems],
    ['no files import each other in a loop', fileLoops],
    ['no folders import each other in a loop', folderLoops],
    ['a folder has at most 20 files', crowdedFolders],
    ['the name of a file means one thing', repeatedFileNames],
    ['the name of an export means one thing', repeatedExports],
    ['every file begins by saying what it owns', headProblems],
  ] as const)('%s', ([, problems]) => {
    expect(problems(src)).toEqual([]);
  });

  test('what a file exports another one imports', () => {
    const others = ['tests', 'bench', '.config'].flatMap((folder) => [
      ...readSources(join(ROOT, folder), ['.ts', '.tsx', '.mjs']).values(),
    ]);
    expect(exportProblems(src, [...src.values(), ...others])).toEqual([]);
  });

  test.for(['cli.ts', 'commands/list.ts', 'commands/show.ts'])(
    '%s loads neither the reader nor what it stands on',
    (entry) => {
      const loaded = [...loadedWith(entry, src)];
      expect(loaded.filter((name) => /^(?:tui\/|ink$|react$|open$)/.test(name))).toEqual([]);
    },
  );

  test('cli.ts loads no Markdown parser', () => {
    const loaded = [...loadedWith('cli.ts', src)];
    expect(loaded.filter((name) => /^marked/.test(name))).toEqual([]);
  });
});

/** Inline files that break a rule, and what is said of them. */
const broken: readonly (readonly [
  string,
  (sources: Sources) => readonly string[],
  Readonly<Record<string, string>>,
  readonly RegExp[],
])[] = [
  [
    'an import that goes up',
    floorProblems,
    { 'core/a.ts': "import { b } from '../library/b.ts';", 'library/b.ts': '' },
    [/core\/a\.ts imports library\/b\.ts/],
  ],
  [
    'a job, or the reader, that knows a command',
    floorProblems,
    {
      'jobs/a.ts': "import { call } from '../commands/call.ts';",
      'tui/b.ts': "import type { Call } from '../commands/call.ts';",
      'commands/call.ts': "import { a } from '../jobs/a.ts';",
    },
    [/^jobs\/a\.ts imports commands/, /^tui\/b\.ts imports commands/],
  ],
  [
    'an import between siblings, of a type and by a dynamic import',
    floorProblems,
    {
      'render/a.ts': "import type {\n  B,\n} from '../library/b.ts';",
      'library/b.ts': "const c = await import('../render/a.ts');",
    },
    [/render\/a\.ts imports library/, /library\/b\.ts imports render/],
  ],
  [
    'a package away from its owner, by a path into it too',
    ownerProblems,
    {
      'core/a.ts': "import fs from 'node:fs/promises';\nexport { x } from 'entities/decode';",
      'tui/state/state.ts': "import { useState } from 'react';",
      'tui/view/reader.tsx': "import { useState } from 'react';",
      'commands/call/flags.ts': "import meow from 'meow';",
      'commands/call/parse-call.ts': "import meow from 'meow';",
    },
    [/node:fs/, /entities/, /tui\/state\/state\.ts imports react/, /flags\.ts imports meow/],
  ],
  ['a package nobody owns', ownerProblems, { 'tui/a.ts': "import 'left-pad';" }, [/left-pad/]],
  [
    'the clock on a pure floor',
    purityProblems,
    { 'core/a.ts': 'const now = new Date();', 'tui/a.ts': 'const now = new Date();' },
    [/^core\/a\.ts uses new Date\(\)$/],
  ],
  [
    'a loop through three files',
    fileLoops,
    {
      'core/a.ts': "import { b } from './b.ts';",
      'core/b.ts': "export { c } from './c.ts';",
      'core/c.ts': "import type { A } from './a.ts';",
    },
    [/^core\/a\.ts → core\/b\.ts → core\/c\.ts → core\/a\.ts$/],
  ],
  [
    'a loop of a folder and a folder in it, by files that form none',
    folderLoops,
    {
      'core/a.ts': "import { b } from './query/b.ts';",
      'core/query/b.ts': '',
      'core/query/c.ts': "import type { D } from '../d.ts';",
      'core/d.ts': '',
    },
    [/^core → core\/query → core$/],
  ],
  [
    'a folder of 21 files, beside one of 20',
    crowdedFolders,
    Object.fromEntries(
      Array.from({ length: 41 }, (_, at) => [`${at % 2 ? 'text' : 'core'}/${at}.ts`, '']),
    ),
    [/^core has 21 files$/],
  ],
  [
    'two files of one name',
    repeatedFileNames,
    { 'core/a.ts': '', 'tui/a.tsx': '', 'text/ab.ts': '', 'intake/a.d.ts': '' },
    [/^a is in core\/a\.ts and tui\/a\.tsx and intake\/a\.d\.ts$/],
  ],
  [
    'a type, a function and a class of one name',
    repeatedExports,
    {
      'core/a.ts': 'export type Row = string;\ntype Line = string;',
      'text/b.ts':
        'export async function Row() {}\nexport interface Line {}\nexport type Rows = Row[];',
      'tui/c.ts': 'export abstract class Row {}',
    },
    [/^Row is in core\/a\.ts and text\/b\.ts and tui\/c\.ts$/],
  ],
  ['a file without a head', headProblems, { 'core/a.ts': 'const a = 1;\n' }, [/core\/a\.ts/]],
];

describe('a rule notices', () => {
  test.for(broken)('%s', ([, problems, files, said]) => {
    const found = problems(new Map(Object.entries(files)));
    expect(found).toHaveLength(said.length);
    said.forEach((pattern, at) => {
      expect(found[at]).toMatch(pattern);
    });
  });

  test('an export that another file only has a like one of', () => {
    const a = 'export const one = 1;\nexport type Two = 2;\nexport function three() {}';
    const b = "import { one } from './a.ts';\ntype T = import('../core/a.ts').Two;";
    const c = "import { three } from './d.ts';";
    const found = exportProblems(new Map([['core/a.ts', a]]), [a, b, c]);
    expect(found).toEqual(['core/a.ts exports three, which no other file imports']);
  });

  test('nothing in a comment', () => {
    const files = { 'core/a.ts': "// import { b } from '../library/b.ts';\n * new Date()\n" };
    const sources = new Map(Object.entries(files));
    expect([...floorProblems(sources), ...purityProblems(sources)]).toEqual([]);
  });

  test('a reader that list loads at second hand', () => {
    const files = {
      'commands/list.ts': "import { a } from './a.ts';\nconst b = import('./b.ts');",
      'commands/a.ts': "import { render } from 'ink';",
      'commands/b.ts': "import 'react';",
    };
    const loaded = loadedWith('commands/list.ts', new Map(Object.entries(files)));
    expect([...loaded]).toEqual(['commands/list.ts', 'commands/a.ts', 'ink']);
  });
});
