// Which file has an ID that several files want, and which are copies of it.
import { hashText } from '../../../core/hash-text.ts';
import { assignIds, groupOf } from '../../articles/assign-ids.ts';
import { copyProblems, isCopyRemoved } from '../../articles/conflict-copies.ts';
import { fileId } from '../../files/file-names.ts';
import { FLAG } from '../tables/columns.ts';
import { number, text } from '../tables/engine.ts';
import type { IndexWriter } from '../tables/index-writer.ts';

/** Gives the IDs whose files came or went to the files that have them now. */
export function updateOwners(writer: IndexWriter): void {
  const { root, database, states, contested } = writer;
  const list = 'IN (SELECT value FROM json_each(?))';
  const hashes = JSON.stringify(Array.from(contested, hashText));
  const found = database
    .statement(`SELECT key, path, id FROM doc WHERE folded ${list}`)
    .all(hashes);
  const rows = found.filter(([, , id]) => contested.has(groupOf(text(id))));
  const assigned = assignIds(
    root,
    rows.map(([, path]) => text(path)),
  );
  const owners = new Set(assigned.files.map(({ path }) => path));
  for (const [key, path] of rows) setOwner(writer, number(key), owners.has(text(path)));
  const isRemoved = (id: string): boolean => states.state({ id }).removed;
  // Of a copy that was removed there is nothing to say any more.
  const copies = assigned.copies.filter((copy) => !isCopyRemoved(copy, isRemoved));
  database.statement(`DELETE FROM id_problem WHERE folded ${list}`).run(hashes);
  const put = database.statement('INSERT INTO id_problem VALUES (?, ?, ?)');
  for (const { path, message } of [...assigned.problems, ...copyProblems(copies)]) {
    put.run(path, hashText(groupOf(fileId(path))), message);
  }
  contested.clear();
}

function setOwner({ columns: { flags }, moved }: IndexWriter, key: number, isOwner: boolean): void {
  const before = flags.get(key);
  const after = isOwner ? before | FLAG.owner : before & ~FLAG.owner;
  if (before === after) return;
  flags.set(key, after);
  moved.add(key);
}
