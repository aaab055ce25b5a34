// Copies of a journal brought together.

/**
 * The lines of both copies, each once, in the order of their times, with which they begin. A line
 * of which the other copy has more was being written, and goes.
 */
export function mergeJournals(a: string, b: string): string {
  const all = [a, b].flatMap((text) => text.split('\n'));
  const lines = [...new Set(all)].filter((line) => line !== '').sort();
  const whole = lines.filter((line, at) => lines[at + 1]?.startsWith(line) !== true);
  return whole.map((line) => `${line}\n`).join('');
}
