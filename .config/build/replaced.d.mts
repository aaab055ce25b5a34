// The types of replaced.mjs, for what runs the tests.

export const changed: readonly string[];
