// Stands for Ink's measure of texts, which keeps each row that was ever on the screen.

import { columnsOf } from '../../../src/tui/terminal/ink-output.ts';

export default function measureText(text: string): {
  readonly width: number;
  readonly height: number;
} {
  if (text === '') return { width: 0, height: 0 };
  const lines = text.split('\n');
  return { width: Math.max(...lines.map(columnsOf)), height: lines.length };
}
