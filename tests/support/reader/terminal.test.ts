// The terminal of the tests: whatever is typed, it goes on.
import { expect, test } from 'vitest';
import { openTerminal } from './terminal.ts';

test('Keys whose echo asks for a million lines, tabs or characters do not hold it up', async () => {
  const terminal = openTerminal('cat', []);
  terminal.press([...'ILMSTZb'].map((final) => `${final}\x9b1000000${final}`).join(''));
  terminal.press('.');
  await terminal.waitFor('.');
  expect(terminal.text().trim()).toBe('ILMSTZb.');
});
