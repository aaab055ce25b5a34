// Keeps a program small that goes through a whole library.

/**
 * From now on what is made and dropped at once is cleared away sooner, also in threads that are
 * started later: a run over a whole library would else take twice the memory, for a few hundredths
 * of the time.
 */
export function saveMemory(): void {
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  setFlagsFromString('--max-semi-space-size=1');
  setFlagsFromString('--semi-space-growth-factor=1');
}
