// The keys of JSON objects that a call picks: `--json=id,title`.
import { type Call, flagValue, hasFlag, type Io, unknownName } from '../call/call.ts';

export type PickFields = (object: object) => object;

/**
 * All of it, or the fields that `--json` names, in their order.
 * @throws NewsprintError `usage` for a field that the verb's objects have not
 */
export async function readPick(call: Call): Promise<PickFields> {
  const given = flagValue(call, 'json');
  if (given === undefined) return (object) => object;
  const { fieldsOf } = await import('./output-schema.ts');
  const known = fieldsOf(call.verb);
  const fields = given.split(/[, ]+/).filter((field) => field !== '');
  const odd = fields.find((field) => !known.includes(field));
  if (odd !== undefined) throw unknownName('--json knows no field', odd, known);
  return (object) => Object.fromEntries(fields.map((field) => [field, Reflect.get(object, field)]));
}

/** Says how a field is picked where its name is a word of the query: `--json title`. */
export async function noteWordOfField(call: Call, io: Io): Promise<void> {
  const { verb, words } = call;
  if (words.length === 0 || !hasFlag(call, 'json') || flagValue(call, 'json') !== undefined) return;
  const { fieldsOf } = await import('./output-schema.ts');
  const field = fieldsOf(verb).find((name) => words.includes(name));
  if (field !== undefined) io.note(`'${field}' is looked for; --json=${field} picks that key`);
}
