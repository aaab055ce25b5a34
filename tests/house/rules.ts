// The rules of the house as functions over sources: each returns what breaks it, as sentences.

import { posix } from 'node:path';
import { type Import, importsOf, type Sources } from './sources.ts';

/** What each floor may import beside itself; `launcher` runs before the program. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  text: ['core'],
  markdown: ['core', 'text'],
  render: ['core', 'text', 'markdown'],
  intake: ['core', 'text', 'markdown'],
  net: ['core', 'text', 'markdown'],
  library: ['core', 'text', 'markdown'],
  jobs: ['core', 'text', 'markdown', 'intake', 'net', 'library'],
  commands: ['core', 'text', 'markdown', 'render', 'intake', 'net', 'library', 'jobs'],
  tui: ['core', 'text', 'markdown', 'render', 'intake', 'net', 'library', 'jobs'],
  launcher: ['core', 'library', 'commands'],
};

/** Files at the top of src/, where everything comes together. */
const ENTRY = ['cli.ts', 'output.ts', 'pager.ts'];

/** The folders and files a package may be imported from; one that is not here may not be imported. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  'js-yaml': ['core/article'],
  'get-east-asian-width': ['text'],
  'bidi-js': ['text'],
  marked: ['markdown'],
  entities: ['markdown', 'intake'],
  'marked-terminal': ['render/page'],
  fflate: ['jobs/export'],
  'highlight.js': ['render/page'],
  'iconv-lite': ['intake/charset.ts'],
  'css-select': ['intake/page/html'],
  htmlparser2: ['intake/page/html'],
  sharp: ['library/pictures'],
  'smol-toml': ['library/config'],
  'image-size': ['library/pictures'],
  turndown: ['intake/page/html'],
  ink: ['tui'],
  react: ['tui'],
  open: ['tui/effects'],
  meow: ['commands/call/parse-call.ts'],
  'node:buffer': ['library'],
  'node:child_process': [
    ...['commands/call', 'jobs/programs', 'library/threads', 'pager.ts', 'tui/effects'],
  ],
  'node:crypto': ['library'],
  'node:dns': ['net/http'],
  'node:events': ['jobs/programs', 'tui'],
  'node:fs': ['library', 'tui/terminal', 'launcher', 'output.ts'],
  'node:http': ['net/http'],
  'node:https': ['net/http'],
  'node:module': ['library'],
  'node:net': ['net/http', 'library'],
  'node:os': ['library'],
  'node:path': ['library', 'jobs', 'commands', 'tui', 'launcher', 'cli.ts'],
  'node:process': ['tui', 'cli.ts', 'output.ts'],
  'node:stream': ['pager.ts', 'tui'],
  'node:tty': ['tui'],
  'node:url': ['commands', 'jobs/import', 'tui/effects'],
  'node:v8': ['library', 'launcher'],
  'node:vm': ['launcher'],
  'node:worker_threads': ['library/threads'],
  'node:zlib': ['net/http'],
};

/** Floors that compute only: no package of Node's at all, by OWNERS; no reach for its globals. */
const PURE = ['core', 'text', 'markdown', 'render'];
const IMPURE =
  /\b(?:process\.|Date\.now\(|new Date\(\)|Math\.random\(|console\.|fetch\(|require\()/;

/** The reader's state and its keys are plain functions, whoever owns these. */
const PLAIN = /^tui\/(?:state|input)\//;
const NOT_PLAIN = /^(?:ink|react|node:.*)$/;

/** Files that may lie directly in a folder. */
const MOST_FILES = 20;

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
    const isOwner = OWNERS[packageOf(target)]?.some((owner) => `${path}/`.startsWith(`${owner}/`));
    if (isOwner && !(PLAIN.test(path) && NOT_PLAIN.test(target))) return [];
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

/** Loops of files that import each other, types included, each named once. */
export function fileLoops(sources: Sources): readonly string[] {
  return loopsIn(sources, (path) => path);
}

/** Loops of folders whose files import each other; the files in a folder do not count to its parent. */
export function folderLoops(sources: Sources): readonly string[] {
  return loopsIn(sources, posix.dirname);
}

function loopsIn(sources: Sources, nameOf: (path: string) => string): readonly string[] {
  const targets = new Map<string, Set<string>>();
  for (const path of sources.keys()) targets.set(nameOf(path), new Set());
  for (const [path, { target, isPackage }] of everyImport(sources)) {
    if (!isPackage && nameOf(path) !== nameOf(target)) {
      targets.get(nameOf(path))?.add(nameOf(target));
    }
  }
  const loops = new Set<string>();
  const done = new Set<string>();
  const visit = (name: string, trail: readonly string[]): void => {
    const at = trail.indexOf(name);
    if (at !== -1) loops.add([...trail.slice(at), name].join(' → '));
    if (at !== -1 || done.has(name)) return;
    for (const target of targets.get(name) ?? []) visit(target, [...trail, name]);
    done.add(name);
  };
  for (const name of targets.keys()) visit(name, []);
  return [...loops];
}

/** Folders with more files than one looks through at a glance. */
export function crowdedFolders(sources: Sources): readonly string[] {
  const folders = groupBy(sources.keys(), posix.dirname);
  return Array.from(folders)
    .filter(([, paths]) => paths.length > MOST_FILES)
    .map(([folder, paths]) => `${folder} has ${paths.length} files`);
}

/** Names of files, without their endings, that mean two things. */
export function repeatedFileNames(sources: Sources): readonly string[] {
  const names = groupBy(sources.keys(), (path) => posix.basename(path).replace(/\..*$/, ''));
  return repeats(names);
}

const EXPORTED =
  /^export (?:(?:async|abstract|declare) )*(?:type|interface|class|enum|const|function\*?) (\w+)/gm;

/** Names of exports that mean two things. */
export function repeatedExports(sources: Sources): readonly string[] {
  const found = Array.from(sources).flatMap(([path, text]) =>
    Array.from(text.matchAll(EXPORTED), ([, name = '']) => ({ path, name })),
  );
  const names = groupBy(found, ({ name }) => name);
  return repeats(new Map(Array.from(names, ([name, all]) => [name, all.map(({ path }) => path)])));
}

function repeats(names: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return Array.from(names)
    .filter(([, paths]) => paths.length > 1)
    .map(([name, paths]) => `${name} is in ${paths.join(' and ')}`);
}

function groupBy<Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** Exports that no other file has a word of, of those that import the file. */
export function exportProblems(sources: Sources, users: Iterable<string>): readonly string[] {
  const imports = Array.from(users).flatMap((text) =>
    Array.from(text.matchAll(/\/([\w-]+\.tsx?)'/g), ([, name = '']) => ({ name, text })),
  );
  const importers = groupBy(imports, ({ name }) => name);
  return Array.from(sources).flatMap(([path, text]) => {
    const others = importers.get(posix.basename(path)) ?? [];
    return Array.from(text.matchAll(EXPORTED), ([, name = '']) => name)
      .filter((name) => !others.some((other) => RegExp(`\\b${name}\\b`).test(other.text)))
      .map((name) => `${path} exports ${name}, which no other file imports`);
  });
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
