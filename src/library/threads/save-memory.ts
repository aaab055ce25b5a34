// Keeps a program small that goes through a whole library.

// V8 forgets the compiled code of what did not run lately, which is all that a call begins with: what
// is kept of a long call would be slower to begin with than nothing.
const SMALL = [
  ...['--max-semi-space-size=1', '--semi-space-growth-factor=1'],
  // The heap may grow by so much before it is cleared: V8 lets a small one grow to several times.
  '--heap-growing-percent=30',
  '--no-flush-bytecode',
  // A thread that is started later optimises its own code: each that does it for another keeps room.
  '--no-concurrent-recompilation',
];
/** V8's own; as long as it optimises for size it takes no other size of the young generation. */
const USUAL = [
  ...['--no-optimize-for-size', '--flush-bytecode', '--concurrent-recompilation'],
  ...['--max-semi-space-size=0', '--semi-space-growth-factor=2', '--heap-growing-percent=0'],
];

/**
 * From now on what is made and dropped at once is cleared away sooner, also in threads that are
 * started later: a run over a whole library would else take twice the memory, for a few hundredths
 * of the time.
 */
export function saveMemory(): void {
  setFlags([...SMALL, '--no-optimize-for-size']);
}

/**
 * The same, and what lives a little longer is cleared away before the heap grows. It is for work that
 * no key waits for.
 */
export function saveMostMemory(): void {
  setFlags([...SMALL, '--optimize-for-size']);
}

/**
 * For a thread to call when it starts: with the heap that V8 makes for it, it lets the young generation
 * of every thread grow again.
 */
export function saveMemoryStill(): void {
  setFlags(['--semi-space-growth-factor=1']);
}

/** Takes that back: V8 takes compiled code only under the flags that it was written under. */
export function useUsualFlags(): void {
  setFlags(USUAL);
}

function setFlags(flags: readonly string[]): void {
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  for (const flag of flags) setFlagsFromString(flag);
}
