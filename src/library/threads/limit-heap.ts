// V8's flags: for work that goes through a whole library, whose heap stays small, and for reading pages.

/**
 * Patterns are compiled at once: V8 would interpret each the first time, which takes two thirds of the
 * time of a first page, for those of the intake are long. To be set before any code is compiled.
 */
export const COMPILED_PATTERNS = '--no-regexp-tier-up';

// Without `--no-flush-bytecode` V8 would drop code that did not run lately, such as all that ran at the
// start, and the code cache that is written after long work would be worth nothing.
const SMALL = [
  ...['--max-semi-space-size=1', '--semi-space-growth-factor=1'],
  // The heap may grow by so much before it is cleared: V8 lets a small one grow to several times.
  '--heap-growing-percent=30',
  '--no-flush-bytecode',
  // A thread that is started later compiles for itself: each helper thread would take memory of its own.
  '--no-concurrent-recompilation',
];
/** V8's defaults. */
const USUAL = [
  ...['--flush-bytecode', '--concurrent-recompilation'],
  ...['--max-semi-space-size=0', '--min-semi-space-size=0', '--semi-space-growth-factor=2'],
  '--heap-growing-percent=0',
];

/**
 * Garbage is collected sooner from now on, also in threads that are started later: a run over a whole
 * library would otherwise take twice the memory, and save a few per cent of the time.
 */
export function limitHeap(): void {
  setFlags(SMALL);
}

/**
 * The same, and the young generation of a thread that is started later has room for all that reading
 * some files leaves: else it would be copied, and collected with the old one.
 */
export function limitHeapForBuild(): void {
  limitHeap();
  setFlags(['--max-semi-space-size=2', '--min-semi-space-size=2']);
}

/**
 * The young generation grows no more: where V8 makes a heap for a thread that starts, it lets that of
 * every thread grow again.
 */
export function keepHeapLimited(): void {
  setFlags(['--semi-space-growth-factor=1']);
}

/** Restores the defaults: V8 accepts cached code only under the flags that it was written under. */
export function unlimitHeap(): void {
  setFlags(USUAL);
}

function setFlags(flags: readonly string[]): void {
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  for (const flag of flags) setFlagsFromString(flag);
}
