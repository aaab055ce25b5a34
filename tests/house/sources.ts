// Reads the project's own code for the rules of the house: files, imports, functions.

import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Path (from the folder read, with `/`) → text. */
export type Sources = ReadonlyMap<string, string>;

export interface Import {
  /** A package, or the imported file's path in `Sources`. */
  readonly target: string;
  readonly isPackage: boolean;
  /** Loaded when the line runs, not when the file is. */
  readonly isDynamic: boolean;
  /** Gone once the types are. */
  readonly isType: boolean;
}

/** Every file under a folder whose name ends in one of the endings. */
export function readSources(folder: string, endings: readonly string[]): Sources {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    endings.some((ending) => name.endsWith(ending)),
  );
  const entries = names.sort().map((name) => {
    return [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')] as const;
  });
  return new Map(entries);
}

/** The files of src/. */
export function readSrc(): Sources {
  return readSources(join(ROOT, 'src'), ['.ts', '.tsx']);
}

const STATIC = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
const DYNAMIC = /\b(?:import|getBuiltinModule)\('([^']+)'\)/g;

/** What a file imports, in its order; comments are no imports. */
export function importsOf(path: string, text: string): readonly Import[] {
  const code = text.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  const fixed = Array.from(code.matchAll(STATIC), ([, type, target = '']) =>
    toImport(path, target, { isDynamic: false, isType: type !== undefined }),
  );
  const dynamic = Array.from(code.matchAll(DYNAMIC), ([, target = '']) =>
    toImport(path, target, { isDynamic: true, isType: false }),
  );
  return [...fixed, ...dynamic];
}

function toImport(
  from: string,
  written: string,
  kind: Pick<Import, 'isDynamic' | 'isType'>,
): Import {
  const isPackage = !written.startsWith('.');
  const target = isPackage ? written : posix.join(posix.dirname(from), written);
  return { target, isPackage, ...kind };
}

/** Every file that is loaded with a file, and the packages they load. */
export function loadedWith(entry: string, sources: Sources): ReadonlySet<string> {
  const loaded = new Set<string>();
  const visit = (path: string): void => {
    if (loaded.has(path)) return;
    loaded.add(path);
    const imports = importsOf(path, sources.get(path) ?? '');
    for (const { target, isDynamic, isType } of imports) if (!isDynamic && !isType) visit(target);
  };
  visit(entry);
  return loaded;
}

const FUNCTION =
  /^(\s*)(?:export )?(?:default )?(?:async )?(?:function\b.*|const \w+ = (?:async )?(?:<.*>)?\(.*|(?:get |static |async |private )*(?:'[\w-]+'|[\w#]+)(?:<.*>)?\(.*)[{(,]$/;
const NO_FUNCTION = /^\s*(?:if|for|while|switch|catch|return|do|else|try)\b/;

/** A function of a formatted file: the line where it begins, from 0, and how many it has. */
interface FunctionLines {
  readonly start: number;
  readonly length: number;
}

/** Each function of a formatted file from its signature to its closing brace, both included. */
export function functionsOf(text: string): readonly FunctionLines[] {
  const lines = text.split('\n');
  return lines.flatMap((line, start) => {
    const indent = NO_FUNCTION.test(line) ? undefined : FUNCTION.exec(line)?.[1];
    if (indent === undefined) return [];
    const after = lines.slice(start + 1);
    const isAtIndent = (one: string, sign: RegExp) =>
      one.startsWith(indent) && sign.test(one.slice(indent.length));
    // A signature of many lines ends in one that opens the body; a call of as many ends otherwise.
    const isWhole = line.endsWith('{') && !line.endsWith('({');
    const opening = isWhole ? line : after.find((one) => isAtIndent(one, /^[)}]/));
    if (opening?.endsWith('{') !== true) return [];
    const length = after.findIndex((one) => isAtIndent(one, /^\}[;,)]*$/));
    return length === -1 ? [] : [{ start, length: length + 2 }];
  });
}

/** The lines that each function takes. */
export function functionLengths(text: string): readonly number[] {
  return functionsOf(text).map(({ length }) => length);
}
