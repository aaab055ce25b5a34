// The rules of the house as functions over sources: each returns what breaks it, as sentences.

import { type Import, importsOf, type Sources } from './sources.ts';

/** What each floor may import beside itself; `launcher` runs before the program. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  text: ['core'],
  markdown: ['core', 'text'],
  render: ['core', 'text', 'markdown'],
  intake: ['core', 'text', 'markdown'],
  library: ['core', 'text', 'markdown'],
  jobs: ['core', 'text', 'markdown', 'intake', 'library', 'commands'],
  commands: ['core', 'text', 'markdown', 'render', 'intake', 'library', 'jobs'],
  tui: ['core', 'text', 'markdown', 'render', 'intake', 'library', 'jobs', 'commands'],
  launcher: ['library', 'commands'],
};

/** Files at the top of src/, where everything comes together. */
const ENTRY = ['cli.ts', 'output.ts'];

/** The floors a package may be imported from; a package that is not here may not be imported. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  'js-yaml': ['core'],
  valibot: ['core'],
  'string-width': ['text'],
  marked: ['markdown'],
  entities: ['markdown', 'intake'],
  htmlparser2: ['intake'],
  'marked-terminal': ['render'],
  '@mozilla/readability': ['intake'],
  'iconv-lite': ['intake'],
  linkedom: ['intake'],
  sax: ['intake'],
  turndown: ['intake'],
  ink: ['tui'],
  react: ['tui'],
  open: ['tui'],
  meow: ['cli.ts'],
  'node:child_process': ['commands', 'tui'],
  'node:crypto': ['library'],
  'node:events': ['tui'],
  'node:fs': ['library', 'tui', 'launcher', 'output.ts'],
  'node:module': ['library'],
  'node:net': ['library'],
  'node:os': ['library', 'tui'],
  'node:path': ['library', 'jobs', 'commands', 'tui', 'launcher'],
  'node:process': ['tui', 'cli.ts', 'output.ts'],
  'node:stream': ['tui'],
  'node:tty': ['tui'],
  'node:url': ['library', 'cli.ts'],
  'node:v8': ['library', 'launcher'],
  'node:vm': ['launcher'],
  'node:worker_threads': ['library', 'jobs', 'tui'],
};

/** Floors that compute only: no package of Node's at all, by OWNERS; no reach for its globals. */
const PURE = ['core', 'text', 'markdown', 'render'];
const IMPURE =
  /\b(?:process\.|Date\.now\(|new Date\(\)|Math\.random\(|console\.|fetch\(|require\()/;

/** The files of tui/ and library/ that may not import these, though their floor may. */
const CLOSED: readonly (readonly [RegExp, RegExp])[] = [
  [/^tui\/(?:state\/.*|input\/.*)$/, /^(?:ink|react|node:.*)$/],
  [/^tui\/(?!terminal\/).*$/, /^node:fs$/],
];

/** Imports that go up, or sideways between siblings. */
export function floorProblems(sources: Sources): readonly string[] {
  return everyImport(sources).flatMap(([path, { target, isPackage }]) => {
    const from = floorOf(path);
    const to = floorOf(target);
    if (isPackage || ENTRY.includes(from) || from === to || FLOORS[from]?.includes(to)) return [];
    return [`${path} imports ${target}: ${from} stands below or beside ${to}`];
  });
}

/** Packages imported away from their owner. */
export function ownerProblems(sources: Sources): readonly string[] {
  return everyImport(sources).flatMap(([path, { target, isPackage }]) => {
    if (!isPackage) return [];
    const isClosed = CLOSED.some(([paths, names]) => paths.test(path) && names.test(target));
    if (OWNERS[packageOf(target)]?.includes(floorOf(path)) && !isClosed) return [];
    return [`${path} imports ${target}, which it does not own`];
  });
}

/** Reaches for the clock, the environment or the console on a pure floor. */
export function purityProblems(sources: Sources): readonly string[] {
  return Array.from(sources).flatMap(([path, text]) => {
    if (!PURE.includes(floorOf(path))) return [];
    const code = text.replaceAll(/^\s*(?:\/\/|\/?\*).*$|\/\*\*.*?\*\//gm, '');
    const found = IMPURE.exec(code);
    return found === null ? [] : [`${path} uses ${found[0]}`];
  });
}

/** Loops of imports, types included, each named once by its files. */
export function importLoops(sources: Sources): readonly string[] {
  const loops = new Set<string>();
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at !== -1) loops.add([...trail.slice(at), path].join(' → '));
    if (at !== -1 || done.has(path)) return;
    for (const { target, isPackage } of importsOf(path, sources.get(path) ?? '')) {
      if (!isPackage) visit(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of sources.keys()) visit(path, []);
  return [...loops];
}

/** Files whose first line is no sentence in a `//` comment. */
export function headProblems(sources: Sources): readonly string[] {
  return Array.from(sources)
    .filter(([, text]) => !/^\/\/ .*\.$/.test(text.split('\n', 1)[0] ?? ''))
    .map(([path]) => `${path} does not begin by saying what it owns`);
}

function everyImport(sources: Sources): readonly (readonly [string, Import])[] {
  return Array.from(sources).flatMap(([path, text]) =>
    importsOf(path, text).map((one) => [path, one] as const),
  );
}

/** `core` of `core/query/query.ts`; a file at the top is a floor of its own. */
function floorOf(path: string): string {
  return path.split('/', 1)[0] ?? path;
}

/** `entities` of `entities/decode`, `@a/b` of `@a/b/c`; `node:fs` of `node:fs/promises`. */
function packageOf(target: string): string {
  const parts = target.split('/');
  return parts.slice(0, target.startsWith('@') ? 2 : 1).join('/');
}
