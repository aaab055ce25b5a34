// Holds a value against a JSON Schema, as much of one as newsprint prints.

import { isObject } from '../../../src/core/json.ts';
import type { JsonSchema } from '../../../src/core/json-schema.ts';

/** Where the value does not fit, a line each: `/figures/0/alt: no string`. */
export function schemaProblems(
  schema: JsonSchema,
  value: unknown,
  root: JsonSchema = schema,
  path = '',
): readonly string[] {
  const within = (part: JsonSchema, item: unknown, name: string | number) =>
    schemaProblems(part, item, root, `${path}/${name}`);
  return Object.entries(schema).flatMap(([keyword, says]): readonly string[] => {
    const no = (what: string): readonly string[] => [`${path}: ${what}`];
    switch (keyword) {
      case '$schema':
      case '$defs':
      case 'title':
      case 'description':
        return [];
      case '$ref':
        return schemaProblems(definition(root, String(says)), value, root, path);
      case 'const':
        return value === says ? [] : no(`not ${says}`);
      case 'enum':
        return partsOf(says).includes(value) ? [] : no(`none of ${says}`);
      case 'type':
        return [says].flat().some((type) => isOfType(value, type)) ? [] : no(`no ${says}`);
      case 'minimum':
        return typeof value !== 'number' || value >= Number(says) ? [] : no(`under ${says}`);
      case 'maximum':
        return typeof value !== 'number' || value <= Number(says) ? [] : no(`over ${says}`);
      case 'anyOf': {
        const each = schemasOf(says).map((one) => schemaProblems(one, value, root, path));
        return each.some((problems) => problems.length === 0) ? [] : each.flat();
      }
      case 'items':
        return partsOf(value).flatMap((item, at) => (isObject(says) ? within(says, item, at) : []));
      case 'required':
        return partsOf(says).flatMap((key) =>
          isObject(value) && !Object.hasOwn(value, String(key)) ? no(`without ${key}`) : [],
        );
      case 'properties':
        return Object.entries(isObject(value) ? value : {}).flatMap(([key, item]) => {
          const part = isObject(says) ? says[key] : undefined;
          if (isObject(part)) return within(part, item, key);
          return schema['additionalProperties'] === false ? no(`with ${key}`) : [];
        });
      case 'additionalProperties':
        return says === false ? [] : no('only false is known of other properties');
      default:
        throw new Error(`unknown keyword ${keyword} of a schema`);
    }
  });
}

function definition(root: JsonSchema, ref: string): JsonSchema {
  const { $defs } = root;
  const found = isObject($defs) ? $defs[ref.replace('#/$defs/', '')] : undefined;
  if (!isObject(found)) throw new Error(`no ${ref} in the schema`);
  return found;
}

function partsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function schemasOf(value: unknown): readonly JsonSchema[] {
  return partsOf(value).filter(isObject);
}

function isOfType(value: unknown, type: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'null') return value === null;
  return type === 'object' ? isObject(value) : typeof value === type;
}
