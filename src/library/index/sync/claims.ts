// Claims: which file has an ID that several files want.
import type { Problem } from '../../../core/errors.ts';
import { assignIds, foldId } from '../../articles/scan-folder.ts';
import { FLAG } from '../tables/columns.ts';
import type { Writer } from '../tables/doc-writer.ts';
import { number, text } from '../tables/engine.ts';
import { hashText } from '../tables/hash.ts';

/** Settles the IDs whose files came or went. */
export function settleClaims(writer: Writer): void {
  for (const folded of writer.contested) settle(writer, folded);
  writer.contested.clear();
}

function settle(writer: Writer, folded: string): void {
  const { database } = writer;
  const hash = hashText(folded);
  const rows = database
    .statement('SELECT key, path, id FROM doc WHERE folded = ?')
    .all(hash)
    .filter(([, , id]) => foldId(text(id)) === folded);
  const claims = assignIds(rows.map(([, path]) => text(path)));
  const owners = new Set(claims.files.map(({ path }) => path));
  for (const [key, path] of rows) setOwner(writer, number(key), owners.has(text(path)));
  database.statement('DELETE FROM claim WHERE folded = ?').run(hash);
  putClaims(writer, claims.problems, hash);
}

/** Settles all of them at once, in an index that has none settled. */
export function settleAll(writer: Writer, keys: ReadonlyMap<string, number>): void {
  const { files, problems } = assignIds([...keys.keys()]);
  for (const { path } of files) setOwner(writer, keys.get(path) ?? 0, true);
  for (const problem of problems) {
    const name = problem.path.slice(problem.path.lastIndexOf('/') + 1);
    putClaims(writer, [problem], hashText(foldId(name.replace(/\.md$/, '').normalize('NFC'))));
  }
  writer.contested.clear();
}

function putClaims({ database }: Writer, problems: readonly Problem[], hash: number): void {
  const put = database.statement('INSERT INTO claim VALUES (?, ?, ?)');
  for (const { path, message } of problems) put.run(path, hash, message);
}

function setOwner({ columns: { flags }, moved }: Writer, key: number, isOwner: boolean): void {
  const before = flags.get(key);
  const after = isOwner ? before | FLAG.owner : before & ~FLAG.owner;
  if (before === after) return;
  flags.set(key, after);
  moved.add(key);
}
