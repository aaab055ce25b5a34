// What the user put right in pages of a source, in `.newsprint/sources.jsonl`: a line each, the last counts.
import { quoteValue } from '../../core/errors.ts';
import { formatJson, isObject, parseJson } from '../../core/json.ts';
import { tryOr } from '../../core/try-or.ts';
import type { Correction } from '../../intake/corrections.ts';
import { ownFolder } from '../../library/files/folders.ts';
import { readBounded } from '../../library/files/open-file.ts';
import { orRefused } from '../../library/files/system-error.ts';
import { appendToFile } from '../../library/journals/append-lines.ts';

const FILE = '.newsprint/sources.jsonl';
/** Bytes: some ten thousand lines. */
const LARGEST = 4 * 1024 * 1024;

/** The corrections of a library in the order of their making; a line that is none is passed over. */
export function readCorrections(root: string): readonly Correction[] {
  const bytes = tryOr(() => readBounded(ownFolder(root, FILE), LARGEST), null);
  const lines = bytes?.toString('utf8').split('\n').map(parseJson).filter(isObject) ?? [];
  // Where two machines' lines came together, those of one stand below the other's.
  const timed = lines.map((line) => ({ time: String(line['t']), line }));
  timed.sort((a, b) => (a.time < b.time ? -1 : Number(a.time > b.time)));
  return timed.flatMap(({ line }) => parseCorrection(line) ?? []);
}

function parseCorrection(value: Readonly<Record<string, unknown>>): Correction | null {
  const { source, take, text, shape = '' } = value;
  if (typeof source !== 'string' || typeof text !== 'string' || typeof shape !== 'string')
    return null;
  return take === 'in' || take === 'out' ? { source, take, text, shape } : null;
}

/**
 * Keeps corrections for the next pages of their sources.
 * @throws NewsprintError `read-only` or `failed`, naming the file
 */
export function keepCorrections(root: string, corrections: readonly Correction[], now: Date): void {
  if (corrections.length === 0) return;
  const t = now.toISOString();
  const lines = corrections.map((one) => formatJson({ v: 1, t, ...one }));
  const message = `what was put right cannot be kept: ${quoteValue(FILE)}`;
  orRefused(message, () => appendToFile(root, FILE, lines, true));
}
