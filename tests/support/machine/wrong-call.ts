// What every wrong call comes to.
import { expect } from 'vitest';
import type { Run } from './run.ts';

/** Nothing is printed, and standard error says each of some texts. */
export function expectWrongCall(result: Omit<Run, 'signal'>, ...texts: readonly string[]): void {
  const { code, stdout, stderr } = result;
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  for (const text of texts) expect(stderr).toContain(text);
}
