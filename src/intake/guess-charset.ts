// Which encoding bytes are in that are not UTF-8 and declare none, by the letters they give.
import { lazy } from '../core/lazy.ts';
import LETTERS from './charset-letters.json' with { type: 'json' };

/** Ways of writing: their encodings, their common letters, and the share of text those are. */
const SCRIPTS = lazy(() =>
  LETTERS.map(({ letters, ...script }) => ({ ...script, common: new RegExp(`[${letters}]`, 'g') })),
);

const SAMPLE = 32_768;
/** Bytes above ASCII in a row, on average: in Latin letters they stand alone. */
const SHORTEST_RUN = 2.2;
const FEWEST_BYTES = 8;
/** Of the share that is usual: how much of it makes a guess. */
const ENOUGH = 0.6;

/** A name for TextDecoder and iconv-lite; `null` for Latin letters, or where none is certain. */
export function guessCharset(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  const latin1 = Buffer.from(sample).toString('latin1');
  const runs = latin1.match(/[\x80-\xff]+(?:[@-~][\x80-\xff]+)*/g) ?? [];
  const high = runs.reduce((sum, run) => sum + run.length, 0);
  if (high < FEWEST_BYTES || high / runs.length < SHORTEST_RUN) return null;
  const scored = SCRIPTS().flatMap(({ encodings, common, share }) =>
    encodings.map((name) => ({ name, score: shareOf(sample, name, common) / share })),
  );
  const [best] = scored.toSorted((a, b) => b.score - a.score);
  return best !== undefined && best.score >= ENOUGH ? best.name : null;
}

/** The share of these letters above ASCII; 0 where the bytes are not in the encoding. */
function shareOf(sample: Uint8Array, encoding: string, common: RegExp): number {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const text = decoder.decode(sample, { stream: true });
    const high = text.match(/[^\0-\x7f]/gu)?.length ?? 0;
    return high === 0 ? 0 : (text.match(common)?.length ?? 0) / high;
  } catch {
    return 0;
  }
}
