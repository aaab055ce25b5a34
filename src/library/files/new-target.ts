// What is made outside the library, a file or a folder: seen whole or not at all.
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { ExportedFile } from '../../core/article/exported-article.ts';
import { NewsprintError, quoteValue } from '../../core/errors.ts';
import { flush, flushBeside, flushNames } from './flush.ts';
import { inFolder, makeFolder, makeOneFolder } from './folders.ts';
import { randomName } from './random-name.ts';
import { systemCode, writeError } from './system-error.ts';
import { moveToFreeName, removeDraft, removeLeftovers } from './temporary-file.ts';

type Data = string | Uint8Array;

interface NewTarget {
  /** As the user wrote it. */
  readonly name: string;
  readonly path: string;
  /** Whether what is there is replaced, in a folder file by file. */
  readonly isForced: boolean;
}

/** Of drafts: what a crash left of them is removed by the next one. */
const DRAFT = '.newsprint-';

/**
 * Writes a file from pieces as they come. Until it is whole and on the disk, what was there stays. A
 * device or a pipe gets the pieces as they come.
 * @throws NewsprintError where it is there and not forced, or where the system refuses
 */
export async function writeNewFile(target: NewTarget, pieces: AsyncIterable<Data>): Promise<void> {
  await refusedAt(target, async () => {
    const stats = statSync(target.path, { throwIfNoEntry: false });
    if (stats?.isDirectory()) {
      const hint = `name a file in it: -o ${join(target.name, 'NAME')}`;
      throw new NewsprintError(`${quoteValue(target.name)} is a folder`, { hint });
    }
    if (stats?.isFile() === false) return writePieces(target.path, 'w', pieces);
    if (stats && !target.isForced) throw isThere(target.name);
    const path = stats ? realpathSync(target.path) : target.path;
    const draft = draftBeside(path);
    try {
      await writePieces(draft, 'wx', pieces, stats?.mode);
      if (target.isForced) renameSync(draft, path);
      else if (!moveToFreeName(draft, path)) throw isThere(target.name);
      flush(dirname(path));
    } finally {
      removeDraft(draft);
    }
  });
}

async function writePieces(
  path: string,
  flags: string,
  pieces: AsyncIterable<Data>,
  mode?: number,
): Promise<void> {
  const file = openSync(path, flags, mode);
  try {
    for await (const piece of pieces) writeFileSync(file, piece);
    if (flags === 'wx') fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

type NewFiles = AsyncIterable<ExportedFile>;

/**
 * Makes a folder of files as they come; one that is there and not empty is added to only where that
 * is forced.
 * @param root of the library, which is no place for it
 * @throws NewsprintError as `writeNewFile`
 */
export async function writeNewFolder(
  target: NewTarget,
  files: NewFiles,
  root: string,
): Promise<void> {
  await refusedAt(target, async () => {
    const { path, isEmpty } = folderPlace(target, root);
    const draft = draftBeside(path);
    try {
      const made = await writeInto(draft, files);
      if (isEmpty) renameSync(draft, path);
      else for (const file of made) moveInto(draft, path, file);
      flush(dirname(path));
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  });
}

/** Where the folder will be, and whether nothing is there. */
function folderPlace({ name, path: wanted, isForced }: NewTarget, root: string) {
  const stats = statSync(wanted, { throwIfNoEntry: false });
  if (stats?.isDirectory() === false) throw new NewsprintError(`${quoteValue(name)} is no folder`);
  const path = stats === undefined ? resolve(wanted) : realpathSync(wanted);
  if (`${path}${sep}`.startsWith(`${realpathSync(root)}${sep}`)) {
    const hint = 'name a folder elsewhere';
    throw new NewsprintError(`${quoteValue(name)} is in the library`, { hint });
  }
  const isEmpty = stats === undefined || readdirSync(path).length === 0;
  if (!isEmpty && !isForced) throw isThere(name);
  return { path, isEmpty };
}

type MadeFile = Omit<ExportedFile, 'data'>;

async function writeInto(folder: string, files: NewFiles): Promise<readonly MadeFile[]> {
  const made: MadeFile[] = [];
  makeOneFolder(folder);
  for await (const { data, ...file } of files) {
    const { path } = file;
    const place = join(folder, path);
    if (path.endsWith('/')) makeFolder(place);
    else inFolder(place, () => writeFileSync(place, data, { flag: 'wx' }));
    made.push(file);
  }
  const names = made.map(({ path }) => path);
  const paths = names.filter((name) => !name.endsWith('/')).map((name) => join(folder, name));
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    await Promise.all(paths.slice(at, at + AT_ONCE).map(flushBeside));
  }
  flushNames(folder, names);
  return made;
}

/** Files that are flushed at a time: the system does it for all of them at once. */
const AT_ONCE = 64;

function moveInto(draft: string, folder: string, { path, insteadOf = [] }: MadeFile): void {
  const place = join(folder, path);
  makeFolder(path.endsWith('/') ? place : dirname(place));
  if (!path.endsWith('/')) renameSync(join(draft, path), place);
  for (const other of insteadOf) if (other !== path) rmSync(join(folder, other), { force: true });
}

function draftBeside(path: string): string {
  removeLeftovers(dirname(path), DRAFT);
  return join(dirname(path), `${DRAFT}${randomName()}`);
}

function isThere(name: string): NewsprintError {
  const hint = '--force writes over it';
  return new NewsprintError(`${quoteValue(name)} is there already`, { hint });
}

async function refusedAt({ name }: NewTarget, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof NewsprintError || systemCode(error) === '') throw error;
    throw writeError(`cannot write ${quoteValue(name)}`, error);
  }
}
