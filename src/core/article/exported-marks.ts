// A key of front matter outside the library: how an article is marked, which in it the journals say.
import type { ReadingState } from './article.ts';
import { setKey } from './format-front-matter.ts';

const KEY = 'marks';
const MARKS = ['read', 'starred'] as const;

type Marks = Pick<ReadingState, (typeof MARKS)[number]>;

/** What the unknown keys of an exported article say of its marks. */
export function exportedMarks({ [KEY]: said }: Readonly<Record<string, unknown>>): Marks {
  const all: readonly unknown[] = Array.isArray(said) ? said : [];
  return { read: all.includes('read'), starred: all.includes('starred') };
}

/**
 * Sets the key in a head; without marks it is taken out.
 * @throws NewsprintError as `setFrontMatterKeys`
 */
export function setExportedMarks(head: string, marks: Marks): string {
  const lines = MARKS.filter((mark) => marks[mark]).map((mark) => `  - ${mark}\n`);
  return setKey(head, { key: KEY, lines: lines.length === 0 ? '' : `${KEY}:\n${lines.join('')}` });
}
