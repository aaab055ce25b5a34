// JSON read without a throw, and written so that no byte of it can reach the terminal as a control.
import { tryOr } from './try-or.ts';

const UNSAFE = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * The value as JSON in which DEL, C1, line separators and bidi controls are escaped too; C0 is
 * always escaped (RFC 8259 §7).
 * @param indent columns of indentation a level; 0 is one line
 */
export function formatJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, undefined, indent).replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The value of a text; `undefined` for what is no JSON. */
export function parseJson(text: string): unknown {
  return tryOr(() => JSON.parse(text), undefined);
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object as it is; an empty one for all else. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The objects of a list; none where it is no list. */
export function objectsOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A text; a number as one, which some write where a format has texts; empty for all else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
