// The types of stale.mjs, for the tests.

export function isStale(root: string): boolean;
