// File names as content: which are IDs, and how to show those that are not.
import { cleanText } from '../../core/clean.ts';

/**
 * Reads a name off the disk, which is text or bytes that may be none; the text of a bad one has its
 * bad parts escaped and is for showing only.
 * @returns with it why it can be no part of an article's path; `null` for an ordinary name
 */
export function readFileName(name: string | Buffer) {
  const text = name.toString('utf8');
  if (typeof name !== 'string' && !Buffer.from(text).equals(name)) {
    return { text: escapeName(text), problem: 'the name is not valid UTF-8' };
  }
  if (cleanText(text) !== text || /[\t\n]/.test(text)) {
    return { text: escapeName(text), problem: 'the name holds control characters' };
  }
  return { text, problem: null };
}

function escapeName(name: string): string {
  return Array.from(name, (character) => {
    const isBad = cleanText(character) !== character || /[\t\n]/.test(character);
    return isBad ? `\\u${hexOf(character)}` : character;
  }).join('');
}

/** `0007`, or `{e0041}`. */
function hexOf(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
  return hex.length > 4 ? `{${hex}}` : hex;
}

/** The ID that the name at the end of a path gives: without `.md`, in NFC. */
export function fileId(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.md$/, '')
    .normalize('NFC');
}
