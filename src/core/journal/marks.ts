// The marks that a server may have as well: read, starred, and tags.
import { pickFields, type StateChange, type TagChange } from './state-change.ts';

/** `#todo` is the tag. */
export type Mark = 'read' | 'starred' | `#${string}`;

export interface Marks {
  readonly read: boolean;
  readonly starred: boolean;
  readonly tags: readonly string[];
}

export function tagMark(tag: string): Mark {
  return `#${tag}`;
}

export function hasMark(marks: Marks, mark: Mark): boolean {
  return mark === 'read' || mark === 'starred' ? marks[mark] : marks.tags.includes(mark.slice(1));
}

export function withMark(marks: Marks, mark: Mark, value: boolean): Marks {
  if (mark === 'read' || mark === 'starred') return { ...marks, [mark]: value };
  const others = marks.tags.filter((tag) => tag !== mark.slice(1));
  return { ...marks, tags: value ? [...others, mark.slice(1)] : others };
}

/** What a change sets a mark to, `null` for nothing; a tag that it leaves to the article is taken away. */
export function markIn(set: StateChange, mark: Mark): boolean | null {
  if (mark === 'read' || mark === 'starred') return set[mark] ?? null;
  const value = set.tags?.[mark.slice(1)];
  return value === undefined ? null : value === true;
}

export function changeOfMarks(marks: readonly (readonly [mark: Mark, value: boolean])[]) {
  const fields = (['read', 'starred'] as const).filter((field) =>
    marks.some(([mark]) => mark === field),
  );
  const values: StateChange = Object.fromEntries(marks);
  const tags = marks.flatMap(([mark, value]): TagChange[] =>
    mark.startsWith('#') ? [[mark.slice(1), value]] : [],
  );
  return pickFields(values, fields, tags);
}
