// Which file has an ID that several files want, and which are copies of it.

import { hashText } from '../../../core/hash-text.ts';
import { assignIds, type FoundFiles, groupOf } from '../../articles/assign-ids.ts';
import { copyProblems, isCopyRemoved } from '../../articles/conflict-copies.ts';
import { fileId } from '../../files/file-names.ts';
import { FLAG } from '../tables/columns.ts';
import { number, text } from '../tables/engine.ts';
import type { IndexWriter } from '../tables/index-writer.ts';

/** Gives the IDs whose files came or went to the files that have them now. */
export function updateOwners(writer: IndexWriter): void {
  for (const folded of writer.contested) updateOwner(writer, folded);
  writer.contested.clear();
}

function updateOwner(writer: IndexWriter, folded: string): void {
  const { database } = writer;
  const hash = hashText(folded);
  const find = database.statement('SELECT key, path, id FROM doc WHERE folded = ?');
  const rows = find.all(hash).filter(([, , id]) => groupOf(text(id)) === folded);
  const assigned = assignIds(
    writer.root,
    rows.map(([, path]) => text(path)),
  );
  const owners = new Set(assigned.files.map(({ path }) => path));
  for (const [key, path] of rows) setOwner(writer, number(key), owners.has(text(path)));
  database.statement('DELETE FROM id_problem WHERE folded = ?').run(hash);
  putProblems(writer, assigned);
}

/** Gives all IDs of a new index their files, of which these are the keys. */
export function assignOwners(writer: IndexWriter, keys: ReadonlyMap<string, number>): void {
  const assigned = assignIds(writer.root, [...keys.keys()]);
  for (const { path } of assigned.files) setOwner(writer, keys.get(path) ?? 0, true);
  putProblems(writer, assigned);
  writer.contested.clear();
}

/** Of a copy that was removed there is nothing to say any more. */
function putProblems({ database, states }: IndexWriter, { problems, copies }: FoundFiles): void {
  const left = copies.filter((copy) => !isCopyRemoved(copy, (id) => states.state({ id }).removed));
  const put = database.statement('INSERT INTO id_problem VALUES (?, ?, ?)');
  for (const { path, message } of [...problems, ...copyProblems(left)]) {
    put.run(path, hashText(groupOf(fileId(path))), message);
  }
}

function setOwner({ columns: { flags }, moved }: IndexWriter, key: number, isOwner: boolean): void {
  const before = flags.get(key);
  const after = isOwner ? before | FLAG.owner : before & ~FLAG.owner;
  if (before === after) return;
  flags.set(key, after);
  moved.add(key);
}
