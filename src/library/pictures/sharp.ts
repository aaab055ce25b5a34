// The decoder of pictures, an optional package.
import type sharp from 'sharp';
import { tryOr } from '../../core/try-or.ts';

/** Whether it is installed; that it can load is not sure. */
export function hasSharp(): boolean {
  const { createRequire } = process.getBuiltinModule('node:module');
  return tryOr(() => createRequire(import.meta.filename).resolve('sharp') !== '', false);
}

/** `null` where it cannot load. It takes a quarter of a second. */
export function loadSharp(): typeof sharp | null {
  const { createRequire } = process.getBuiltinModule('node:module');
  return tryOr(() => createRequire(import.meta.filename)('sharp'), null);
}
