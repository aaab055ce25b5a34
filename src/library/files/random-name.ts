// Names nobody else makes.

/**
 * Some 100 random bits in lower-case letters and digits. V8's generator starts from the system's
 * entropy; node:crypto takes two milliseconds to load, a tenth of a short command.
 */
export function randomName(): string {
  const half = () => Math.random().toString(36).slice(2, 12).padEnd(10, '0');
  return half() + half();
}
