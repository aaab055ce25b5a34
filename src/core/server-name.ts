// What servers may be called that a library is kept in step with: journals have it in their names.

/** Small letters, digits and hyphens. */
export function isServerName(text: string): boolean {
  return /^[a-z\d][a-z\d-]{0,31}$/.test(text);
}
