// Stands for node:assert in signal-exit, which is called with a function: loading that takes a
// millisecond.

export function equal(): void {}
