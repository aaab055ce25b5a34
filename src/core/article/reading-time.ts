// Reading time as a list shows it.
import type { ReadingState } from './article.ts';

/** `33 min`, and `20 min left` of an article that was begun and not ended. */
export function formatMinutes(minutes: number, { read, progress }: ReadingState): string {
  if (read || progress === 0) return `${minutes} min`;
  return `${Math.max(1, Math.round(minutes * (1 - progress)))} min left`;
}
