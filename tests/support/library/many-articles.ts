// Libraries that are large enough for an index.
import { type Files, temporaryLibrary } from './temporary-library.ts';

/** More files than a library without an index has. */
export const MANY = 320;

/** Articles `a-000` and so on, the first the newest; each has a word of its own: `wordof000`. */
export function manyArticles(count = MANY): Files {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const name = String(at).padStart(3, '0');
      const day = new Date(Date.UTC(2024, 0, 1) - at * 86_400_000).toISOString().slice(0, 10);
      const text = `---\ntitle: Article ${name}\npublished: ${day}\n---\n\nSays wordof${name}.\n`;
      return [`${day.slice(0, 4)}/a-${name}.md`, text];
    }),
  );
}

/** A library of them that lives as long as the running test. */
export function manyLibrary(count = MANY): string {
  return temporaryLibrary(manyArticles(count));
}
