// Digests: short texts by which longer ones are compared.
import { fnv1a } from '../../core/hash-text.ts';

/** SHA-256 of the texts, each with its length, in base64. */
export function digestOf(...texts: readonly string[]): string {
  const { hash } = process.getBuiltinModule('node:crypto');
  return hash('sha256', texts.map((text) => `${text.length}:${text}`).join(''), 'base64');
}

/** SHA-256 in hex, as servers tell it. */
export function sha256(data: string | Uint8Array): string {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(data).digest('hex');
}

/** 64 bits in hex of a text that nobody chooses to deceive; made without a module that takes long to load. */
export function quickDigest(text: string): string {
  const part = (seed?: number): string => fnv1a(text, seed).toString(16).padStart(8, '0');
  return part() + part(0x2545f491);
}
