// JSON Schema, as much of it as says what newsprint prints.

/** @see https://json-schema.org/draft/2020-12 */
export type JsonSchema = Readonly<Record<string, unknown>>;

export const TEXT: JsonSchema = { type: 'string' };
export const TEXT_OR_NULL: JsonSchema = { type: ['string', 'null'] };
export const BOOLEAN: JsonSchema = { type: 'boolean' };
export const COUNT: JsonSchema = { type: 'integer', minimum: 0 };
export const COUNT_OR_NULL: JsonSchema = { type: ['integer', 'null'], minimum: 0 };

export function listOf(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

/** An object that has these keys, all of them and no other. */
export function objectSchema(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}
