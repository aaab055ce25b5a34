// The keys of JSON objects that a call picks: `--json=id,title`.
import { nearest } from '../../core/nearest.ts';
import { type Call, flagValue, usageError } from '../call/call.ts';

/** What is printed of an object. */
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
  const fields = given.split(',').filter((field) => field !== '');
  const odd = fields.find((field) => !known.includes(field));
  if (odd !== undefined) {
    const way = `choose from: ${known.join(', ')}`;
    throw usageError(`--json knows no field '${odd}'; ${way}`, undefined, nearest(odd, known));
  }
  return (object) => Object.fromEntries(fields.map((field) => [field, Reflect.get(object, field)]));
}
