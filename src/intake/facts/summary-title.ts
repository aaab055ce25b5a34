// Titles of summary points, such as `At a glance`.
import { lineTest, phrasesOf } from '../words/phrases.ts';
import { foldLine } from './find-furniture.ts';

const isTitle = lineTest(() => phrasesOf('summary title'));

/** Whether a line is the title of a summary. */
export function isSummaryTitle(line: string): boolean {
  return line.length < 60 && isTitle(foldLine(line));
}
