// Stands for string-width in other packages: the columns of a text as text/width.ts counts them.
// Its pattern of all emoji takes 20 ms to compile, and wrap-ansi brings an older copy of it.

import stripAnsi from 'strip-ansi';
import { displayWidth } from '../../../src/text/width.ts';

export default function stringWidth(text: string): number {
  return displayWidth(stripAnsi(text));
}
