// The types of packages.mjs, for the tests and what runs them.

import type { Plugin } from 'vite';

export interface Edit {
  readonly name: string;
  readonly package: string;
  readonly version: string;
  readonly gains: string;
}

export const edits: readonly Edit[];
export function checkVersion(name: string, version: string): void;
export function replaceOnce(text: string, from: string | RegExp, to: string, name: string): string;
export function packagesInTests(): Plugin;
