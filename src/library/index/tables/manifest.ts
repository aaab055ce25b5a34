// Manifests: what the index knows of the files of one folder, to tell which of them changed.

/** A file as it was when it was read. */
export interface SeenFile {
  /** In ms; -1 where it must be read again: it was being written, or could not be read. */
  readonly mtime: number;
  readonly size: number;
  readonly ino: number;
}

/** A file of a folder. */
export interface KnownFile extends SeenFile {
  /** 0 where it could not be read. */
  readonly key: number;
}

/**
 * The names in a folder as the system lists them, a line each, and for each four numbers: key,
 * time, size and inode. The numbers change with every file, the names seldom.
 */
export interface Manifest {
  readonly names: string;
  readonly numbers: Float64Array;
}

const NUMBERS = 4;
/** In the place of the key of what is no article. */
export const NO_ARTICLE = -1;

/** @param names all that is in the folder, also what is no article */
export function encodeManifest(
  names: readonly string[],
  files: ReadonlyMap<string, KnownFile>,
): Manifest {
  const numbers = new Float64Array(names.length * NUMBERS);
  for (const [at, name] of names.entries()) setKnown(numbers, at, files.get(name) ?? NOTHING);
  return { names: names.join('\n'), numbers };
}

const NOTHING: KnownFile = { key: NO_ARTICLE, mtime: 0, size: 0, ino: 0 };
/** A file that could not be read. */
export const UNREADABLE: KnownFile = { key: 0, mtime: -1, size: 0, ino: 0 };

/** What is known of the name at this place. */
export function knownFile(numbers: Float64Array, at: number): KnownFile {
  const start = at * NUMBERS;
  const [key = NO_ARTICLE, mtime = -1, size = 0, ino = 0] = numbers.subarray(
    start,
    start + NUMBERS,
  );
  return { key, mtime, size, ino };
}

/** Sets what is known of the name at this place. */
export function setKnown(numbers: Float64Array, at: number, file: KnownFile): void {
  const { key, mtime, size, ino } = file;
  numbers.set([key, mtime, size, ino], at * NUMBERS);
}

/** The articles of a manifest by name. */
export function decodeManifest({ names, numbers }: Manifest): Map<string, KnownFile> {
  const files = new Map<string, KnownFile>();
  if (numbers.length === 0) return files;
  for (const [at, name] of names.split('\n').entries()) {
    const file = knownFile(numbers, at);
    if (file.key !== NO_ARTICLE) files.set(name, file);
  }
  return files;
}

/** Whether a file is as it was. */
export function isSame(
  known: SeenFile,
  stats: { mtimeMs: number; size: number; ino: number },
): boolean {
  const { mtime, size, ino } = known;
  return mtime === stats.mtimeMs && size === stats.size && ino === stats.ino;
}
