// The text of a line of the page, without its looks.

import type { Line } from '../../../src/text/line.ts';

export function lineText(line: Line): string {
  return line.spans.map((span) => span.text).join('');
}
