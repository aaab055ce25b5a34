// Which file has an ID that several files want.
import type { Problem } from '../../../core/errors.ts';
import { assignIds, foldId } from '../../articles/scan-folder.ts';
import { fileId } from '../../files/file-names.ts';
import { FLAG } from '../tables/columns.ts';
import { number, text } from '../tables/engine.ts';
import { hashText } from '../tables/hash-text.ts';
import type { IndexWriter } from '../tables/index-writer.ts';
import type { KnownFile } from '../tables/manifest.ts';

/** Gives the IDs whose files came or went to the files that have them now. */
export function updateOwners(writer: IndexWriter): void {
  for (const folded of writer.contested) updateOwner(writer, folded);
  writer.contested.clear();
}

function updateOwner(writer: IndexWriter, folded: string): void {
  const { database } = writer;
  const hash = hashText(folded);
  const find = database.statement('SELECT key, path, id FROM doc WHERE folded = ?');
  const rows = find.all(hash).filter(([, , id]) => foldId(text(id)) === folded);
  const assigned = assignIds(rows.map(([, path]) => text(path)));
  const owners = new Set(assigned.files.map(({ path }) => path));
  for (const [key, path] of rows) setOwner(writer, number(key), owners.has(text(path)));
  database.statement('DELETE FROM id_problem WHERE folded = ?').run(hash);
  putProblems(writer, assigned.problems);
}

/** Gives all IDs of a new index their files, by path. */
export function assignOwners(writer: IndexWriter, known: ReadonlyMap<string, KnownFile>): void {
  const readable = [...known].filter(([, { key }]) => key !== 0);
  const { files, problems } = assignIds(readable.map(([path]) => path));
  for (const { path } of files) setOwner(writer, known.get(path)?.key ?? 0, true);
  putProblems(writer, problems);
  writer.contested.clear();
}

function putProblems({ database }: IndexWriter, problems: readonly Problem[]): void {
  const put = database.statement('INSERT INTO id_problem VALUES (?, ?, ?)');
  for (const { path, message } of problems) {
    put.run(path, hashText(foldId(fileId(path.slice(path.lastIndexOf('/') + 1)))), message);
  }
}

function setOwner({ columns: { flags }, moved }: IndexWriter, key: number, isOwner: boolean): void {
  const before = flags.get(key);
  const after = isOwner ? before | FLAG.owner : before & ~FLAG.owner;
  if (before === after) return;
  flags.set(key, after);
  moved.add(key);
}
