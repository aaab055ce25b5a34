// How long work keeps the processor busy: other programs on the machine do not change it.

/** Milliseconds of the processor's time, in this process. */
export function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
