// A change of an article's state: which fields it sets, and to what.

import { normalizeTag } from '../article/tag.ts';
import { clamp } from '../clamp.ts';
import { isObject } from '../json.ts';

export interface Position {
  /** Of the page, from 0: it does not depend on the width. */
  readonly paragraph: number;
  /** Of that paragraph, 0 at its first line to 1 at its end. */
  readonly fraction: number;
  /** Of the whole page, 0 at the top to 1 at the end. */
  readonly progress: number;
}

/** Tag → added, taken away, or neither: then the article's own word counts. */
export type TagChanges = Readonly<Record<string, boolean | null>>;

export type TagChange = readonly [tag: string, mark: boolean | null];

/** The fields a change sets, or those it found. */
export interface StateChange {
  readonly read?: boolean;
  readonly starred?: boolean;
  /** Hidden from the library. */
  readonly removed?: boolean;
  /** No edition of a story that others have, whatever it says. */
  readonly apart?: boolean;
  /** The user wrote in it: its feed's later text does not take its place. */
  readonly edited?: boolean;
  readonly position?: Position | null;
  readonly tags?: TagChanges;
}

/** The fields that have one value; each tag is a field of its own besides. */
export const SINGLE_FIELDS = ['read', 'starred', 'removed', 'apart', 'edited', 'position'] as const;

/** Each field's value out of JSON; `undefined` for one that is of the wrong kind. */
const FIELDS: { readonly [Field in keyof StateChange]-?: (value: unknown) => StateChange[Field] } =
  {
    read: parseFlag,
    starred: parseFlag,
    removed: parseFlag,
    apart: parseFlag,
    edited: parseFlag,
    position: parsePosition,
    tags: parseTags,
  };

export function isStateField(name: string): name is keyof StateChange {
  return Object.hasOwn(FIELDS, name);
}

/**
 * The known fields of a value out of JSON; `null` where it is no object or one of them is of the
 * wrong kind. Fields of a later newsprint are left out.
 */
export function parseStateChange(value: unknown): StateChange | null {
  if (!isObject(value)) return null;
  const fields: [string, unknown][] = [];
  for (const [name, given] of Object.entries(value)) {
    if (!isStateField(name)) continue;
    const parsed = FIELDS[name](given);
    if (parsed === undefined) return null;
    fields.push([name, parsed]);
  }
  return Object.fromEntries(fields);
}

function parseFlag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function parsePosition(value: unknown): Position | null | undefined {
  if (value === null) return null;
  if (!isObject(value)) return undefined;
  const { paragraph, fraction, progress } = value;
  if (!isNumber(paragraph) || !Number.isSafeInteger(paragraph) || paragraph < 0) return undefined;
  if (!isNumber(fraction) || !isNumber(progress)) return undefined;
  return { paragraph, fraction: toShare(fraction), progress: toShare(progress) };
}

function parseTags(value: unknown): TagChanges | undefined {
  if (!isObject(value)) return undefined;
  const marks: TagChange[] = [];
  for (const [name, given] of Object.entries(value)) {
    if (typeof given !== 'boolean' && given !== null) return undefined;
    marks.push([normalizeTag(name), given]);
  }
  return tagTable(marks.filter(([tag]) => tag !== ''));
}

/** The marks as a table, in which `__proto__` is a tag like another. */
export function tagTable(marks: readonly TagChange[]): TagChanges {
  const tags: Record<string, boolean | null> = Object.create(null);
  for (const [tag, mark] of marks) tags[tag] = mark;
  return tags;
}

/** The fields as they are in a change or a state, with the marks of tags where there are some. */
export function pickFields(
  from: StateChange,
  fields: readonly (keyof StateChange)[],
  marks: readonly TagChange[],
): StateChange {
  const picked = Object.fromEntries(fields.map((field) => [field, from[field]]));
  return marks.length === 0 ? picked : { ...picked, tags: tagTable(marks) };
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function toShare(value: number): number {
  return clamp(value, 0, 1);
}

export function isSameValue(
  a: boolean | Position | null | undefined,
  b: boolean | Position | null | undefined,
): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  return a.paragraph === b.paragraph && a.fraction === b.fraction && a.progress === b.progress;
}
